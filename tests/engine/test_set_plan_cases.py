"""The phone plans its sets itself when it is offline: both agree on the same file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from metricgain.engine.equipment import Unit, as_entered, kg_of
from metricgain.engine.inventory import inventory_loads
from metricgain.engine.set_plan import PlannedSet, warm_up_sets, working_sets
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import loads_of

_FILE = Path(__file__).parents[2] / "web/src/model/workout/setPlan.cases.jsonl"
_CASES = [json.loads(line) for line in _FILE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", _CASES)
def test_the_engine_plans_the_sets_that_the_phone_shows(case: dict[str, Any]) -> None:
    gym, exercise = case["gym"], case["exercise"]
    loads = loads_of(
        Lifter(
            user_id=1,
            unit=Unit(gym["unit"]),
            body_weight_kg=gym["bodyWeightKg"],
            equipment=inventory_loads(gym["equipment"]),
        ),
        equipment=exercise["equipment"],
        load_kind=exercise["loadKind"],
        body_weight_factor=exercise["bodyWeightFactor"],
    )
    loads = replace(loads, is_strict=gym.get("isStrict", False))
    kg = kg_of(case["weight"], Unit(case["weightUnit"]))
    first = PlannedSet(load=as_entered(kg, loads), reps=case["reps"])

    warm_ups = warm_up_sets(first, loads=loads, percentages=case.get("percentages"))
    working = working_sets(
        first,
        sets=case["sets"],
        rep_min=min(case["repMin"], case["reps"]),
        loads=loads,
        is_easy=case["isEasy"],
    )

    assert loads.unit == case["unit"]
    assert _pairs(warm_ups) == case["warmUps"]
    assert _pairs(working) == case["working"]


def _pairs(sets: tuple[PlannedSet, ...]) -> list[list[float]]:
    return [[round(one.load.entered, 2), one.reps] for one in sets]
