"""A name that nobody knows becomes a whole exercise, as far as the name tells."""

import pytest

from metricgain.catalogue.vocabulary import (
    EQUIPMENT,
    EXERCISE_TYPES,
    LOAD_KINDS,
    MUSCLE_GROUPS,
    MUSCLES,
    PATTERNS,
)
from metricgain.importers.custom import custom_exercise


@pytest.mark.parametrize(
    ("name", "load_kind", "share"),
    [
        pytest.param("Wobbly Curl (Dumbbell)", "external", 0, id="dumbbell"),
        pytest.param("Wobbly Pull Up", "bodyweight", 1, id="body weight"),
        pytest.param("Weighted Wobbly Pull Up", "bodyweight_plus", 1, id="weighted"),
        pytest.param("Assisted Wobbly Pull Up", "assisted", 1, id="assisted"),
        pytest.param("Wobbly Running", "bodyweight", 0, id="cardio"),
    ],
)
def test_the_name_says_how_the_exercise_is_loaded(
    name: str, load_kind: str, share: float
) -> None:
    made = custom_exercise(name)

    assert (made.load_kind, float(made.body_weight_factor)) == (load_kind, share)


@pytest.mark.parametrize(
    "name",
    [
        "Wobbly Press",
        "Calf Wobble",
        "Zorblax",
        "体操",
        "Sled Push",
        "Wobbly Shrug",
        "?",
    ],
)
def test_every_part_is_a_word_of_the_catalogue(name: str) -> None:
    made = custom_exercise(name)

    assert made.name == name
    assert made.muscle_group in MUSCLE_GROUPS
    assert made.exercise_type in EXERCISE_TYPES
    assert made.equipment in EQUIPMENT
    assert made.movement_pattern in PATTERNS
    assert made.load_kind in LOAD_KINDS
    assert set(made.muscles) <= set(MUSCLES)
