"""The catalogue's exercises are found under names that nobody wrote into it."""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from metricgain.catalogue.reader import exercises
from metricgain.importers.evidence import Evidence
from metricgain.importers.fitnotes import FitNotes
from metricgain.importers.names import Resolution, Resolver, entry_of
from metricgain.importers.naming import Naming
from metricgain.importers.values import ImportedWorkout, ReadOptions
from metricgain.importers.words import parts

TABLE: Final = Path(__file__).parent / "files" / "made_up_names.csv"
LEAST_RIGHT: Final = {"easy": 1.0, "medium": 0.97, "hard": 0.97}
RESOLVER: Final = Resolver(entry_of(exercise) for exercise in exercises())
with TABLE.open(encoding="utf-8", newline="") as table:
    ROWS: Final = tuple(csv.DictReader(table))


def answer(row: dict[str, str]) -> Resolution:
    return RESOLVER.resolve(row["raw"], row["app"])


def test_nearly_all_made_up_names_are_right_at_first_place() -> None:
    asked = Counter(row["difficulty"] for row in ROWS)
    right = Counter(
        row["difficulty"]
        for row in ROWS
        if row["exercise"]
        and [one.name for one in answer(row).candidates[:1]] == [row["exercise"]]
    )

    assert asked.keys() == {*LEAST_RIGHT, "unresolvable"}
    for difficulty, least in LEAST_RIGHT.items():
        assert right[difficulty] >= least * asked[difficulty], difficulty


def test_no_made_up_name_is_linked_to_the_wrong_exercise() -> None:
    wrong = [
        (row["raw"], found.candidates[0].name)
        for row in ROWS
        if (found := answer(row)).outcome == "linked"
        and found.candidates[0].name != row["exercise"]
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "language", ["de", "fr", "es", "pt", "it", "tr", "nl", "ru", "ja", "zh"]
)
def test_each_language_is_linked_without_asking(language: str) -> None:
    outcomes = Counter(
        answer(row).outcome
        for row in ROWS
        if row["language"] == language and row["exercise"]
    )

    assert outcomes["linked"] >= 10
    assert outcomes["linked"] >= 0.9 * outcomes.total()


@pytest.mark.parametrize(
    ("raw", "same"),
    [
        pytest.param("Kurzhantelrudern", "Dumbbell Row", id="German compound"),
        pytest.param(
            "Leg Raise (Captain\u00b4s Chair)",
            "Captain's chair leg raise",
            id="an accent for an apostrophe",
        ),
        pytest.param("上斜哑铃卧推", "Incline dumbbell bench press", id="no blanks"),
        pytest.param("Curl inversé (barre)", "Reverse curl (barbell)", id="accents"),
        pytest.param("Hex Bar Deadlift", "Trap bar deadlifts", id="synonyms"),
    ],
)
def test_two_ways_to_say_the_same_have_the_same_parts(raw: str, same: str) -> None:
    assert parts(raw) == parts(same)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Seated Row", id="no equipment"),
        pytest.param("Seated Shoulder Press", id="no equipment and a posture"),
        pytest.param("Toe Touch", id="another movement of the toes"),
        pytest.param("Bench Press with Bands", id="bands besides the bar"),
        pytest.param("Tempo Bench Press (Barbell)", id="a word that we do not know"),
    ],
)
def test_what_is_left_open_is_asked(raw: str) -> None:
    assert RESOLVER.resolve(raw).outcome == "ask"


@pytest.mark.parametrize("raw", ["Running (Treadmill)", "Doğa Yürüyüşü", "Laufband"])
def test_cardio_is_not_taken_for_an_exercise_with_weights(raw: str) -> None:
    assert RESOLVER.resolve(raw) == Resolution("custom", None, 0, ())


@pytest.mark.parametrize(
    ("raw", "evidence", "outcome", "name"),
    [
        pytest.param(
            "Seated Row",
            Evidence(body_part="Brust"),
            "ask",
            "Seated Cable Row",
            id="no muscle agrees",
        ),
        pytest.param(
            "Deadlift", Evidence(body_part="Biceps"), "ask", "Deadlift", id="disagrees"
        ),
        pytest.param(
            "Deadlift", Evidence(body_part="Back"), "linked", "Deadlift", id="agrees"
        ),
        pytest.param(
            "Deadlift",
            Evidence(body_part="Favourites"),
            "linked",
            "Deadlift",
            id="says nothing",
        ),
        pytest.param(
            "Lunges outdoors",
            Evidence(loaded=False),
            "ask",
            "Bodyweight Lunge",
            id="nothing is lifted",
        ),
        pytest.param(
            "Squat",
            Evidence(loaded=False),
            "linked",
            "Barbell Back Squat",
            id="an empty cell does not outweigh a known name",
        ),
    ],
)
def test_what_the_file_says_is_weighed(
    raw: str, evidence: Evidence, outcome: str, name: str
) -> None:
    found = RESOLVER.resolve(raw, evidence=evidence)

    assert (found.outcome, found.candidates[0].name) == (outcome, name)


def test_the_category_of_a_file_keeps_a_name_from_the_wrong_muscle() -> None:
    file = (
        b"Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time\n"
        b"2024-05-01,Deadlift,Biceps,20,12,,,\n"
        b"2024-05-01,Squat,Legs,100,5,,,\n"
    )
    options = ReadOptions(timezone=ZoneInfo("UTC"))
    (workout,) = FitNotes().read(io.BytesIO(file), options)
    assert isinstance(workout, ImportedWorkout)

    naming = Naming("fitnotes", resolver=RESOLVER, known={}, draw_id=lambda _: -1)
    for one in workout.sets:
        naming.exercise_id(one.exercise_name, Evidence(body_part=one.body_part))

    outcomes = {named.link.raw_name: named.link.outcome for named in naming.report()}
    assert outcomes == {"Deadlift": "asked", "Squat": "linked"}
