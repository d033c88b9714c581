import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.landmarks import (
    LANDMARKS,
    Emphasis,
    Experience,
    Landmark,
    LandmarkOrderError,
    SessionsPerWeekError,
    group_landmark,
    landmark_for,
    mrv,
    weekly_goal,
    weekly_start,
)
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.personal_landmarks import (
    BlockOutcome,
    estimated_mev,
    estimated_mrv,
)

PAGE = "engine/landmarks"
CHEST = LANDMARKS[Muscle.CHEST]
muscles = st.sampled_from(Muscle)
experiences = st.sampled_from(Experience)
emphases = st.sampled_from(Emphasis)
frequencies = st.integers(1, 14)


def numbers(row: dict[str, str], prefix: str = "") -> Landmark:
    return Landmark(
        maintenance=int(row[f"{prefix}MV"]),
        mev=int(row[f"{prefix}MEV"]),
        target=int(row[f"{prefix}target"]),
        mrv_at_2=int(row[f"{prefix}MRV at 2"]),
    )


def test_the_page_lists_every_default_and_its_group() -> None:
    rows = read_table(PAGE, "The default numbers")

    assert {Muscle(row["muscle"]): numbers(row) for row in rows} == LANDMARKS
    assert {Muscle(row["muscle"]): row["group"] for row in rows} == GROUP_OF


@pytest.mark.parametrize("row", read_table(PAGE, "Experience"))
def test_experience_scales_as_the_page_says(row: dict[str, str]) -> None:
    experience = Experience(row["experience"])

    chest = landmark_for(Muscle.CHEST, experience=experience)
    triceps = landmark_for(Muscle.TRICEPS, experience=experience)

    assert chest == numbers(row, "chest ")
    assert (triceps.maintenance, triceps.mev) == (
        int(row["triceps MV"]),
        int(row["triceps MEV"]),
    )


@pytest.mark.parametrize("row", read_table(PAGE, "Sessions per week"))
@pytest.mark.parametrize(
    "muscle", ["chest", "hamstrings", "forearms", "abs", "side_delt"]
)
def test_mrv_by_frequency_is_as_the_page_says(row: dict[str, str], muscle: str) -> None:
    found = mrv(
        LANDMARKS[Muscle(muscle)],
        muscle=Muscle(muscle),
        sessions_per_week=int(row["sessions"]),
    )

    assert found == int(row[f"{muscle} MRV"])


@pytest.mark.parametrize("row", read_table(PAGE, "Emphasis"))
def test_emphasis_sets_start_and_goal_as_the_page_says(row: dict[str, str]) -> None:
    emphasis, sessions = Emphasis(row["emphasis"]), int(row["sessions"])

    start = weekly_start(
        CHEST, muscle=Muscle.CHEST, emphasis=emphasis, sessions_per_week=sessions
    )
    goal = weekly_goal(
        CHEST, muscle=Muscle.CHEST, emphasis=emphasis, sessions_per_week=sessions
    )

    assert (start, goal) == (int(row["first week"]), int(row["last hard week"]))


@pytest.mark.parametrize("row", read_table(PAGE, "Group totals"))
def test_group_totals_are_as_the_page_says(row: dict[str, str]) -> None:
    total = group_landmark(
        MuscleGroup(row["group"]), experience=Experience.INTERMEDIATE
    )

    assert total == numbers(row)


def test_the_page_lists_every_group() -> None:
    rows = read_table(PAGE, "Group totals")

    assert {row["group"] for row in rows} == set(MuscleGroup)


def test_own_numbers_replace_the_defaults_unscaled() -> None:
    own = Landmark(maintenance=1, mev=2, target=3, mrv_at_2=30)

    found = landmark_for(Muscle.CHEST, experience=Experience.BEGINNER, override=own)
    delts = group_landmark(
        MuscleGroup.CHEST,
        experience=Experience.BEGINNER,
        overrides={Muscle.CHEST: own},
    )
    back = group_landmark(
        MuscleGroup.BACK,
        experience=Experience.INTERMEDIATE,
        overrides={Muscle.TRAPS: own},
    )

    assert found == own
    assert delts == own
    assert back == Landmark(maintenance=6, mev=8, target=16, mrv_at_2=30)


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((-1, 2, 3, 4), id="below nothing"),
        pytest.param((3, 2, 3, 4), id="maintenance above mev"),
        pytest.param((1, 4, 3, 4), id="mev above target"),
        pytest.param((1, 2, 5, 4), id="target above mrv"),
    ],
)
def test_numbers_that_do_not_rise_are_refused(
    numbers: tuple[int, int, int, int],
) -> None:
    maintenance, mev, target, mrv_at_2 = numbers

    with pytest.raises(LandmarkOrderError, match="landmarks must rise"):
        Landmark(maintenance=maintenance, mev=mev, target=target, mrv_at_2=mrv_at_2)


def test_mrv_without_a_session_is_refused() -> None:
    with pytest.raises(SessionsPerWeekError, match="at least 1, not 0"):
        mrv(CHEST, muscle=Muscle.CHEST, sessions_per_week=0)


@given(muscle=muscles, experience=experiences, sessions=frequencies)
def test_more_sessions_never_lower_mrv(
    muscle: Muscle, experience: Experience, sessions: int
) -> None:
    landmark = landmark_for(muscle, experience=experience)

    fewer = mrv(landmark, muscle=muscle, sessions_per_week=sessions)
    more = mrv(landmark, muscle=muscle, sessions_per_week=sessions + 1)

    assert fewer <= more


@given(muscle=muscles, experience=experiences, emphasis=emphases, sessions=frequencies)
def test_a_block_never_starts_above_its_goal_nor_ends_above_mrv(
    muscle: Muscle, experience: Experience, emphasis: Emphasis, sessions: int
) -> None:
    landmark = landmark_for(muscle, experience=experience)

    start = weekly_start(
        landmark, muscle=muscle, emphasis=emphasis, sessions_per_week=sessions
    )
    goal = weekly_goal(
        landmark, muscle=muscle, emphasis=emphasis, sessions_per_week=sessions
    )

    most = mrv(landmark, muscle=muscle, sessions_per_week=sessions)
    assert start <= goal <= most


def block(words: str) -> BlockOutcome:
    sets, stimulus, performance, recoveries = words.split()
    start, peak = sets.split("-")
    return BlockOutcome(
        starting_sets=int(start),
        peak_sets=int(peak),
        mean_stimulus=None if stimulus == "?" else float(stimulus),
        mean_performance=None if performance == "?" else float(performance),
        recovery_sessions=int(recoveries),
    )


@pytest.mark.parametrize(
    "row", read_table(PAGE, "Your own numbers from your own blocks")
)
def test_own_blocks_are_read_as_the_page_says(row: dict[str, str]) -> None:
    words = row["blocks (start-peak, stimulus, performance, recoveries)"]
    blocks = [] if words == "none" else [block(part) for part in words.split(";")]

    found = estimated_mev(blocks), estimated_mrv(blocks)

    assert found == tuple(
        None if row[name] == "-" else int(row[name]) for name in ("MEV", "MRV")
    )
