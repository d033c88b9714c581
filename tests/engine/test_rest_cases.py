"""The phone times rests itself when it is offline: both agree on the same file."""

import json
from pathlib import Path
from typing import Any

import pytest

from metricgain.catalogue.vocabulary import EQUIPMENT
from metricgain.engine.session_time import Effort, effort_of, rest_seconds

_FILE = Path(__file__).parents[2] / "web/src/model/workout/rest.cases.jsonl"
_CASES = [json.loads(line) for line in _FILE.read_text("utf-8").splitlines()]
_EFFORTS = {
    "heavy": (Effort.HEAVY_COMPOUND, "restHeavySeconds"),
    "compound": (Effort.COMPOUND, "restCompoundSeconds"),
    "isolation": (Effort.ISOLATION, "restIsolationSeconds"),
}


@pytest.mark.parametrize("case", _CASES)
def test_the_engine_rests_as_long_as_the_phone(case: dict[str, Any]) -> None:
    own = {
        effort: case["own"][name]
        for effort, name in _EFFORTS.values()
        if case["own"].get(name) is not None
    }

    effort = effort_of(case["equipment"], is_compound=case["isCompound"])

    assert effort is _EFFORTS[case["effort"]][0]
    assert rest_seconds(effort, own) == case["seconds"]


def test_the_cases_name_all_equipment_of_the_catalogue_both_ways() -> None:
    named = {(case["equipment"], case["isCompound"]) for case in _CASES}

    assert named == {(one, either) for one in EQUIPMENT for either in (True, False)}
