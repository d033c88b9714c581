"""The benchmark of names counts what is right, and fails no name silently."""

import pytest
from bench.resolve import Accuracy, accuracy, main, speed

ROW = {"app": "strong", "difficulty": "easy", "count": "10"}


def test_right_wrong_and_sets_are_counted() -> None:
    rows = [
        ROW | {"raw": "Deadlift (Barbell)", "exercise": "Deadlift"},
        ROW | {"raw": "Squat (Barbell)", "exercise": "Deadlift"},
        ROW | {"raw": "Zorblax", "exercise": ""},
        ROW | {"raw": "Seated Row", "exercise": "Seated Cable Row"},
    ]

    assert accuracy(rows) == [
        Accuracy(
            difficulty="easy",
            names=4,
            right=3,
            linked=2,
            asked=1,
            custom=1,
            linked_wrong=1,
            sets=40,
            sets_linked_wrong=10,
        )
    ]


def test_every_way_is_timed() -> None:
    rows = [ROW | {"raw": "Deadlift (Barbell)", "exercise": "Deadlift"}]

    ways = {one.way: one for one in speed(rows, rounds=1)}

    assert ways.keys() == {"dictionary", "resolver", "rapidfuzz"}
    assert ways["resolver"].history_ms < ways["rapidfuzz"].history_ms


def test_the_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--rounds", "1"])

    assert "wrong links have 0 of" in capsys.readouterr().out
