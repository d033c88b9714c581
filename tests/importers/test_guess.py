"""An exercise nobody knows is put where its name says it belongs."""

import pytest

from metricgain.catalogue.vocabulary import EQUIPMENT
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.importers.guess import guess_custom


@pytest.mark.parametrize(
    ("raw", "group", "kind", "equipment", "muscle"),
    [
        pytest.param(
            "Viking Press Machine",
            MuscleGroup.SHOULDERS,
            "machine",
            "stack",
            Muscle.FRONT_DELT,
            id="Viking press",
        ),
        pytest.param(
            "Rear Delt Row (Cable)",
            MuscleGroup.DELTS,
            "cable",
            "cable",
            Muscle.REAR_DELT,
            id="the muscle beats the movement",
        ),
        pytest.param(
            "My Calf Thing",
            MuscleGroup.CALFS,
            "freeweight",
            "other",
            Muscle.CALVES,
            id="only the muscle",
        ),
        pytest.param(
            "Beinpresse einbeinig",
            MuscleGroup.LEGS,
            "machine",
            "stack",
            Muscle.QUADS,
            id="German",
        ),
        pytest.param(
            "Archer Push Ups",
            MuscleGroup.CHEST,
            "bodyweight",
            "bodyweight",
            Muscle.CHEST,
            id="body weight by habit",
        ),
        pytest.param(
            "Trap Bar Shrug",
            MuscleGroup.BACK,
            "freeweight",
            "trap_bar",
            Muscle.TRAPS,
            id="equipment is no muscle",
        ),
        pytest.param(
            "DB Gorilla Row",
            MuscleGroup.BACK,
            "freeweight",
            "dumbbell",
            Muscle.UPPER_BACK,
            id="abbreviated",
        ),
    ],
)
def test_the_words_of_a_name_say_what_it_trains(
    raw: str, group: MuscleGroup, kind: str, equipment: str, muscle: Muscle
) -> None:
    guess = guess_custom(raw)

    assert guess.certain
    assert (guess.muscle_group, guess.exercise_type) == (group, kind)
    assert guess.equipment == equipment
    assert muscle in guess.muscles


@pytest.mark.parametrize("raw", ["Treadmill", "Rowing Machine", "Jump Rope", "Yoga"])
def test_cardio_trains_no_muscle(raw: str) -> None:
    assert guess_custom(raw).muscles == ()
    assert guess_custom(raw).certain


@pytest.mark.parametrize("raw", ["7's", "", "Thursday special"])
def test_a_name_that_says_nothing_trains_no_muscle_until_corrected(raw: str) -> None:
    guess = guess_custom(raw)

    assert not guess.certain
    assert guess.muscles == ()
    assert guess.muscle_group is MuscleGroup.ABS


@pytest.mark.parametrize(
    "raw",
    [
        "Smith Machine Thing",
        "Viking Press Machine",
        "Landmine Thing",
        "Medicine Ball Thing",
        "Plate Thing",
        "EZ Bar Thing",
        "Hex Bar Thing",
        "Band Thing",
        "Assisted Thing",
        "Leg Press",
        "Thing",
    ],
)
def test_the_equipment_is_one_the_catalogue_knows(raw: str) -> None:
    assert guess_custom(raw).equipment in EQUIPMENT
