import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.balance import Pair, balance, push_and_pull, ratio
from metricgain.engine.contributions import CONTRIBUTIONS, Movement
from metricgain.engine.muscles import Muscle

PAGE = "engine/balance"
volumes = st.dictionaries(st.sampled_from(Muscle), st.floats(0, 200))
weekly = st.dictionaries(st.sampled_from(Muscle), st.integers(0, 40).map(float))


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_the_score_is_as_the_page_says(row: dict[str, str]) -> None:
    names = ("chest", "lats", "quads")

    found = balance(
        {Muscle(name): float(row[name]) for name in names},
        {Muscle(name): 10.0 for name in names},
    )

    assert found
    assert found.score == int(row["score"])
    assert found.coverage == pytest.approx(float(row["coverage"]), abs=0.05)
    assert found.evenness == pytest.approx(float(row["evenness"]), abs=0.05)


@pytest.mark.parametrize("row", read_table(PAGE, "Pairs"))
def test_pairs_are_judged_as_the_page_says(row: dict[str, str]) -> None:
    found = ratio(Pair(row["pair"]), float(row["first"]), float(row["second"]))

    value = "-" if found.value is None else f"{found.value:.2f}"
    assert value == row["ratio"]
    assert found.good is {"yes": True, "no": False, "-": None}[row["good"]]


@given(done=volumes, targets=weekly)
def test_the_score_lies_between_0_and_100(
    done: dict[Muscle, float], targets: dict[Muscle, float]
) -> None:
    found = balance(done, targets)

    assert found is None or 0 <= found.score <= 100


@given(done=volumes)
def test_muscles_without_a_target_do_not_count(done: dict[Muscle, float]) -> None:
    targets = {Muscle.CHEST: 10.0, Muscle.LATS: 0.0}

    chest = {Muscle.CHEST: done.get(Muscle.CHEST, 0.0)}

    assert balance(done, targets) == balance(chest, targets)


def test_without_targets_there_is_no_score() -> None:
    assert balance({Muscle.CHEST: 10.0}, {}) is None


def test_a_set_pushes_or_pulls_by_what_it_trains_directly() -> None:
    planned = [
        (CONTRIBUTIONS[Movement.HORIZONTAL_PRESS], 4),
        (CONTRIBUTIONS[Movement.ROW], 3),
        (CONTRIBUTIONS[Movement.SQUAT], 5),
        ({Muscle.BICEPS: 1.0}, 2),
        ({Muscle.SIDE_DELT: 1.0}, 6),
    ]

    assert push_and_pull(planned) == (4, 5)
