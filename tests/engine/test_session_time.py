import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.session_time import (
    Effort,
    OwnPace,
    TimedExercise,
    rest_seconds,
    session_seconds,
)

PAGE = "engine/session-time"
EFFORTS = {
    "h": Effort.HEAVY_COMPOUND,
    "c": Effort.COMPOUND,
    "i": Effort.ISOLATION,
}
TWO_BY_FIVE = [TimedExercise(sets=5, effort=Effort.COMPOUND)] * 2

timed = st.builds(
    TimedExercise,
    sets=st.integers(0, 15),
    effort=st.sampled_from(Effort),
    barbell=st.booleans(),
    skill=st.integers(0, 2),
    first_of_muscle=st.booleans(),
    unilateral=st.booleans(),
    superset=st.none() | st.integers(0, 2),
)


def exercise(words: str) -> TimedExercise:
    match = re.fullmatch(r"([hci])(\d)([bfus012]*)", words)
    assert match, words
    effort, sets, notes = match.groups()
    return TimedExercise(
        sets=int(sets),
        effort=EFFORTS[effort],
        barbell="b" in notes,
        skill=max((int(note) for note in notes if note.isdigit()), default=0),
        first_of_muscle="f" in notes,
        unilateral="u" in notes,
        superset=1 if "s" in notes else None,
    )


def workout(words: str) -> list[TimedExercise]:
    return [] if words == "nothing" else [exercise(part) for part in words.split(", ")]


@pytest.mark.parametrize("row", read_table(PAGE, "Rest between sets"))
def test_rests_are_as_the_page_says(row: dict[str, str]) -> None:
    assert rest_seconds(Effort(row["effort"]), {}) == int(row["seconds"])


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_a_workout_takes_what_the_page_says(row: dict[str, str]) -> None:
    assert session_seconds(workout(row["workout"])) == int(row["seconds"])


@pytest.mark.parametrize("row", read_table(PAGE, "A usual hour"))
def test_a_usual_workout_takes_about_an_hour(row: dict[str, str]) -> None:
    usual = workout(row["workout"])

    assert round(session_seconds(usual) / 60) == int(row["minutes"])
    assert sum(one.sets for one in usual) == 19


@pytest.mark.parametrize(
    ("sessions", "seconds"),
    [
        pytest.param(4, session_seconds(TWO_BY_FIVE), id="not known yet"),
        pytest.param(5, 1500, id="known"),
    ],
)
def test_the_lifters_own_pace_counts_after_five_sessions(
    sessions: int, seconds: int
) -> None:
    pace = OwnPace(seconds_per_set=150, sessions=sessions)

    assert session_seconds(TWO_BY_FIVE, own_pace=pace) == seconds


@given(st.lists(timed, max_size=8), timed)
def test_another_exercise_never_shortens_a_workout(
    exercises: list[TimedExercise], more: TimedExercise
) -> None:
    assert session_seconds([*exercises, more]) >= session_seconds(exercises)
