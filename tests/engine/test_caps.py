from dataclasses import replace

import pytest

from doc_tables import read_table
from metricgain.engine.caps import (
    MuscleWeek,
    cap_add,
    cap_cut,
    halved,
    restart_sets,
    session_floor,
    weekly_growth,
)
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Experience
from metricgain.engine.muscles import Muscle

PAGE = "engine/applying"
OPEN = MuscleWeek(
    muscle=Muscle.CHEST,
    landmark=LANDMARKS[Muscle.CHEST],
    sessions_per_week=2,
    last_week_sets=10,
    emphasis=Emphasis.EMPHASIZE,
    three_sets_allowed=True,
)


@pytest.mark.parametrize("row", read_table(PAGE, "Growth of a week"))
def test_a_week_grows_as_the_page_says(row: dict[str, str]) -> None:
    assert weekly_growth(int(row["Last week's sets"])) == int(row["Growth allowed"])


@pytest.mark.parametrize("row", read_table(PAGE, "Half of the sets"))
def test_halves_round_up(row: dict[str, str]) -> None:
    assert halved(int(row["Base"])) == int(row["Recovery or deload"])


@pytest.mark.parametrize("row", read_table(PAGE, "After a recovery session"))
def test_the_restart_lies_halfway(row: dict[str, str]) -> None:
    week = replace(
        OPEN,
        landmark=replace(OPEN.landmark, mev=int(row["MEV"])),
        sessions_per_week=int(row["Sessions a week"]),
    )

    assert restart_sets(int(row["Sets before"]), week) == int(row["Sets after"])


@pytest.mark.parametrize(
    ("week", "session_sets", "added", "clause"),
    [
        pytest.param(OPEN, 5, 3, None, id="nothing in the way"),
        pytest.param(
            replace(OPEN, three_sets_allowed=False),
            5,
            2,
            "the emphasis on your chest is emphasize, which adds at most 2 sets to a"
            " session",
            id="emphasize",
        ),
        pytest.param(
            replace(OPEN, emphasis=Emphasis.GROW),
            5,
            1,
            "the emphasis on your chest is grow, which adds at most 1 set to a session",
            id="grow, and consent to three is for emphasized muscles only",
        ),
        pytest.param(
            replace(OPEN, emphasis=Emphasis.MAINTAIN),
            5,
            0,
            "the emphasis on your chest is maintain",
            id="maintain",
        ),
        pytest.param(
            replace(OPEN, experience=Experience.BEGINNER),
            5,
            1,
            "a beginner adds at most 1 set to a session",
            id="beginner",
        ),
        pytest.param(
            replace(OPEN, granted=2),
            5,
            1,
            "your chest may grow by 3 sets a week at most",
            id="growth was given to an earlier session",
        ),
        pytest.param(
            replace(OPEN, granted=-2), 5, 3, None, id="a cut elsewhere buys no growth"
        ),
        pytest.param(
            replace(OPEN, last_week_sets=4),
            2,
            2,
            "your chest may grow by 2 sets a week at most",
            id="a small week grows by 2",
        ),
        pytest.param(
            replace(OPEN, last_week_sets=18),
            9,
            2,
            "your chest would pass 20 sets a week, the most to recover from",
            id="recoverable maximum",
        ),
        pytest.param(
            replace(OPEN, planned_week_sets=25),
            9,
            0,
            "your chest would pass 20 sets a week, the most to recover from",
            id="planned by hand beyond the maximum",
        ),
        pytest.param(
            OPEN, 11, 1, "one session holds at most 12 sets for a muscle", id="session"
        ),
        pytest.param(
            OPEN,
            14,
            0,
            "one session holds at most 12 sets for a muscle",
            id="a fuller session keeps what it has",
        ),
    ],
)
def test_each_cap_limits_and_says_so(
    week: MuscleWeek, session_sets: int, added: int, clause: str | None
) -> None:
    capped = cap_add(3, week, session_sets=session_sets)

    assert (capped.delta, capped.clause) == (added, clause)


def test_a_cut_keeps_what_maintains_the_muscle() -> None:
    thrice = replace(OPEN, sessions_per_week=3)

    assert session_floor(thrice) == 2
    assert cap_cut(-1, thrice, session_sets=3).delta == -1
    assert cap_cut(-2, thrice, session_sets=3).delta == -1
    assert cap_cut(-1, thrice, session_sets=2).delta == 0
    assert cap_cut(-1, thrice, session_sets=1).delta == 0
