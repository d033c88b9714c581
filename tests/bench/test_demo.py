"""The demonstration plays a whole block and says why everything was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

import pytest
from bench.demo import BLOCK_WEEKS, SKIPPED, SORE_WEEK, play
from bench.demo_client import DemoClient
from bench.demo_pages import WIDTH, shown
from bench.demo_story import Decided, Story
from bench.own_server import own_server
from rich.console import Console

from metricgain.kit.clock import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    story: Story
    printed: str
    today: date


@pytest.fixture(scope="module")
def played() -> Iterator[Played]:
    output = StringIO()
    today = now().date()
    with (
        own_server() as address,
        DemoClient.new_account(address, email="demo@example.org") as client,
    ):
        story = play(client, Console(file=output, width=WIDTH), today=today)
        yield Played(story=story, printed=output.getvalue(), today=today)


def test_a_history_is_imported_and_its_loads_start_the_block(played: Played) -> None:
    assert played.story.imported["workoutsNew"] > 80
    first = played.story.block["weeks"][0]["sessions"][0]["exercises"]

    assert any(float(one["weight"] or 0) > 50 for one in first)


def test_every_week_and_muscle_has_a_decision_with_a_reason(played: Played) -> None:
    story = played.story
    assert [week.number for week in story.weeks] == list(range(1, BLOCK_WEEKS + 1))

    for week in story.weeks:
        assert len(week.muscles) >= 10
        for row in week.muscles:
            # A muscle whose only workout was skipped has nothing to be decided from.
            assert row.decided or (week.skipped and row.done == 0), (week, row)
            assert all(one.because.endswith(".") for one in row.decided)


def test_sets_planned_are_done_except_in_the_skipped_workout(played: Played) -> None:
    skipped_week, _ = SKIPPED
    for week in played.story.weeks:
        assert bool(week.skipped) == (week.number == skipped_week)
        for row in week.muscles:
            assert row.planned > 0
            if not week.skipped:
                assert row.done == row.planned


def test_a_sore_week_adds_nothing(played: Played) -> None:
    sore = played.story.weeks[SORE_WEEK - 1]

    kinds = [one.kind for row in sore.muscles for one in row.decided]
    assert sore.sore
    assert "add" not in kinds
    assert {"hold", "remove", "recover"} & set(kinds)


def test_the_block_ends_completed_with_the_deload(played: Played) -> None:
    *hard, deload = played.story.weeks

    assert played.story.block["status"] == "completed"
    assert deload.is_deload
    assert not any(week.is_deload for week in hard)
    done = [sum(row.done for row in week.muscles) for week in (hard[-1], deload)]
    assert done[1] <= 0.7 * done[0]
    assert deload.start + timedelta(days=7) <= played.today


def test_what_is_printed_fits_and_names_every_muscle_in_every_week(
    played: Played,
) -> None:
    lines = played.printed.splitlines()

    assert max(map(len, lines)) <= WIDTH
    for week in played.story.weeks:
        assert f"Week {week.number} of {BLOCK_WEEKS}" in played.printed
        for row in week.muscles:
            assert row.muscle.replace("_", " ").capitalize() in played.printed
    assert "The block is completed: 20 workouts (19 completed, 1 skipped)" in " ".join(
        played.printed.split()
    )


def test_a_decision_that_says_little_is_shown_only_if_there_is_no_other() -> None:
    def made(gate: str) -> Decided:
        return Decided(
            day=date(2026, 3, 2), kind="hold", gate=gate, change=0, because="So."
        )

    assert shown([made("G4"), made("G8")]) == [made("G8")]
    assert shown([made("G4")]) == [made("G4")]
    assert shown([]) == []
