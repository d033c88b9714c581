"""The generator's plans keep every limit, and say what they could not meet."""

from datetime import date

import pytest
from hypothesis import given, settings

from doc_tables import read_table
from generated import GROUND, PROFILES, SIX, catalogue
from metricgain.catalogue.vocabulary import EQUIPMENT, JOINTS
from metricgain.engine.generator import cost as points
from metricgain.engine.generator.board import Board
from metricgain.engine.generator.cost import cost
from metricgain.engine.generator.draft import Draft, Ground, Near, make_draft, task_of
from metricgain.engine.generator.greedy import plan_greedily
from metricgain.engine.generator.limits import broken
from metricgain.engine.generator.options import usable
from metricgain.engine.generator.profile import (
    FreeSpan,
    Goal,
    Joint,
    Place,
    Profile,
    ProfileError,
    Tool,
    check_profile,
)
from metricgain.engine.generator.safety import Health, SafetyCode, screen
from metricgain.engine.generator.task import Placed, Task
from metricgain.engine.generator.unmet import UnmetCode
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    Code,
    Lifter,
    PlannedDay,
    PlannedExercise,
    errors_of,
)
from metricgain.integrations.cp_sat import plan_by_solver

BY_ID = {one.exercise_id: one for one in catalogue()}
PAGE = "engine/generator"
HARD = dict.fromkeys(SIX, Emphasis.EMPHASIZE)


def task_for(profile: Profile, near: Near | None = None) -> Task:
    pool = usable(GROUND.options, profile)
    return task_of(profile, GROUND, pool=pool, near=near or Near())


def made(profile: Profile, near: Near | None = None) -> Draft:
    return make_draft(profile, GROUND, near=near)


def exercises_of(draft: Draft) -> frozenset[tuple[int, int]]:
    return frozenset(
        (one.exercise_id, workout.weekday)
        for workout in draft.workouts
        for one in workout.exercises
    )


def days_of(draft: Draft) -> list[PlannedDay]:
    return [
        PlannedDay(
            name=workout.name,
            weekday=workout.weekday,
            exercises=[
                PlannedExercise(
                    name=BY_ID[one.exercise_id].name,
                    contributions=BY_ID[one.exercise_id].contributions,
                    sets=one.sets,
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                    exercise_id=one.exercise_id,
                    equipment=BY_ID[one.exercise_id].equipment,
                    pattern=BY_ID[one.exercise_id].pattern,
                    joints=BY_ID[one.exercise_id].joints,
                    axial=BY_ID[one.exercise_id].axial,
                )
                for one in workout.exercises
            ],
        )
        for workout in draft.workouts
    ]


TOLERATED = {
    Code.BELOW_MV, Code.UNTRAINED, Code.MANY_GROUPS, Code.PROGRESSION,
}  # fmt: skip
"""What a lack of time or a wish may leave, and the draft itself tells."""


@settings(max_examples=20, deadline=None)
@given(profile=PROFILES)
def test_a_plan_keeps_every_limit(profile: Profile) -> None:
    try:
        draft = made(profile)
    except ProfileError:
        return

    careful = profile.experience is Experience.BEGINNER
    found = check_plan(
        days_of(draft),
        lifter=Lifter(
            experience=profile.experience,
            emphasis=draft.emphasis,
            profile=profile,
            careful_start=careful,
        ),
    )

    assert errors_of(found) == []
    assert {one.code for one in found} <= TOLERATED
    untold = {one.place for one in draft.unmet}
    for finding in found:
        if finding.code is Code.UNTRAINED:
            assert finding.place in untold


@settings(max_examples=6, deadline=None)
@given(profile=PROFILES)
def test_the_points_of_a_week_are_the_same_however_they_are_added_up(
    profile: Profile,
) -> None:
    task = task_for(profile)

    placed = plan_greedily(task)

    assert broken(task, placed) == []
    assert Board(task, placed).cost() == cost(task, placed)
    board = Board(task)
    for place, sets in placed.items():
        gain = board.gain(place, sets)
        before = board.cost()
        board.put(place, sets)
        assert before - board.cost() == gain


