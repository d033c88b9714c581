from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.disruptions import (
    GoOn,
    NewBlock,
    RefusedChange,
    RepeatWeek,
    RestartAccumulation,
    after_gap,
    deload_early,
    deload_trigger,
    far_enough,
    postponed_by,
    resize_block,
    restarted_load,
    restarted_rir,
    restarted_sets,
    swap_exercise,
)
from metricgain.engine.equipment import Unit, plate_loads
from metricgain.engine.muscles import Muscle

PAGE = "engine/disruptions"
KINDS = {
    "D1": GoOn,
    "D2": RepeatWeek,
    "D3": RestartAccumulation,
    "D4": NewBlock,
}


def numbers(text: str) -> tuple[int, ...]:
    return () if text == "none" else tuple(int(part) for part in text.split(", "))


@pytest.mark.parametrize("row", read_table(PAGE, "Breaks"))
def test_a_break_is_answered_as_the_page_says(row: dict[str, str]) -> None:
    last = 400 if row["Days to"] == "any" else int(row["Days to"])

    for days in (int(row["Days from"]), last):
        answer = after_gap(days)

        assert isinstance(answer, KINDS[row["Rule"]])
        assert answer.rule_id == row["Rule"]
        assert answer.because.endswith(".")


def test_a_restart_is_lighter_and_easier() -> None:
    answer = after_gap(20)

    assert isinstance(answer, RestartAccumulation)
    assert (answer.load_factor, answer.extra_rir) == (0.95, 1)


@pytest.mark.parametrize("row", read_table(PAGE, "How the block goes on"))
def test_a_restart_leaves_more_in_reserve(row: dict[str, str]) -> None:
    assert restarted_rir(int(row["RIR before"])) == int(row["RIR after a restart"])


@given(st.integers(1, 15), st.integers(0, 15))
def test_a_restart_never_adds_a_set(first_week: int, planned: int) -> None:
    assert restarted_sets(first_week=first_week, planned=planned) <= planned


@pytest.mark.parametrize(
    ("kg", "expected"),
    [
        pytest.param(100, 95, id="exactly"),
        pytest.param(102.5, 95, id="down"),
        pytest.param(20, 20, id="the empty bar"),
    ],
)
def test_a_restart_takes_five_percent_off(kg: float, expected: float) -> None:
    bar = plate_loads(
        Unit.KG, bar=20, pairs=[(20, 4), (10, 1), (5, 1), (2.5, 1), (1.25, 1)]
    )

    assert restarted_load(kg, bar).entered == expected


def test_workouts_move_only_to_later_days() -> None:
    first = date(2026, 1, 8)

    assert postponed_by(first, date(2026, 1, 14)) == timedelta(days=6)
    assert postponed_by(first, date(2026, 1, 7)) == timedelta()


@pytest.mark.parametrize("row", read_table(PAGE, "Deload early"))
def test_a_deload_is_proposed_as_the_page_says(row: dict[str, str]) -> None:
    trained = list(Muscle)[: int(row["Muscles trained"])]
    recovered = trained[: int(row["Muscles that needed recovery"])]

    trigger = deload_trigger(trained, recovered, illness_days=int(row["Days ill"]))

    assert (trigger is not None) is (row["Proposed"] == "yes")
    if trigger is not None:
        assert trigger.rule_id == row["Rule"]
        assert trigger.because.endswith(".")


def test_only_trained_muscles_count_towards_a_deload() -> None:
    trained = [Muscle.CHEST, Muscle.LATS]

    assert deload_trigger(trained, [Muscle.CHEST, Muscle.QUADS]) is None


@pytest.mark.parametrize("row", read_table(PAGE, "A block cut short"))
def test_an_early_deload_cancels_the_weeks_behind_it(row: dict[str, str]) -> None:
    block = deload_early(week_number=int(row["Current week"]), weeks=int(row["Weeks"]))

    assert block.deload_week == int(row["Deload week"])
    assert block.cancelled_weeks == numbers(row["Weeks cancelled"])
    assert block.completed_early is (row["Weeks cancelled"] != "none")


@pytest.mark.parametrize("row", read_table(PAGE, "A longer or shorter block"))
def test_another_length_changes_only_weeks_to_come(row: dict[str, str]) -> None:
    current = int(row["Current week"])
    new_weeks = int(row["New weeks"])

    block = resize_block(
        weeks=int(row["Weeks"]), new_weeks=new_weeks, week_number=current
    )

    assert block.deload_week == new_weeks
    assert list(block.rir_by_future_week) == list(range(current + 1, new_weeks + 1))
    assert tuple(block.rir_by_future_week.values()) == numbers(
        row["RIR of the weeks to come"]
    )


@given(
    weeks=st.integers(3, 7), new_weeks=st.integers(0, 9), week_number=st.integers(1, 7)
)
def test_the_deload_is_always_last_and_still_to_come(
    weeks: int, new_weeks: int, week_number: int
) -> None:
    try:
        block = resize_block(weeks=weeks, new_weeks=new_weeks, week_number=week_number)
    except RefusedChange:
        possible = week_number < min(weeks, new_weeks) and 3 <= new_weeks <= 7
        assert not possible
        return

    assert block.deload_week == max(block.rir_by_future_week) == new_weeks
    assert block.deload_week > week_number
    assert block.rir_by_future_week[block.deload_week] == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(lambda: after_gap(-1), "days", id="a break in the future"),
        pytest.param(
            lambda: deload_early(week_number=5, weeks=5), "week_number", id="deloading"
        ),
        pytest.param(
            lambda: deload_early(week_number=6, weeks=5), "week_number", id="beyond"
        ),
        pytest.param(lambda: deload_early(week_number=1, weeks=2), "weeks", id="short"),
        pytest.param(
            lambda: resize_block(weeks=5, new_weeks=8, week_number=1),
            "new_weeks",
            id="too long",
        ),
        pytest.param(
            lambda: resize_block(weeks=5, new_weeks=3, week_number=3),
            "new_weeks",
            id="no week left for the deload",
        ),
        pytest.param(
            lambda: resize_block(weeks=5, new_weeks=6, week_number=5),
            "week_number",
            id="the deload runs",
        ),
        pytest.param(
            lambda: swap_exercise(planned_sets=0), "planned_sets", id="nothing to swap"
        ),
    ],
)
def test_impossible_changes_are_refused_by_name(change: object, field: str) -> None:
    assert callable(change)
    with pytest.raises(RefusedChange) as refused:
        change()

    assert refused.value.field == field
    assert refused.value.rule


def test_sessions_keep_a_day_between_them() -> None:
    monday = datetime(2026, 1, 5, 18, tzinfo=UTC)

    assert far_enough(monday, monday + timedelta(hours=24))
    assert not far_enough(monday, monday + timedelta(hours=23, minutes=59))


def test_a_swapped_exercise_keeps_its_sets_and_finds_its_load_anew() -> None:
    swapped = swap_exercise(planned_sets=4)

    assert (swapped.sets, swapped.calibrate, swapped.previous_e1rm_kg) == (
        4,
        True,
        None,
    )
