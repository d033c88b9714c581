from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.alternatives import Candidate, alternatives, overlap
from metricgain.engine.muscles import Muscle

PAGE = "engine/alternatives"


def candidate(number: int, name: str, muscles: str, **more: object) -> Candidate:
    """Read "chest 1, triceps 0.5"."""
    shares: Mapping[Muscle, float] = {
        Muscle(word): float(share)
        for word, share in (part.split() for part in muscles.split(", "))
    }
    fields: dict[str, object] = {
        "movement": "horizontal_press", "equipment": "barbell",
    } | more  # fmt: skip
    return Candidate(exercise_id=number, name=name, contributions=shares, **fields)  # type: ignore[arg-type]  # words of the table


BENCH = candidate(1, "bench press", "chest 1, triceps 0.5, front_delt 0.5")
ROWS = read_table(PAGE, "Examples")


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['exercise']} {row['known']}"
)
def test_the_examples_of_the_page(row: dict[str, str]) -> None:
    one = candidate(
        2,
        row["exercise"],
        row["muscles"],
        movement=row["movement"],
        equipment=row["equipment"],
        is_familiar=row["known"] == "yes",
    )

    (found,) = alternatives(BENCH, [one], most=1)

    assert found.score == float(row["points"])


def test_the_points_of_the_page_are_the_points() -> None:
    other = candidate(2, "x", "lats 1", movement="pull", equipment="cable")
    points = {
        row["what"]: float(row["points"])
        for row in read_table(PAGE, "What to do instead")
    }

    def score(muscles: str, **more: object) -> float:
        one = candidate(3, "y", muscles, **more)
        return alternatives(other, [one], most=1)[0].score

    plain = score("lats 1", movement="fly", equipment="stack")
    assert list(points.values()) == [
        plain,
        score("lats 1, biceps 0.5", movement="fly", equipment="stack")
        - plain
        + overlap(candidate(1, "a", "biceps 0.5"), candidate(2, "b", "biceps 1")),
        score("lats 1, biceps 1", movement="fly", equipment="stack") - plain,
        score("lats 1", movement="pull", equipment="stack") - plain,
        score("lats 1", movement="fly", equipment="stack", is_familiar=True) - plain,
        score("lats 1", movement="fly", equipment="cable") - plain,
    ]


@pytest.mark.parametrize(
    ("one", "because"),
    [
        pytest.param(
            candidate(2, "dips", "chest 1, triceps 1", is_familiar=True),
            "Trains chest as well, with the same movement. You have done it before.",
            id="same movement and known",
        ),
        pytest.param(
            candidate(2, "close grip", "triceps 1, chest 0.5", movement="press"),
            "Only helps with it.",
            id="shares nothing directly",
        ),
    ],
)
def test_a_reason_says_what_is_shared(one: Candidate, because: str) -> None:
    (found,) = alternatives(BENCH, [one], most=1)

    assert found.because == because


def test_a_reason_says_what_is_missed() -> None:
    row = candidate(1, "row", "lats 1, upper_back 1", movement="row")
    pulldown = candidate(2, "pulldown", "lats 1", movement="pulldown")

    (found,) = alternatives(row, [pulldown], most=1)

    assert found.because == "Trains lats as well, but not upper back."
    assert found.missed == (Muscle.UPPER_BACK,)


shares = st.dictionaries(
    st.sampled_from(Muscle), st.sampled_from((0.5, 1.0)), max_size=5
)
candidates = st.builds(
    Candidate,
    exercise_id=st.integers(1, 30),
    name=st.sampled_from("abcdef"),
    contributions=shares,
    movement=st.sampled_from(("row", "press")),
    equipment=st.sampled_from(("cable", "stack")),
    is_familiar=st.booleans(),
)


@given(old=candidates, others=st.lists(candidates, max_size=12), most=st.integers(1, 5))
def test_only_what_shares_a_muscle_is_offered_and_the_best_comes_first(
    old: Candidate, others: list[Candidate], most: int
) -> None:
    found = alternatives(old, others, most=most)

    assert len(found) <= most
    assert all(overlap(old, one.candidate) > 0 for one in found)
    assert all(one.candidate.exercise_id != old.exercise_id for one in found)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert list(alternatives(old, others[::-1], most=most))[:1] == list(found)[:1] or (
        scores and scores.count(scores[0]) > 1
    )


@given(one=candidates, other=candidates)
def test_likeness_of_muscles_has_no_direction(one: Candidate, other: Candidate) -> None:
    assert overlap(one, other) == pytest.approx(overlap(other, one))
