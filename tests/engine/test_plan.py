import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.generator.profile import FreeSpan, Joint, Place, Profile
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Experience, mrv
from metricgain.engine.muscles import Muscle
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    REPAIRS,
    Code,
    Finding,
    Lifter,
    PlannedDay,
    PlannedExercise,
    Severity,
    errors_of,
)
from metricgain.engine.volume import direct_sets

PAGE = "engine/plan"
SHARES = {
    "bench": {Muscle.CHEST: 1.0, Muscle.TRICEPS: 0.5, Muscle.FRONT_DELT: 0.5},
    "fly": {Muscle.CHEST: 1.0},
    "extension": {Muscle.TRICEPS: 1.0},
    "legs": {Muscle.QUADS: 1.0},
    "calves": {Muscle.CALVES: 1.0},
}
SHOWN = ("chest", "triceps")


def planned(words: str) -> PlannedExercise:
    match = re.fullmatch(r"(\w+) (\d+)(?: \((\d+)-(\d+)\))?", words)
    assert match, words
    name, sets, rep_min, rep_max = match.groups()
    return PlannedExercise(
        name=name,
        contributions=SHARES[name],
        sets=int(sets),
        rep_min=int(rep_min or 8),
        rep_max=int(rep_max or 12),
    )


def week(words: str) -> list[PlannedDay]:
    return [
        PlannedDay(
            name=f"day {number}",
            exercises=[]
            if day == "rest"
            else [planned(part) for part in day.split(", ")],
        )
        for number, day in enumerate(words.split(" / "), start=1)
    ]


def is_shown(finding: Finding) -> bool:
    return finding.place not in set(Muscle) - set(SHOWN)


def one_day(name: str, sets: int) -> list[PlannedDay]:
    return week(f"{name} {sets}")


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_a_week_is_judged_as_the_page_says(row: dict[str, str]) -> None:
    findings = check_plan(week(row["week"]), lifter=Lifter())

    shown = [f"{one.severity} {one.code}" for one in findings if is_shown(one)]
    expected = [] if row["finds"] == "-" else row["finds"].split(", ")
    assert sorted(shown) == sorted(expected)


def test_the_page_lists_every_rule_of_a_plan() -> None:
    rows = read_table(PAGE, "What a plan may not do")

    assert {row["rule"] for row in rows} == set(Code)


@pytest.mark.parametrize("count", [0, 8])
def test_a_week_of_no_or_eight_workouts_is_refused(count: int) -> None:
    findings = check_plan(one_day("bench", 1) * count, lifter=Lifter())

    assert Code.DAYS in {one.code for one in errors_of(findings)}


def test_nine_exercises_are_too_many() -> None:
    day = PlannedDay(
        name="day 1",
        exercises=[
            PlannedExercise(
                name=f"fly {number}",
                contributions=SHARES["fly"],
                sets=1,
                rep_min=8,
                rep_max=12,
            )
            for number in range(9)
        ],
    )

    findings = check_plan([day], lifter=Lifter())

    assert [one.code for one in errors_of(findings)] == [Code.MANY_EXERCISES]


def test_seven_groups_in_a_workout_are_worth_a_second_look() -> None:
    muscles = (
        Muscle.CHEST,
        Muscle.LATS,
        Muscle.QUADS,
        Muscle.SIDE_DELT,
        Muscle.BICEPS,
        Muscle.CALVES,
        Muscle.ABS,
    )
    day = PlannedDay(
        name="day 1",
        exercises=[
            PlannedExercise(
                name=muscle, contributions={muscle: 1.0}, sets=3, rep_min=8, rep_max=12
            )
            for muscle in muscles
        ],
    )

    findings = check_plan([day], lifter=Lifter())

    assert (
        Finding(
            severity=Severity.WARNING,
            code=Code.MANY_GROUPS,
            place="day 1",
            because="More than 6 groups are a lot: 7.",
        )
        in findings
    )


def test_a_careful_start_has_few_sets() -> None:
    lifter = Lifter(experience=Experience.BEGINNER, careful_start=True)
    days = week("bench 4, fly 3")

    findings = [
        one for one in check_plan(days, lifter=lifter) if one.code == "plan.careful"
    ]

    assert [one.place for one in findings] == ["day 1: bench", "day 1: chest"]
    assert errors_of(findings) == findings


def test_own_landmarks_move_the_limit() -> None:
    own = {Muscle.QUADS: LANDMARKS[Muscle.HAMSTRINGS]}

    default = check_plan(one_day("legs", 9), lifter=Lifter())
    lower = check_plan(one_day("legs", 9), lifter=Lifter(overrides=own))

    assert errors_of(default) == []
    assert [one.code for one in errors_of(lower)] == [Code.ABOVE_MRV]


