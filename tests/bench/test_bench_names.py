"""Benchmarks are run by name; what is not there is refused with the names there are."""

import json

import pytest
from bench.__main__ import main

from bench import simulation


def test_help_says_what_each_benchmark_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0

    printed = capsys.readouterr().out
    assert "simulation    Compare the engine with fixed volumes" in printed


def test_an_unknown_name_is_refused_with_the_names_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulaton"]) == 2

    assert "simulation" in capsys.readouterr().out


def test_options_go_to_the_named_benchmark(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path_factory.mktemp("named") / "simulation.json"
    monkeypatch.setattr(simulation, "RESULTS", results)

    assert main(["simulation", "--lifters", "1", "--seed", "5"]) == 0

    assert json.loads(results.read_text())["seed"] == 5
