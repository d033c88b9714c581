from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.performance import (
    ExerciseLog,
    LoggedSet,
    Target,
    average_surplus,
    exercise_performance,
    exposure_e1rm,
    muscle_performance,
)

PAGE = "engine/performance"
TARGET = Target(load_kg=100, reps=10, rir=2)
ON_PLAN = LoggedSet(load_kg=100, reps=10, rir=2, target=TARGET)
E1RM_ON_PLAN = 140.0


def short_by(reps: int) -> LoggedSet:
    return LoggedSet(load_kg=100, reps=10 - reps, rir=2, target=TARGET)


def log(
    sets: Sequence[LoggedSet],
    *,
    planned: int = 3,
    before: float | None = None,
    stopped: bool = False,
) -> ExerciseLog:
    return ExerciseLog(
        sets=sets, planned_sets=planned, previous_e1rm_kg=before, stopped=stopped
    )


def parse_set(text: str) -> tuple[float, int, float | None]:
    load, _, _, reps, *rest = text.split()
    return float(load), int(reps), None if rest == ["unanswered"] else float(rest[1])


@pytest.mark.parametrize(
    "row", read_table(PAGE, "How a set is compared with its target")
)
def test_a_set_is_compared_as_the_page_says(row: dict[str, str]) -> None:
    planned_load, planned_reps, planned_rir = parse_set(row["Target"])
    load, reps, rir = parse_set(row["Done"])
    assert planned_rir is not None
    target = Target(load_kg=planned_load, reps=planned_reps, rir=planned_rir)

    surplus = average_surplus(
        [LoggedSet(load_kg=load, reps=reps, rir=rir, target=target)]
    )

    assert surplus == pytest.approx(float(row["Reps to spare"]))


EXAMPLES = {
    "Fewer than half of the planned sets were done because of failure or pain": log(
        [ON_PLAN], stopped=True
    ),
    "Fewer than half of the planned sets were done for another reason": log([ON_PLAN]),
    "No set was hard enough to judge": log([LoggedSet(load_kg=50, reps=10, rir=5)] * 3),
    "The estimated maximum fell by more than 5 % since the last exposure": log(
        [ON_PLAN] * 3, before=E1RM_ON_PLAN / 0.949
    ),
    (
        "There is no earlier exposure and you were more than 2 reps short on average"
    ): log([short_by(3)] * 3),
    "You were more than 1 rep short on average": log([short_by(2)] * 3),
    "You had fewer than 2 reps to spare on average, or there was no target": log(
        [ON_PLAN] * 3
    ),
    "You had 2 or more reps to spare on average": log([short_by(-2)] * 3),
}


@pytest.mark.parametrize("row", read_table(PAGE, "How an exercise is scored"))
def test_an_exercise_is_scored_as_the_page_says(row: dict[str, str]) -> None:
    score = exercise_performance(EXAMPLES[row["Condition"]])

    assert score == (None if row["Score"] == "none" else int(row["Score"]))


def parse_exercise(text: str) -> ExerciseLog:
    by_score = {
        "score 0": short_by(-2),
        "score 1": ON_PLAN,
        "score 3": short_by(3),
    }
    count, score = text.split(" sets, ")
    if score == "no score":
        return log([], planned=int(count))
    return log([by_score[score]] * int(count), planned=int(count))


@pytest.mark.parametrize("row", read_table(PAGE, "How a muscle is scored"))
def test_a_muscle_is_scored_as_the_page_says(row: dict[str, str]) -> None:
    logs = [
        parse_exercise(row["First exercise"]),
        parse_exercise(row["Second exercise"]),
    ]

    score = muscle_performance(logs)

    assert score == (None if row["Muscle"] == "none" else int(row["Muscle"]))


@pytest.mark.parametrize(
    ("sets", "before", "score"),
    [
        pytest.param([ON_PLAN] * 3, E1RM_ON_PLAN / 0.951, 1, id="a fall below 5 %"),
        pytest.param([ON_PLAN] * 2, None, 1, id="two of three sets are enough"),
        pytest.param([short_by(2)] * 3, 130.0, 2, id="short but stronger than before"),
        pytest.param(
            [short_by(3)] * 3, 130.0, 2, id="3 reps short is no miss if it matched"
        ),
        pytest.param(
            [LoggedSet(load_kg=100, reps=10, rir=1)] * 3, 137.0, 1, id="no target"
        ),
        pytest.param(
            [LoggedSet(load_kg=100, reps=0, rir=0)] * 3, 137.0, 3, id="failed outright"
        ),
        pytest.param(
            [short_by(1), short_by(1), short_by(1)], None, 1, id="1 rep short"
        ),
    ],
)
def test_the_edges_of_the_score(
    sets: list[LoggedSet], before: float | None, score: int
) -> None:
    assert exercise_performance(log(sets, before=before)) == score


def test_early_sets_weigh_more() -> None:
    surplus = average_surplus([short_by(3), ON_PLAN, ON_PLAN])

    assert surplus == pytest.approx(-3 * 1 / 2)


def test_a_set_that_left_too_much_is_passed_over_but_keeps_its_place() -> None:
    easy = LoggedSet(load_kg=100, reps=10, rir=6, target=TARGET)

    assert average_surplus([easy, short_by(3), ON_PLAN]) == pytest.approx(-2)
    assert exposure_e1rm([easy, ON_PLAN]) == pytest.approx(E1RM_ON_PLAN)


def test_the_exposure_is_the_mean_of_the_first_two_sets() -> None:
    drop = LoggedSet(load_kg=60, reps=5, rir=0)

    assert exposure_e1rm([ON_PLAN, ON_PLAN, drop]) == pytest.approx(E1RM_ON_PLAN)
    assert exposure_e1rm([LoggedSet(load_kg=0, reps=12, rir=1)]) is None


def test_pain_in_one_exercise_scores_a_muscle_with_too_few_sets() -> None:
    stopped = log([], planned=3, stopped=True)

    assert muscle_performance([stopped, log([], planned=3)]) == 3
    assert muscle_performance([stopped, log([ON_PLAN] * 3)]) == 2


def test_extra_work_without_a_plan_is_scored() -> None:
    assert exercise_performance(log([ON_PLAN], planned=0)) == 1
    assert exercise_performance(log([], planned=0)) is None
    assert muscle_performance([]) is None


@given(
    reps=st.lists(st.integers(1, 20), min_size=1, max_size=6),
    worse_by=st.integers(0, 5),
    before=st.none() | st.floats(50, 300),
)
def test_fewer_reps_never_score_better(
    reps: list[int], worse_by: int, before: float | None
) -> None:
    def score(lost: int) -> int:
        sets = [
            LoggedSet(load_kg=100, reps=max(0, r - lost), rir=1, target=TARGET)
            for r in reps
        ]
        found = exercise_performance(log(sets, planned=len(sets), before=before))
        assert found is not None
        return found

    assert score(worse_by) >= score(0)
