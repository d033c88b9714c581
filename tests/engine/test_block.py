"""A block is planned from plain values: no clock, no ids."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.block import (
    Aims,
    Day,
    Slot,
    careful_days,
    day_offsets,
    plan_block,
    project_sets,
)
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.equipment import Unit
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.rir import DELOAD_RIR, BlockLengthError

MONDAY = date(2026, 1, 5)
PRESS = Slot(
    exercise_id=1,
    group=MuscleGroup.CHEST,
    contributions={Muscle.CHEST: 1, Muscle.TRICEPS: 0.5},
    loads=default_loads(EquipmentKind.BARBELL, Unit.KG),
    traps_lifter=True,
    sets=3,
    rep_min=8,
    rep_max=12,
)
FLY = replace(PRESS, exercise_id=2, contributions={Muscle.CHEST: 1}, traps_lifter=False)
ROW = replace(
    FLY,
    exercise_id=3,
    group=MuscleGroup.BACK,
    contributions={Muscle.UPPER_BACK: 1, Muscle.LATS: 1, Muscle.BICEPS: 0.5},
)
WRIST = replace(
    FLY, exercise_id=4, group=MuscleGroup.BIS, contributions={Muscle.FOREARMS: 1}
)
SLOTS = (PRESS, FLY, ROW, WRIST)


def day(*slots: Slot) -> Day:
    return Day(name="Day", slots=slots)


@pytest.mark.parametrize(
    ("start", "weekdays", "offsets"),
    [
        pytest.param(MONDAY, (0, 2, 4), (0, 2, 4), id="from Monday"),
        pytest.param(date(2026, 1, 7), (0, 2, 4), (0, 2, 5), id="from Wednesday"),
        pytest.param(date(2026, 1, 11), (0,), (1,), id="from Sunday"),
    ],
)
def test_workouts_come_on_their_weekdays_from_the_start_on(
    start: date, weekdays: tuple[int, ...], offsets: tuple[int, ...]
) -> None:
    assert day_offsets(start, weekdays) == offsets


def test_a_lift_that_can_trap_keeps_one_rep_in_reserve() -> None:
    weeks = plan_block(
        [day(PRESS, FLY)], start=MONDAY, weekdays=[0], weeks=5, aims=Aims()
    )
    rir = [[p.rir for p in week.sessions[0].exercises] for week in weeks]
    assert rir == [[3, 3], [2, 2], [1, 1], [1, 0], [4, 4]]
    assert [week.rir for week in weeks] == [3, 2, 1, 0, 4]


def test_the_lifters_own_floor_holds_in_every_week() -> None:
    weeks = plan_block(
        [day(FLY)], start=MONDAY, weekdays=[0], weeks=5, aims=Aims(rir_floor=2)
    )
    assert [w.sessions[0].exercises[0].rir for w in weeks] == [3, 2, 2, 2, 4]


def test_a_row_rises_with_one_of_its_two_muscles() -> None:
    assert ROW.main_muscle is Muscle.LATS
    sets = project_sets([day(ROW), day(ROW)], weeks=5, aims=Aims())
    assert [week[0][0] for week in sets] == [3, 4, 4, 5, 3]


def test_a_careful_start_takes_sets_from_the_longest_exercise() -> None:
    many = day(replace(PRESS, sets=5), replace(FLY, sets=4), replace(ROW, sets=2))
    (careful,) = careful_days([many])
    assert [slot.sets for slot in careful.slots] == [3, 3, 2]
    three = day(PRESS, FLY, replace(FLY, exercise_id=9, sets=2))
    (careful,) = careful_days([three])
    assert [slot.sets for slot in careful.slots] == [2, 2, 2]


def test_a_block_of_two_weeks_is_refused() -> None:
    with pytest.raises(BlockLengthError):
        plan_block([day(FLY)], start=MONDAY, weekdays=[0], weeks=2, aims=Aims())


slots = st.builds(
    lambda slot, sets: replace(slot, sets=sets),
    st.sampled_from(SLOTS),
    st.integers(1, 6),
)
days = st.lists(
    st.lists(slots, min_size=1, max_size=6).map(lambda found: day(*found)),
    min_size=1,
    max_size=6,
)


@given(
    plan=days,
    weeks=st.integers(3, 7),
    experience=st.sampled_from(Experience),
    emphasis=st.sampled_from(Emphasis),
    careful=st.booleans(),
)
def test_sets_never_fall_before_the_deload_and_are_halved_in_it(
    *,
    plan: list[Day],
    weeks: int,
    experience: Experience,
    emphasis: Emphasis,
    careful: bool,
) -> None:
    aims = Aims(
        experience=experience,
        emphasis=dict.fromkeys(Muscle, emphasis),
        careful_start=careful,
    )
    block = plan_block(
        plan, start=MONDAY, weekdays=range(len(plan)), weeks=weeks, aims=aims
    )
    for index in range(len(plan)):
        by_week = [week.sessions[index].exercises for week in block]
        for planned in zip(*by_week, strict=True):
            sets = [one.projected_sets for one in planned]
            assert sets[:-1] == sorted(sets[:-1])
            wrist = planned[0].exercise_id == WRIST.exercise_id
            assert sets[-1] == (0 if wrist else (sets[-2] + 1) // 2)
            assert planned[-1].rir >= DELOAD_RIR
            assert [one.target_sets for one in planned[1:]] == [None] * (weeks - 1)