@settings(max_examples=3, deadline=None)
@given(profile=PROFILES)
def test_the_solver_keeps_the_limits_and_is_never_worse(profile: Profile) -> None:
    task = task_for(profile)
    greedy = plan_greedily(task)

    solved = plan_by_solver(task, hint=greedy)

    assert broken(task, solved) == []
    assert cost(task, solved) <= cost(task, greedy)


@pytest.mark.parametrize("planner", [plan_greedily, plan_by_solver])
def test_the_same_question_has_the_same_answer(planner: object) -> None:
    assert callable(planner)
    task = task_for(Profile(), Near(seed=7))

    assert planner(task) == planner(task)


def test_a_plan_meets_every_need_when_there_is_time() -> None:
    draft = made(Profile(weekdays=(0, 1, 3, 4)))

    assert draft.unmet == ()
    assert {code.code for code in check_plan(days_of(draft), lifter=Lifter())} == set()


def test_regenerating_after_a_small_change_keeps_what_it_can() -> None:
    before = exercises_of(made(Profile()))
    longer = Profile(session_minutes=70)

    near = exercises_of(made(longer, Near(previous=before)))

    assert len(near & before) >= 0.8 * len(before)


def test_another_option_is_really_another() -> None:
    before = exercises_of(made(Profile()))
    avoid = frozenset(exercise for exercise, _ in before)

    other = exercises_of(made(Profile(), Near(avoid=avoid, seed=1)))

    kept = {exercise for exercise, _ in other} & avoid
    assert len(kept) <= 0.4 * len(avoid)
    assert made(Profile(), Near(avoid=avoid, seed=1)).unmet == ()


def test_six_emphasised_muscles_in_two_short_days_say_what_had_no_room() -> None:
    draft = made(Profile(weekdays=(0, 3), session_minutes=30, emphasis=HARD))

    short = {one.place for one in draft.unmet if one.code is UnmetCode.SETS}
    assert draft.workouts
    assert len(short) >= 5
    assert all("room" in one.remedy for one in draft.unmet)


def test_no_equipment_for_a_muscle_names_the_muscle() -> None:
    bars = frozenset({Tool.BARBELL})
    no_legs = [one for one in catalogue() if Muscle.CALVES not in one.direct]

    ground = Ground(options=no_legs)
    draft = make_draft(Profile(place=Place.OWN, tools=bars), ground)

    missing = [one for one in draft.unmet if one.code is UnmetCode.NO_EXERCISE]
    assert Muscle.CALVES in {one.place for one in missing}


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        pytest.param(
            Profile(banned=frozenset(one.exercise_id for one in catalogue()[:50])),
            "banned",
            id="every exercise is banned",
        ),
        pytest.param(
            Profile(injuries=frozenset(Joint)), "injuries", id="every joint hurts"
        ),
        pytest.param(Profile(session_minutes=5), "sessionMinutes", id="no time"),
        pytest.param(Profile(weekdays=(0,)), "weekdays", id="one day"),
        pytest.param(Profile(weekdays=(3, 1)), "weekdays", id="days out of order"),
        pytest.param(Profile(weekdays=(3, 7)), "weekdays", id="no such day"),
        pytest.param(Profile(horizon_weeks=3), "horizonWeeks", id="too short"),
        pytest.param(Profile(place=Place.OWN), "tools", id="nothing there"),
        pytest.param(
            Profile(banned=frozenset({1}), favourites=frozenset({1})),
            "favourites",
            id="banned and liked",
        ),
        pytest.param(
            Profile(free=(FreeSpan(first=date(2026, 5, 2), last=date(2026, 5, 1)),)),
            "free[0].last",
            id="days backwards",
        ),
    ],
)
def test_an_impossible_profile_names_the_wish_to_change(
    profile: Profile, field: str
) -> None:
    with pytest.raises(ProfileError) as refused:
        make_draft(profile, Ground(options=catalogue()[:50]))

    assert refused.value.field in {field, "place"}


