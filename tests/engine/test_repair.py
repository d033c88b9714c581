"""Plans that somebody else made are brought within the limits, and it is said how."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generated import GROUND, PROFILES, catalogue
from metricgain.engine.generator.draft import Near, make_draft, task_of
from metricgain.engine.generator.limits import broken
from metricgain.engine.generator.options import Option, usable
from metricgain.engine.generator.profile import Joint, Profile
from metricgain.engine.generator.repair import (
    Repair,
    RepairCode,
    Wished,
    repaired,
    ruled_out,
)
from metricgain.engine.generator.task import Placed, Task

ALL = catalogue()
BY_NAME = {one.name: one for one in ALL}


def wish(name: str, *, weekday: int = 0, sets: int = 3) -> Wished:
    found = BY_NAME.get(name)
    return Wished(
        name=name,
        exercise_id=found.exercise_id if found else None,
        weekday=weekday,
        sets=sets,
    )


def mended(
    profile: Profile, *wishes: Wished
) -> tuple[Task, Placed, tuple[Repair, ...]]:
    wanted = frozenset(one.exercise_id for one in wishes if one.exercise_id)
    pool = usable(GROUND.options, profile, wanted=wanted)
    task = task_of(profile, GROUND, pool=pool, near=Near())
    placed, repairs = repaired(task, wishes)
    return task, placed, repairs


def sets_of(task: Task, placed: Placed, name: str) -> list[int]:
    return [
        sets for (index, _), sets in placed.items() if task.options[index].name == name
    ]


def test_what_keeps_the_limits_is_kept_and_the_gaps_are_filled() -> None:
    bench = wish("Barbell Bench Press", sets=3)

    task, placed, repairs = mended(Profile(), bench)

    assert 3 in sets_of(task, placed, bench.name)
    assert {one.code for one in repairs} <= {RepairCode.ADDED, RepairCode.SETS}
    assert any(one.code is RepairCode.ADDED for one in repairs)


def test_forty_sets_of_curls_become_what_a_workout_allows() -> None:
    curls = wish("Dumbbell Curl", sets=40)

    task, placed, repairs = mended(Profile(), curls)

    (sets,) = sets_of(task, placed, curls.name)
    assert sets <= task.most_sets
    assert (
        Repair(
            code=RepairCode.SETS,
            place=curls.name,
            because=f"It has {sets} sets instead of 40.",
        )
        in repairs
    )


def test_what_finds_no_room_is_left_out_and_named() -> None:
    crowd = [wish(one.name, sets=5) for one in ALL if one.pattern == "squat"][:6]

    task, placed, repairs = mended(Profile(), *crowd)

    left_out = [one.place for one in repairs if one.code is RepairCode.NO_ROOM]
    assert left_out
    assert all(sets_of(task, placed, name) == [] for name in left_out)


def refused(profile: Profile, found: Wished) -> RepairCode | None:
    option = BY_NAME.get(found.name)
    why = ruled_out(found, option, profile)
    return why.code if why else None


def test_what_cannot_be_planned_at_all_says_why() -> None:
    knee = Profile(injuries=frozenset({Joint.KNEE}))
    squat = next(one for one in ALL if "knee" in one.joints)

    assert refused(Profile(), wish("Quantum Bicep Blaster")) is RepairCode.UNKNOWN
    assert refused(knee, wish(squat.name)) is RepairCode.RULED_OUT
    assert refused(Profile(), wish("Dumbbell Curl", weekday=6)) is RepairCode.DAY
    assert refused(Profile(), wish("Dumbbell Curl")) is None


@settings(max_examples=15)
@given(
    profile=PROFILES,
    wishes=st.lists(
        st.builds(
            lambda one, weekday, sets: wish(one.name, weekday=weekday, sets=sets),
            st.sampled_from(ALL),
            st.integers(0, 6),
            st.integers(-3, 60),
        ),
        max_size=25,
    ),
)
def test_whatever_is_wished_the_week_keeps_every_limit(
    profile: Profile, wishes: list[Wished]
) -> None:
    task, placed, _ = mended(profile, *wishes)

    assert broken(task, placed) == []


def test_a_wanted_exercise_can_be_chosen_though_others_are_more_usual() -> None:
    rare = next(
        one for one in ALL if _may(one) and one not in usable(ALL, Profile()).options
    )

    pool = usable(ALL, Profile(), wanted=frozenset({rare.exercise_id}))

    assert rare.exercise_id in {one.exercise_id for one in pool.options}
    assert make_draft(Profile(), GROUND, wanted=frozenset({rare.exercise_id})).days


def _may(option: Option) -> bool:
    pool = usable([option], Profile())
    return bool(pool.options)
