"""Names of other apps find their exercise, or honestly do not."""

import pytest

from metricgain.importers.names import NameEntry, Resolver
from metricgain.importers.words import fold, parts

CATALOGUE = (
    NameEntry(
        1,
        "Barbell Bench Press",
        ("Bench Press (Barbell)", "Bench Press"),
        "barbell",
    ),
    NameEntry(2, "Dumbbell Bench Press", ("Bench Press (Dumbbell)",), "dumbbell"),
    NameEntry(3, "Dumbbell Incline Bench Press", (), "dumbbell"),
    NameEntry(4, "Barbell Back Squat", ("Squat (Barbell)", "Back Squat"), "barbell"),
    NameEntry(5, "Smith Machine Squat", (), "smith_machine"),
    NameEntry(6, "Barbell Romanian Deadlift", ("Romanian Deadlift",), "barbell"),
    NameEntry(7, "Dumbbell Romanian Deadlift", (), "dumbbell"),
    NameEntry(8, "Barbell Overhead Press", ("Overhead Press",), "barbell"),
    NameEntry(9, "Dumbbell Seated Shoulder Press", (), "dumbbell"),
    NameEntry(10, "Machine Leg Extension", (), "machine"),
    NameEntry(11, "Machine Lying Leg Curl", (), "machine"),
    NameEntry(12, "Machine Seated Leg Curl", (), "machine"),
    NameEntry(13, "Pull-Up", (), "bodyweight"),
    NameEntry(14, "Weighted Pull-Up", (), "bodyweight"),
    NameEntry(15, "Chin-Up", (), "bodyweight"),
    NameEntry(16, "Cable Lat Pulldown", ("Lat Pulldown",), "cable"),
    NameEntry(17, "Cable Close-Grip Lat Pulldown", (), "cable"),
    NameEntry(18, "Cable Triceps Pushdown", ("Triceps Pushdown",), "cable"),
    NameEntry(19, "Machine Chest Fly", ("Pec Deck",), "machine"),
    NameEntry(20, "Machine Reverse Fly", (), "machine"),
    NameEntry(21, "Machine Hip Abduction", (), "machine"),
    NameEntry(22, "Machine Hip Adduction", (), "machine"),
    NameEntry(23, "Dumbbell Lateral Raise", (), "dumbbell"),
    NameEntry(24, "Cable Lateral Raise", (), "cable"),
    NameEntry(25, "EZ Bar Curl", (), "ez_bar"),
    NameEntry(26, "Barbell Standing Calf Raise", (), "barbell"),
    NameEntry(27, "Dumbbell One-Arm Row", (), "dumbbell"),
    NameEntry(28, "Push-Up", (), "bodyweight"),
)
RESOLVER = Resolver(CATALOGUE)
NAMES = {entry.exercise_id: entry.name for entry in CATALOGUE}


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("Bench Press (Barbell)", "Barbell Bench Press", id="alias"),
        pytest.param("bench press  (BARBELL)", "Barbell Bench Press", id="case"),
        pytest.param("BB Bench", "Barbell Bench Press", id="abbreviated"),
        pytest.param(
            "Incline Bench Press (Dumbbell)",
            "Dumbbell Incline Bench Press",
            id="equipment behind",
        ),
        pytest.param(
            "Incline Dumbell Press", "Dumbbell Incline Bench Press", id="misspelt"
        ),
        pytest.param("DB RDL", "Dumbbell Romanian Deadlift", id="DB RDL"),
        pytest.param("OHP", "Barbell Overhead Press", id="OHP"),
        pytest.param(
            "Lying Leg Curls (Machine)", "Machine Lying Leg Curl", id="plural"
        ),
        pytest.param(
            "Leg Extension, Leverage Machine", "Machine Leg Extension", id="Liftosaur"
        ),
        pytest.param("Squat (Smith Machine)", "Smith Machine Squat", id="guided"),
        pytest.param("Pull Ups", "Pull-Up", id="pull ups"),
        pytest.param("Pull Up (Weighted)", "Weighted Pull-Up", id="weighted"),
        pytest.param(
            "Lat Pulldown - Close Grip (Cable)",
            "Cable Close-Grip Lat Pulldown",
            id="grip",
        ),
        pytest.param("Butterfly (Pec Deck)", "Machine Chest Fly", id="butterfly"),
        pytest.param("Hip Abductor (Machine)", "Machine Hip Abduction", id="abductor"),
        pytest.param("E-Z Bar Curl", "EZ Bar Curl", id="EZ"),
        pytest.param(
            "Cadeira Extensora (Máquina)", "Machine Leg Extension", id="Portuguese"
        ),
        pytest.param(
            "Elevação Lateral (Halter)", "Dumbbell Lateral Raise", id="Brazil's halter"
        ),
        pytest.param(
            "Ayakta Calf Raise (Halter)",
            "Barbell Standing Calf Raise",
            id="Turkey's halter",
        ),
        pytest.param(
            "Barfiks (A\u011f\u0131rl\u0131kl\u0131)", "Weighted Pull-Up", id="Turkish"
        ),
        pytest.param(
            "Rematore a Una Mano con Manubrio", "Dumbbell One-Arm Row", id="Italian"
        ),
        pytest.param(
            "Trizepsdrücken (Kabelzug)", "Cable Triceps Pushdown", id="German"
        ),
        pytest.param("Développé couché (haltère)", "Dumbbell Bench Press", id="French"),
        pytest.param(
            "Peso muerto rumano con mancuernas",
            "Dumbbell Romanian Deadlift",
            id="Spanish",
        ),
    ],
)
def test_a_clear_name_is_linked(raw: str, name: str) -> None:
    answer = RESOLVER.resolve(raw, "strong")

    assert answer.outcome == "linked"
    assert answer.exercise_id is not None
    assert NAMES[answer.exercise_id] == name
    assert answer.score >= 90