def test_a_favourite_is_planned_and_a_banned_exercise_never() -> None:
    banned = frozenset(exercise for exercise, _ in exercises_of(made(Profile())))
    sissy = next(one for one in catalogue() if one.name == "Sissy Squat").exercise_id
    profile = Profile(banned=banned - {sissy}, favourites=frozenset({sissy}))

    used = {exercise for exercise, _ in exercises_of(made(profile))}

    assert sissy in used
    assert not used & profile.banned


def test_a_novice_gets_easy_exercises_and_few_sets() -> None:
    draft = made(Profile(experience=Experience.BEGINNER))

    planned = [one for workout in draft.workouts for one in workout.exercises]
    assert max(one.sets for one in planned) <= 3
    assert {BY_ID[one.exercise_id].skill for one in planned} == {1}


def test_strength_asks_for_fewer_reps_of_the_main_lifts() -> None:
    def fewest(goal: Goal) -> int:
        draft = made(Profile(goal=goal))
        return min(one.rep_min for w in draft.workouts for one in w.exercises)

    assert fewest(Goal.STRENGTH) < fewest(Goal.HYPERTROPHY)


def test_maintenance_takes_less_than_growth() -> None:
    def sets(goal: Goal) -> int:
        draft = made(Profile(goal=goal))
        return sum(one.sets for w in draft.workouts for one in w.exercises)

    assert sets(Goal.MAINTENANCE) < sets(Goal.HYPERTROPHY)


def test_light_training_has_no_trap_and_no_heavy_sets() -> None:
    draft = made(Profile(health=Health(is_pregnant=True)))

    planned = [one for workout in draft.workouts for one in workout.exercises]
    assert not any(BY_ID[one.exercise_id].traps_lifter for one in planned)
    assert min(one.rep_min for one in planned) >= 10


@pytest.mark.parametrize("row", read_table(PAGE, "The safety screen"))
def test_the_safety_screen_is_as_the_page_says(row: dict[str, str]) -> None:
    said = row["you say"]
    health = Health(
        heart_or_illness="heart" in said,
        is_cleared="cleared" in said,
        is_under_18="under 18" in said,
        is_pregnant="pregnant" in said,
        had_surgery="surgery" in said,
    )

    notes = screen(health, rir_floor=int(row["fewest reps in reserve"]))

    assert [note.code for note in notes] == [
        SafetyCode(code) for code in row["rule"].split(", ") if code != "-"
    ]
    assert any(note.blocks for note in notes) is (row["a plan is made"] == "no")


def test_the_page_lists_the_points() -> None:
    listed = {
        row["name"]: int(row["points"])
        for row in read_table(PAGE, "What a plan is weighed by")
    }

    assert listed == {
        "UNDER grow": points.UNDER[Emphasis.GROW],
        "UNDER emphasize": points.UNDER[Emphasis.EMPHASIZE],
        "CRAMPED grow": points.CRAMPED[Emphasis.GROW],
        "CRAMPED emphasize": points.CRAMPED[Emphasis.EMPHASIZE],
        **{
            name: getattr(points, name)
            for name in (
                "UNKEPT", "OVER", "BORROWED", "RARELY", "CROWDED", "LONG",
                "EMPTY_DAY", "UNEVEN", "LOPSIDED", "USE", "SMALL", "UNFAMILIAR",
                "FAVOURITE", "FAVOURITE_UNUSED", "AVOIDED", "MOVED", "MANY_OF_MUSCLE",
            )
        },
    }  # fmt: skip


def test_the_engine_knows_the_words_of_the_catalogue() -> None:
    assert set(Tool) == set(EQUIPMENT)
    assert set(Joint) == set(JOINTS)


def test_a_good_profile_passes() -> None:
    check_profile(Profile())


def test_an_unplanned_week_has_points_for_everything() -> None:
    empty: Placed = {}
    assert cost(task_for(Profile()), empty) > 500