exercises = st.builds(
    PlannedExercise,
    name=st.sampled_from(["one", "two", "three", "four"]),
    contributions=st.dictionaries(
        st.sampled_from(Muscle), st.sampled_from([0.5, 1.0]), min_size=1, max_size=3
    ),
    sets=st.integers(-1, 17),
    rep_min=st.integers(0, 32),
    rep_max=st.integers(0, 32),
)
days = st.builds(
    PlannedDay, name=st.just("day"), exercises=st.lists(exercises, max_size=9)
)


@given(st.lists(days, max_size=8))
def test_a_plan_without_errors_keeps_every_limit(plan: list[PlannedDay]) -> None:
    findings = check_plan(plan, lifter=Lifter())

    assert all(one.because.endswith(".") for one in findings)
    if errors_of(findings):
        return
    for day in plan:
        assert sum(one.sets for one in day.exercises) <= 30
        shares = [(one.contributions, one.sets) for one in day.exercises]
        assert all(direct_sets(muscle, shares) <= 12 for muscle in Muscle)
    everything = [
        (one.contributions, one.sets) for day in plan for one in day.exercises
    ]
    for muscle in Muscle:
        most = mrv(LANDMARKS[muscle], muscle=muscle, sessions_per_week=7)
        assert direct_sets(muscle, everything) <= most


def test_what_is_found_says_what_would_repair_it() -> None:
    assert {finding.repair != "" for finding in check_plan([], lifter=Lifter())} == {
        True
    }
    assert set(REPAIRS) == set(Code)


BAR = PlannedExercise(
    name="squat", contributions={Muscle.QUADS: 1.0}, sets=6, rep_min=6, rep_max=10,
    exercise_id=7, equipment="barbell", pattern="squat", axial=2,
    joints=frozenset({"knee"}),
)  # fmt: skip


def codes(days: list[PlannedDay], lifter: Lifter) -> set[Code]:
    return {one.code for one in check_plan(days, lifter=lifter)}


@pytest.mark.parametrize(
    ("weekdays", "is_found"),
    [
        pytest.param((0, 1), True, id="one day apart"),
        pytest.param((6, 0), True, id="from Sunday to Monday"),
        pytest.param((0, 2), False, id="two days apart"),
        pytest.param((0, None), False, id="nobody knows"),
    ],
)
def test_hard_sets_need_a_day_between(
    weekdays: tuple[int | None, ...], *, is_found: bool
) -> None:
    days = [
        PlannedDay(name=str(index), exercises=[BAR], weekday=weekday)
        for index, weekday in enumerate(weekdays)
    ]

    assert (Code.SPACING in codes(days, Lifter())) is is_found


def test_three_heavy_bars_in_a_workout_are_found() -> None:
    two = [PlannedDay(name="legs", exercises=[BAR, replace(BAR, name="front")])]
    three = [
        PlannedDay(name="legs", exercises=[BAR, *two[0].exercises[1:], BAR]),
    ]

    assert not {Code.AXIAL, Code.PATTERN} & codes(two, Lifter())
    assert {Code.AXIAL, Code.PATTERN} <= codes(three, Lifter())


WISHES = {
    Code.EQUIPMENT: Profile(place=Place.DUMBBELLS),
    Code.INJURY: Profile(injuries=frozenset({Joint.KNEE})),
    Code.BANNED: Profile(banned=frozenset({7})),
    Code.TIME: Profile(session_minutes=39),
    Code.PEAK_TIME: Profile(session_minutes=49),
    Code.DATES: Profile(
        free=(FreeSpan(first=date(2026, 3, 1), last=date(2026, 3, 9)),)
    ),
}


@pytest.mark.parametrize("code", WISHES)
def test_a_wish_that_a_plan_ignores_is_found(code: Code) -> None:
    day = PlannedDay(
        name="legs", exercises=[BAR], minutes=40, peak_minutes=60,
        dates=[date(2026, 3, 2)],
    )  # fmt: skip

    assert codes([day], Lifter(profile=WISHES[code])) & set(WISHES) == {code}
    assert not codes([day], Lifter(profile=Profile())) & set(WISHES)


@pytest.mark.parametrize(
    ("minutes", "is_found"),
    [
        pytest.param(60, False, id="room for all"),
        pytest.param(50, False, id="room for half"),
        pytest.param(49, True, id="room for less"),
    ],
)
def test_a_workout_needs_room_for_half_of_its_rise(
    minutes: int, *, is_found: bool
) -> None:
    day = PlannedDay(name="legs", exercises=[BAR], minutes=40, peak_minutes=60)

    found = codes([day], Lifter(profile=Profile(session_minutes=minutes)))

    assert (Code.PEAK_TIME in found) is is_found


def test_a_muscle_that_starts_above_its_goal_cannot_rise() -> None:
    days = week("legs 8")
    kept = Lifter(emphasis={Muscle.QUADS: Emphasis.MAINTAIN})

    assert Code.PROGRESSION in codes(days, kept)
    assert Code.PROGRESSION not in codes(days, Lifter())