@pytest.mark.parametrize(
    ("raw", "first"),
    [
        pytest.param("Lateral Raise", "Dumbbell Lateral Raise", id="two equipments"),
        pytest.param(
            "Leg Curl (Machine)", "Machine Seated Leg Curl", id="two postures"
        ),
        pytest.param(
            "Paused Bench Press (Barbell)", "Barbell Bench Press", id="other manner"
        ),
        pytest.param("Bench Press (Cable)", "Barbell Bench Press", id="other load"),
        pytest.param(
            "Standing Shoulder Press (Dumbbell)",
            "Dumbbell Seated Shoulder Press",
            id="opposite posture",
        ),
    ],
)
def test_a_name_with_a_doubt_is_asked_about(raw: str, first: str) -> None:
    answer = RESOLVER.resolve(raw)

    assert answer.outcome == "ask"
    assert answer.exercise_id is None
    assert answer.candidates[0].name == first


@pytest.mark.parametrize(
    "raw",
    ["7's", "Calf Wall", "Serratus Anterior", "Clean/FS/Jerk", "", "💪", "A" * 255],
)
def test_a_name_that_says_nothing_known_is_never_linked(raw: str) -> None:
    answer = RESOLVER.resolve(raw)

    assert answer.outcome != "linked"
    assert answer.exercise_id is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Hip Abduction (Machine)", "Hip Adduction (Machine)", id="hip"),
        pytest.param("Seated Leg Curl (Machine)", "Lying Leg Curl (Machine)", id="leg"),
        pytest.param("Chest Fly (Machine)", "Reverse Fly (Machine)", id="fly"),
        pytest.param("Chin Up", "Pull Up", id="grip of the bar"),
        pytest.param("Squat (Barbell)", "Squat (Smith Machine)", id="guided"),
    ],
)
def test_near_names_are_kept_apart(one: str, other: str) -> None:
    assert RESOLVER.resolve(one).outcome == "linked"
    assert RESOLVER.resolve(one).exercise_id != RESOLVER.resolve(other).exercise_id


def test_a_name_that_two_exercises_share_is_asked_about() -> None:
    twins = Resolver(
        [
            NameEntry(1, "High-Bar Squat", ("Squat",), "barbell"),
            NameEntry(2, "Goblet Squat", ("Squat",), "dumbbell"),
        ]
    )

    answer = twins.resolve("Squat")

    assert answer.outcome == "ask"
    assert {candidate.exercise_id for candidate in answer.candidates} == {1, 2}


def test_what_a_name_leaves_out_is_what_its_app_means_by_it() -> None:
    flies = Resolver(
        [
            NameEntry(1, "Machine Chest Fly", (), "machine"),
            NameEntry(2, "Dumbbell Chest Fly", (), "dumbbell"),
        ]
    )

    assert flies.resolve("Chest Fly").outcome == "ask"
    assert flies.resolve("Chest Fly", "strong").exercise_id == 1


def test_an_empty_catalogue_makes_everything_custom() -> None:
    assert Resolver([]).resolve("Bench Press (Barbell)").outcome == "custom"


def test_names_are_taken_apart_whatever_their_order() -> None:
    assert parts("Bench Press (Barbell)") == parts("Barbell Bench-Press")
    assert parts("Seated Row - Cable") == parts("Cable Seated Rows")
    assert fold("  Trizeps-drücken (KABEL) ") == fold("trizeps drucken kabel")
