"""The built-in templates keep the volume rules that the engine plans by."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest

from metricgain.catalogue.reader import (
    CatalogueExercise,
    CatalogueTemplate,
    TemplateExercise,
    TemplateWorkout,
    exercises,
    templates,
)
from metricgain.engine.landmarks import (
    Emphasis,
    Experience,
    landmark_for,
    mrv,
    weekly_goal,
)
from metricgain.engine.muscles import Muscle
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    Code,
    Lifter,
    PlannedDay,
    PlannedExercise,
    errors_of,
    planned_sets,
)
from metricgain.engine.ramp import slots_ramp
from metricgain.engine.session_time import Effort, TimedExercise, session_seconds
from metricgain.engine.volume import direct_sets

LONGEST_WORKOUT_SECONDS = 80 * 60
HEAVY_REPS = 8
EXERCISES = {exercise.id: exercise for exercise in exercises()}
TEMPLATES = [pytest.param(one, id=one.name) for one in templates()]

FOR_ALL_MUSCLES = {
    "Full Body 2x",
    "Full Body 3x",
    "Full Body 4x",
    "Upper/Lower 4x",
    "PPL 6-Day Split",
    "Push Pull Legs 3x",
    "PPL + Upper/Lower 5x",
    "Home Dumbbells 3x",
}
KEY_MUSCLES = (
    Muscle.CHEST,
    Muscle.LATS,
    Muscle.UPPER_BACK,
    Muscle.QUADS,
    Muscle.HAMSTRINGS,
    Muscle.SIDE_DELT,
)
EMPHASIZED = {
    "Chest and Side Delt Specialisation": {Muscle.CHEST, Muscle.SIDE_DELT},
    "Glute Specialisation": {Muscle.GLUTES},
    "Arm Specialisation": {Muscle.BICEPS, Muscle.TRICEPS},
}


def workouts(template: CatalogueTemplate) -> list[TemplateWorkout]:
    return template.config["workouts"]


def contributions(exercise: CatalogueExercise) -> dict[Muscle, float]:
    return {Muscle(muscle): share for muscle, share in exercise.muscles.items()}


def planned(one: TemplateExercise) -> PlannedExercise:
    exercise = EXERCISES[one["exercise_id"]]
    return PlannedExercise(
        name=exercise.name,
        contributions=contributions(exercise),
        sets=one["target_sets"],
        rep_min=one["target_reps_min"],
        rep_max=one["target_reps_max"],
    )


def week_1(template: CatalogueTemplate) -> list[PlannedDay]:
    return [
        PlannedDay(
            name=workout["name"],
            exercises=[planned(one) for one in workout["exercises"]],
        )
        for workout in workouts(template)
    ]


def first_direct(exercise: PlannedExercise) -> Muscle:
    return next(m for m, share in exercise.contributions.items() if share == 1)


def sessions_of(muscle: Muscle, days: Sequence[PlannedDay]) -> int:
    return sum(
        any(one.contributions.get(muscle) == 1 for one in day.exercises) for day in days
    )


def emphasis_on(muscle: Muscle, template: CatalogueTemplate) -> Emphasis:
    special = EMPHASIZED.get(template.name)
    if special is None:
        return Emphasis.GROW
    return Emphasis.EMPHASIZE if muscle in special else Emphasis.MAINTAIN


def room(
    slots: Sequence[PlannedExercise], days: Sequence[PlannedDay], who: Experience
) -> int:
    """Return how many more sets each muscle that the slots train can recover from."""
    also = {m for one in slots for m, share in one.contributions.items() if share == 1}
    return min(
        mrv(
            landmark_for(muscle, experience=who),
            muscle=muscle,
            sessions_per_week=sessions_of(muscle, days),
        )
        - direct_sets(muscle, planned_sets(days))
        for muscle in also
    )


def with_sets(
    days: Sequence[PlannedDay], sets: Mapping[tuple[int, int], int]
) -> list[PlannedDay]:
    return [
        PlannedDay(
            name=day.name,
            exercises=[
                PlannedExercise(
                    name=one.name,
                    contributions=one.contributions,
                    sets=sets.get((at, index), one.sets),
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                )
                for index, one in enumerate(day.exercises)
            ],
        )
        for at, day in enumerate(days)
    ]


def last_hard_week(template: CatalogueTemplate) -> list[PlannedDay]:
    """Return the week before the deload, each muscle ramped from its first week."""
    days = week_1(template)
    who = Experience(template.experience)
    places: dict[Muscle, list[tuple[int, int]]] = defaultdict(list)
    for at, day in enumerate(days):
        for index, one in enumerate(day.exercises):
            places[first_direct(one)].append((at, index))
    for muscle, where in places.items():
        slots = [days[at].exercises[index] for at, index in where]
        goal = weekly_goal(
            landmark_for(muscle, experience=who),
            muscle=muscle,
            emphasis=emphasis_on(muscle, template),
            sessions_per_week=sessions_of(muscle, days),
        )
        own = [one.sets for one in slots]
        ramp = slots_ramp(
            own,
            goal=min(goal, sum(own) + max(0, room(slots, days, who))),
            weeks=template.config["duration_weeks"],
        )
        days = with_sets(days, dict(zip(where, ramp[-2], strict=True)))
    return days


def timed(one: TemplateExercise, *, first: bool) -> TimedExercise:
    exercise = EXERCISES[one["exercise_id"]]
    effort = Effort.COMPOUND if exercise.is_compound else Effort.ISOLATION
    if exercise.is_compound and one["target_reps_min"] < HEAVY_REPS:
        effort = Effort.HEAVY_COMPOUND
    return TimedExercise(
        sets=one["target_sets"],
        effort=effort,
        barbell=exercise.equipment == "barbell",
        skill=exercise.skill_level - 1,
        first_of_muscle=first,
        unilateral=exercise.unilateral,
    )


def seconds(workout: TemplateWorkout) -> int:
    seen: set[Muscle] = set()
    parts = []
    for one in workout["exercises"]:
        muscle = first_direct(planned(one))
        parts.append(timed(one, first=muscle not in seen))
        seen.add(muscle)
    return session_seconds(parts)


def test_there_are_blocks_for_two_to_six_days() -> None:
    assert len(templates()) >= 10
    assert {one.config["days_per_week"] for one in templates()} == {2, 3, 4, 5, 6}
    tags = {tag for one in templates() for tag in one.tags}
    assert tags >= {"beginner", "intermediate", "hypertrophy", "specialisation", "home"}


def test_the_split_of_the_requirements_is_there_by_name() -> None:
    assert "PPL 6-Day Split" in {one.name for one in templates()}


def test_every_specialisation_says_which_muscles_it_emphasizes() -> None:
    special = {one.name for one in templates() if "specialisation" in one.tags}
    assert special == set(EMPHASIZED)


@pytest.mark.parametrize("template", TEMPLATES)
def test_days_rise_and_exercises_come_once_a_day(template: CatalogueTemplate) -> None:
    days = [workout["day_of_week"] for workout in workouts(template)]
    assert days == sorted(set(days))
    for workout in workouts(template):
        ids = [one["exercise_id"] for one in workout["exercises"]]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_equipment_named_is_the_equipment_used(template: CatalogueTemplate) -> None:
    used = {
        EXERCISES[one["exercise_id"]].equipment
        for workout in workouts(template)
        for one in workout["exercises"]
    }
    assert used == set(template.equipment)


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        pytest.param("Home Dumbbells 3x", {"dumbbell", "bodyweight"}, id="dumbbells"),
        pytest.param("Bodyweight 3x", {"bodyweight"}, id="bodyweight"),
    ],
)
def test_home_blocks_need_no_gym(name: str, allowed: set[str]) -> None:
    template = next(one for one in templates() if one.name == name)
    assert set(template.equipment) <= allowed


@pytest.mark.parametrize("template", TEMPLATES)
def test_rep_ranges_suit_the_exercise(template: CatalogueTemplate) -> None:
    for workout in workouts(template):
        for one in workout["exercises"]:
            exercise = EXERCISES[one["exercise_id"]]
            assert exercise.rep_min <= one["target_reps_min"], exercise.name
            assert one["target_reps_max"] <= exercise.rep_max, exercise.name


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_first_week_breaks_no_limit(template: CatalogueTemplate) -> None:
    who = Experience(template.experience)
    lifter = Lifter(experience=who, careful_start=who is Experience.BEGINNER)
    assert errors_of(check_plan(week_1(template), lifter=lifter)) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_last_hard_week_breaks_no_limit(template: CatalogueTemplate) -> None:
    days = last_hard_week(template)
    sets = sum(sets for _, sets in planned_sets(days))
    assert sets > sum(sets for _, sets in planned_sets(week_1(template)))
    lifter = Lifter(experience=Experience(template.experience))
    assert errors_of(check_plan(days, lifter=lifter)) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_muscle_is_left_out(template: CatalogueTemplate) -> None:
    lifter = Lifter(experience=Experience(template.experience))
    found = check_plan(week_1(template), lifter=lifter)
    assert [one for one in found if one.code is Code.UNTRAINED] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_muscle_keeps_its_size(template: CatalogueTemplate) -> None:
    lifter = Lifter(experience=Experience(template.experience))
    found = check_plan(week_1(template), lifter=lifter)
    below = {one.place for one in found if one.code is Code.BELOW_MV}
    # Only raises train the side delts fully, and they take a weight.
    assert below == ({"side_delt"} if template.name == "Bodyweight 3x" else set())


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_block_for_all_muscles_starts_where_they_grow(
    template: CatalogueTemplate,
) -> None:
    if template.name not in FOR_ALL_MUSCLES:
        assert template.name in {*EMPHASIZED, "Bodyweight 3x"}
        return
    sets = planned_sets(week_1(template))
    who = Experience(template.experience)
    for muscle in KEY_MUSCLES:
        mev = landmark_for(muscle, experience=who).mev
        assert direct_sets(muscle, sets) >= mev, muscle


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_block_emphasizes_starts_at_twice_its_need(
    template: CatalogueTemplate,
) -> None:
    sets = planned_sets(week_1(template))
    who = Experience(template.experience)
    for muscle in EMPHASIZED.get(template.name, set()):
        mev = landmark_for(muscle, experience=who).mev
        assert direct_sets(muscle, sets) >= 2 * mev, muscle


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_workout_takes_longer_than_eighty_minutes(
    template: CatalogueTemplate,
) -> None:
    for workout in workouts(template):
        assert seconds(workout) <= LONGEST_WORKOUT_SECONDS, workout["name"]
