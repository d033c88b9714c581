"""The plain computation of statistics agrees with the rules that it is made of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.e1rm import stored_e1rm
from metricgain.engine.equipment import Unit
from metricgain.engine.logged_load import logged_load_kg
from metricgain.engine.muscles import Muscle
from metricgain.engine.statistics import (
    ExerciseFacts,
    SetLogged,
    Statistics,
    WorkoutLogged,
    iso_week,
    load_grams,
    statistics,
)
from metricgain.engine.volume import SetDone, volume_by_muscle

KINDS = ("external", "bodyweight", "bodyweight_plus", "assisted")
MUSCLES = {Muscle.CHEST: 1.0, Muscle.TRICEPS: 0.5}
GRAM = 0.001


def logged(**fields: object) -> SetLogged:
    return SetLogged(
        **{
            "id": 1,
            "exercise_id": 1,
            "weight": Decimal(80),
            "in_pounds": False,
            "reps": 8,
            "rir": None,
            "load_kind": None,
            "is_warm_up": False,
            "is_doubtful": False,
        }
        | fields  # type: ignore[arg-type]  # names are checked by SetLogged
    )


def facts(kind: str = "external", factor: str = "0.645") -> ExerciseFacts:
    return ExerciseFacts(
        load_kind=kind, body_weight_factor=Decimal(factor), muscles=MUSCLES
    )


WORKOUT = WorkoutLogged(
    id=UUID(int=1),
    local_date=date(2026, 1, 5),
    in_block=False,
    is_deload=False,
    started_at=None,
    completed_at=None,
    body_weight_kg=Decimal(75),
    sets=(),
)


def of_one_workout(*sets: SetLogged) -> Statistics:
    return statistics([replace(WORKOUT, sets=sets)], {1: facts()})


def test_a_timed_set_without_reps_counts_without_volume_or_record() -> None:
    held = logged(reps=0, seconds=45)
    workout = replace(WORKOUT, sets=[held, logged(id=2, reps=0)])

    found = statistics([workout], {1: replace(facts(), is_timed=True)})

    (week,) = found.weeks
    assert (week.working_sets, week.total_volume) == (1, 0)
    assert {row.direct_sets for row in found.muscles} == {0, 1}
    assert found.records == frozenset()
    (lift,) = found.exercises
    assert (lift.sets, lift.max_one_rm, lift.best_reps) == (1, None, 0)
    assert statistics([workout], {1: facts()}).weeks == frozenset()


WEIGHTS = st.decimals(0, 9999, places=2)
RIRS = st.none() | st.decimals(0, 5, places=1)


@given(
    weight=WEIGHTS,
    in_pounds=st.booleans(),
    kind=st.sampled_from(KINDS),
    body_weight=st.decimals(20, 400, places=2),
)
def test_the_load_in_grams_is_the_load_of_the_engine(
    *, weight: Decimal, in_pounds: bool, kind: str, body_weight: Decimal
) -> None:
    done = logged(weight=weight, in_pounds=in_pounds, load_kind=kind)

    grams = load_grams(done, facts(), body_weight_kg=body_weight)

    kg = logged_load_kg(
        float(weight),
        unit=Unit.LB if in_pounds else Unit.KG,
        load_kind=kind,
        bodyweight_kg=float(body_weight),
        bodyweight_factor=0.645,
    )
    assert grams / 1000 == pytest.approx(kg, abs=GRAM)


@given(weight=WEIGHTS, reps=st.integers(1, 15), rir=RIRS)
def test_the_best_estimate_is_the_one_that_is_kept(
    weight: Decimal, reps: int, rir: Decimal | None
) -> None:
    found = of_one_workout(logged(weight=weight, reps=reps, rir=rir))

    known = None if rir is None else float(rir)
    kept = stored_e1rm(float(weight), reps, known)
    best = next((row.max_one_rm for row in found.exercises), None)
    assert (best is None) == (kept is None)
    if best is not None and kept is not None:
        assert float(best) == pytest.approx(kept.kg, abs=GRAM)


@given(
    st.lists(
        st.builds(
            logged,
            weight=WEIGHTS,
            reps=st.integers(0, 40),
            rir=RIRS,
            is_warm_up=st.booleans(),
        ),
        max_size=8,
    )
)
def test_muscles_get_the_volume_that_the_rules_of_volume_give_them(
    sets: list[SetLogged],
) -> None:
    expected = volume_by_muscle(
        SetDone(
            contributions=MUSCLES,
            load_kg=float(one.weight),
            reps=one.reps,
            rir=None if one.rir is None else float(one.rir),
            warm_up=one.is_warm_up,
        )
        for one in sets
    )

    found = {row.muscle: row for row in of_one_workout(*sets).muscles}

    assert set(found) == set(expected)
    for muscle, volume in expected.items():
        assert found[muscle].direct_sets == volume.direct_sets
        assert float(found[muscle].fractional_sets) == volume.fractional_sets
        assert float(found[muscle].volume_kg) == pytest.approx(
            volume.tonnage_kg, abs=GRAM
        )


@pytest.mark.parametrize(
    ("day", "week"),
    [
        pytest.param(date(2020, 12, 31), (2020, 53), id="New Year's Eve in week 53"),
        pytest.param(date(2021, 1, 1), (2020, 53), id="1 January of the year before"),
        pytest.param(date(2021, 1, 4), (2021, 1), id="the first Monday"),
        pytest.param(date(2024, 12, 30), (2025, 1), id="December of the next year"),
        pytest.param(date(1970, 1, 1), (1970, 1), id="the first day there is"),
    ],
)
def test_a_day_lies_in_its_iso_week(day: date, week: tuple[int, int]) -> None:
    assert iso_week(day) == week


def test_of_equal_records_the_earlier_one_stays() -> None:
    first = WorkoutLogged(
        id=UUID(int=9),
        local_date=date(2026, 1, 5),
        in_block=False,
        is_deload=False,
        started_at=None,
        completed_at=None,
        body_weight_kg=Decimal(75),
        sets=[logged(id=1)],
    )
    later = WorkoutLogged(
        id=UUID(int=1),
        local_date=date(2026, 3, 2),
        in_block=False,
        is_deload=False,
        started_at=None,
        completed_at=None,
        body_weight_kg=Decimal(75),
        sets=[logged(id=1)],
    )

    records = statistics([later, first], {1: facts()}).records

    assert {row.kind: row.achieved_on for row in records} == dict.fromkeys(
        ("weight", "volume"), date(2026, 1, 5)
    ) | {"e1rm": date(2026, 1, 5)}
