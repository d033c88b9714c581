"""The catalogue is complete, consistent and counts sets by the engine's rules."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

import pytest

from doc_tables import read_table
from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import CatalogueExercise, exercises
from metricgain.catalogue.vocabulary import MUSCLE_GROUPS, MUSCLES, PATTERNS
from metricgain.engine.contributions import (
    CONTRIBUTIONS,
    Movement,
    check_contributions,
)
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup

MOVEMENT_OF: Final = {
    "horizontal_press": Movement.HORIZONTAL_PRESS,
    "incline_press": Movement.HORIZONTAL_PRESS,
    "decline_press": Movement.HORIZONTAL_PRESS,
    "vertical_press": Movement.OVERHEAD_PRESS,
    "dip": Movement.DIP,
    "row": Movement.ROW,
    "pulldown": Movement.PULLDOWN,
    "squat": Movement.SQUAT,
    "leg_press": Movement.SQUAT,
    "lunge": Movement.LUNGE,
    "hinge": Movement.ROMANIAN_DEADLIFT,
    "deadlift": Movement.DEADLIFT,
}
BY_NAME: Final = {exercise.name: exercise for exercise in exercises()}


VARIANTS: Final = {row["exercise"]: row for row in read_table("catalogue", "Shares")}
RULED: Final = [
    exercise
    for exercise in exercises()
    if exercise.movement_pattern in MOVEMENT_OF and exercise.name not in VARIANTS
]


def named(found: Iterable[CatalogueExercise]) -> list[object]:
    return [pytest.param(exercise, id=exercise.name) for exercise in found]


def shares(exercise: CatalogueExercise) -> dict[Muscle, float]:
    return {Muscle(muscle): share for muscle, share in exercise.muscles.items()}


def test_there_are_as_many_exercises_and_aliases_as_promised() -> None:
    found = exercises()

    assert len(found) >= 350
    assert sum(len(exercise.aliases) for exercise in found) >= 900


def test_an_id_means_one_exercise() -> None:
    taken = Counter(exercise.id for exercise in exercises())

    assert [number for number, count in taken.items() if count > 1] == []


def test_a_name_or_alias_means_one_exercise() -> None:
    taken = Counter(
        normalise(name)
        for exercise in exercises()
        for name in (exercise.name, *exercise.aliases)
    )

    assert [name for name, count in taken.items() if count > 1] == []


def test_the_catalogue_and_the_engine_know_the_same_muscles_and_groups() -> None:
    assert list(MUSCLES) == [muscle.value for muscle in Muscle]
    assert sorted(MUSCLE_GROUPS) == sorted(group.value for group in MuscleGroup)


@pytest.mark.parametrize("exercise", named(exercises()))
def test_an_exercise_trains_a_muscle_of_its_group_directly(
    exercise: CatalogueExercise,
) -> None:
    found = shares(exercise)

    check_contributions(found)
    direct = {GROUP_OF[muscle] for muscle, share in found.items() if share == 1}
    assert MuscleGroup(exercise.muscle_group) in direct


@pytest.mark.parametrize("exercise", named(RULED))
def test_a_compound_movement_counts_by_the_rule_of_its_movement(
    exercise: CatalogueExercise,
) -> None:
    rule = CONTRIBUTIONS[MOVEMENT_OF[exercise.movement_pattern]]
    found = shares(exercise)
    usual_groups = {GROUP_OF[muscle] for muscle, share in rule.items() if share == 1}

    if MuscleGroup(exercise.muscle_group) in usual_groups:
        assert found == rule
    else:
        assert found.keys() <= rule.keys()


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_counts_as_the_page_says(name: str) -> None:
    row = VARIANTS[name]
    found = BY_NAME[name].muscles

    for share, column in ((1.0, "counts 1"), (0.5, "counts 0.5")):
        listed = {muscle for muscle, part in found.items() if part == share}
        assert listed == set(row[column].split(", ")) - {"-"}


@pytest.mark.parametrize("exercise", named(exercises()))
def test_a_description_is_one_or_two_sentences(exercise: CatalogueExercise) -> None:
    text = exercise.description

    assert text.endswith((".", "!"))
    assert len(re.findall(r"[.!?](?=\s|$)", text)) in (1, 2)


@pytest.mark.parametrize("exercise", named(exercises()))
def test_load_and_equipment_agree(exercise: CatalogueExercise) -> None:
    if exercise.exercise_type == "bodyweight":
        assert exercise.load_kind in ("bodyweight", "bodyweight_plus")
    if exercise.exercise_type == "cable":
        assert exercise.equipment == "cable"
    if exercise.equipment in ("smith", "stack", "plate_machine"):
        assert exercise.exercise_type == "machine"
    if exercise.load_kind == "assisted":
        assert exercise.exercise_type == "machine"


@pytest.mark.parametrize(
    "name",
    [
        "Barbell Bench Press",
        "Dumbbell Bench Press",
        "Incline Dumbbell Press",
        "Cable Fly",
        "Chest Press Machine",
        "Push-ups",
        "Barbell Row",
        "Pull-ups",
        "Lat Pulldown",
        "Dumbbell Row",
        "Seated Cable Row",
        "T-Bar Row",
    ],
)
def test_the_exercises_that_were_asked_for_by_name_exist(name: str) -> None:
    assert name in BY_NAME


@pytest.mark.parametrize(
    ("name", "load_kind", "factor", "per_side"),
    [
        pytest.param("Barbell Bench Press", "external", 0.0, False, id="bar"),
        pytest.param("Dumbbell Bench Press", "external", 0.0, True, id="pair"),
        pytest.param("Push-ups", "bodyweight_plus", 0.65, False, id="part of a body"),
        pytest.param("Pull-ups", "bodyweight_plus", 1.0, False, id="whole body"),
        pytest.param("Assisted Pull-ups", "assisted", 1.0, False, id="helped"),
    ],
)
def test_the_load_of_an_exercise_means_what_lifters_enter(
    name: str, load_kind: str, factor: float, *, per_side: bool
) -> None:
    found = BY_NAME[name]

    assert (found.load_kind, found.body_weight_factor) == (load_kind, factor)
    assert found.per_side is per_side


def test_the_page_tells_each_pattern_and_its_rule() -> None:
    rows = read_table("catalogue", "Patterns")

    assert {row["pattern"]: row["rule"] for row in rows} == {
        pattern: MOVEMENT_OF[pattern].value if pattern in MOVEMENT_OF else "isolation"
        for pattern in PATTERNS
    }


def test_the_page_tells_where_each_muscle_is_filed() -> None:
    rows = read_table("catalogue", "Groups")

    assert {
        muscle: row["file"].removesuffix(".toml")
        for row in rows
        for muscle in row["muscles"].split(", ")
    } == {muscle.value: group.value for muscle, group in GROUP_OF.items()}
