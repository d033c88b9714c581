import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.contributions import (
    CONTRIBUTIONS,
    ContributionError,
    Movement,
    check_contributions,
)
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.volume import (
    SetDone,
    Volume,
    direct_sets,
    fractional_sets,
    is_working_set,
    volume_by_group,
    volume_by_muscle,
    volume_by_week,
)

PAGE = "engine/volume"
CURL = {Muscle.BICEPS: 1.0}
EXAMPLE = [
    *[
        SetDone(
            contributions=CONTRIBUTIONS[Movement.HORIZONTAL_PRESS],
            load_kg=100,
            reps=10,
            rir=2,
        )
    ]
    * 3,
    *[SetDone(contributions=CONTRIBUTIONS[Movement.ROW], load_kg=80, reps=10)] * 3,
    *[SetDone(contributions=CURL, load_kg=20, reps=12, rir=1)] * 2,
]

sets_done = st.builds(
    SetDone,
    contributions=st.dictionaries(
        st.sampled_from(Muscle), st.sampled_from([0.5, 1.0]), min_size=1, max_size=5
    ),
    load_kg=st.floats(0, 1000),
    reps=st.integers(0, 1000),
    rir=st.none() | st.floats(0, 10),
    warm_up=st.booleans(),
)


def names(cell: str) -> set[str]:
    return set() if cell == "-" else set(cell.split(", "))


def test_the_page_lists_the_share_of_every_movement() -> None:
    rows = read_table(PAGE, "What a set counts for")

    assert [Movement(row["movement"]) for row in rows] == list(CONTRIBUTIONS)
    for row in rows:
        shares = CONTRIBUTIONS[Movement(row["movement"])]
        assert {m for m, share in shares.items() if share == 1} == names(
            row["counts 1"]
        )
        assert {m for m, share in shares.items() if share == 0.5} == names(
            row["counts 0.5"]
        )


def test_every_movement_keeps_the_rule_of_shares() -> None:
    for shares in CONTRIBUTIONS.values():
        check_contributions(shares)


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        pytest.param({Muscle.CHEST: 0.25}, "not 0.25 for chest", id="a quarter"),
        pytest.param({Muscle.CHEST: 0.5}, "at least one", id="nothing direct"),
        pytest.param({}, "at least one", id="no muscle"),
    ],
)
def test_other_shares_are_refused(shares: dict[Muscle, float], message: str) -> None:
    with pytest.raises(ContributionError, match=message):
        check_contributions(shares)


@pytest.mark.parametrize("row", read_table(PAGE, "Which sets count"))
def test_sets_count_as_the_page_says(row: dict[str, str]) -> None:
    counts = is_working_set(
        reps=int(row["reps"]),
        rir=None if row["RIR"] == "?" else float(row["RIR"]),
        warm_up=row["warm-up"] == "yes",
    )

    assert counts is (row["counts"] == "yes")


def test_the_example_of_the_page_adds_up() -> None:
    volumes = volume_by_muscle(EXAMPLE)

    assert volumes == {
        Muscle(row["muscle"]): Volume(
            direct_sets=int(row["direct sets"]),
            fractional_sets=float(row["fractional sets"]),
            tonnage_kg=float(row["tonnage kg"]),
        )
        for row in read_table(PAGE, "An example")
    }


def test_a_row_is_one_set_for_the_back() -> None:
    back = volume_by_group(EXAMPLE)[MuscleGroup.BACK]

    assert back == Volume(direct_sets=3, fractional_sets=3, tonnage_kg=2400)


def test_weeks_are_counted_apart() -> None:
    curl = SetDone(contributions=CURL, load_kg=20, reps=10)

    weeks = volume_by_week([(2, curl), (1, curl), (2, curl)])

    assert [(w, v[Muscle.BICEPS].direct_sets) for w, v in weeks.items()] == [
        (1, 1),
        (2, 2),
    ]


def test_planned_sets_are_counted_like_done_ones() -> None:
    planned = [(CONTRIBUTIONS[Movement.ROW], 3), (CURL, 2)]

    assert direct_sets(Muscle.BICEPS, planned) == 2
    assert fractional_sets(Muscle.BICEPS, planned) == 3.5


@given(st.lists(sets_done, max_size=20))
def test_fractional_sets_are_never_fewer_than_direct_ones(done: list[SetDone]) -> None:
    for volume in volume_by_muscle(done).values():
        assert volume.fractional_sets >= volume.direct_sets


@given(st.lists(sets_done, max_size=20))
def test_a_group_never_counts_more_than_the_sets_done(done: list[SetDone]) -> None:
    by_muscle, by_group = volume_by_muscle(done), volume_by_group(done)

    for group, volume in by_group.items():
        assert volume.fractional_sets <= len(done)
        assert volume.direct_sets >= max(
            v.direct_sets for m, v in by_muscle.items() if GROUP_OF[m] is group
        )
