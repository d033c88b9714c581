"""Planned blocks of a program that move together, with their weeks and workouts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from uuid import UUID

import msgspec

from metricgain.engine.free_days import clear_days
from metricgain.engine.generator.profile import Profile
from metricgain.kit.errors import Conflict, Invalid
from metricgain.store.changes import Change
from metricgain.store.database import sql
from metricgain.store.lifter import load_lifter
from metricgain.store.planning import FIRST_DAY, LAST_DAY
from metricgain.store.program_rows import StoredMesocycle, load_program
from metricgain.store.training_profiles import find_profile

_WEEK = timedelta(weeks=1)


class _Day(msgspec.Struct, frozen=True, kw_only=True):
    """A workout of a planned block on its day; `weekday` is the one of the plan."""

    id: UUID
    mesocycle_id: UUID
    week_start: date
    scheduled_on: date
    weekday: int | None
    is_logged: bool


async def move_blocks(
    change: Change, program_id: UUID, starts: Mapping[UUID, date]
) -> None:
    """Let planned blocks of a program begin on other days; all of them or none.

    Workouts keep their weekdays, but not on days that the profile keeps free. Raises
    NotFound, Invalid for a move by other than whole weeks, and Conflict for a block
    that has begun or would lie on another planned one.
    """
    program = await load_program(change.tx, program_id)
    blocks = {one.id: one for a in program.macrocycles for one in a.mesocycles}
    days = {
        block_id: _days_of_move(blocks.get(block_id), on)
        for block_id, on in starts.items()
    }
    _refuse_overlap([one for one in blocks.values() if one.status == "planned"], starts)
    moves = {block_id: by for block_id, by in days.items() if by}
    if not moves:
        return
    rows = await change.tx.rows(sql("program_planned_days"), change.user_id, [*moves])
    planned = [msgspec.convert(dict(row), _Day) for row in rows]
    if any(day.is_logged for day in planned):
        raise Conflict(
            "workouts of a block are logged that would move",
            field="blocks",
            remedy="Start that block, or leave it where it is.",
        )
    profile = await find_profile(change.tx, await load_lifter(change.tx))
    found = [*_anew(planned, moves, profile)]
    await change.tx.run(
        sql("program_blocks_move"),
        change.user_id,
        [*moves],
        [*moves.values()],
        [instance_id for instance_id, _ in found],
        [day for _, day in found],
        change.made_at,
        change.revision,
    )
    await change.tx.run(
        sql("program_reach"),
        change.user_id,
        program_id,
        change.made_at,
        change.revision,
    )


def _days_of_move(block: StoredMesocycle | None, on: date) -> int:
    if block is None or block.status != "planned" or block.start_date is None:
        raise Conflict(
            "only planned blocks of this program move",
            field="blocks",
            remedy="Look at the program again.",
        )
    if not FIRST_DAY <= on <= LAST_DAY - _WEEK * block.duration_weeks:
        raise Invalid("a block lies within 1970 to 2100", field="blocks.startDate")
    days = (on - block.start_date).days
    if days % _WEEK.days:
        raise Invalid("a block moves by whole weeks", field="blocks.startDate")
    return days


def _refuse_overlap(
    planned: Sequence[StoredMesocycle], starts: Mapping[UUID, date]
) -> None:
    spans = []
    for block in planned:
        first = starts.get(block.id, block.start_date)
        if first and block.start_date and block.end_date:
            spans.append((first, first + (block.end_date - block.start_date)))
    if any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
        raise Conflict(
            "blocks of a program come one after the other",
            field="blocks",
            remedy="Look at the program again.",
        )


def _anew(
    planned: Sequence[_Day], moves: Mapping[UUID, int], profile: Profile | None
) -> Iterator[tuple[UUID, date]]:
    """Yield each workout with its new day, week by week."""
    for (block_id, start), week in groupby(
        planned, key=lambda day: (day.mesocycle_id, day.week_start)
    ):
        by = timedelta(days=moves[block_id])
        days = [*week]
        wanted = [_usual(day, profile) + by for day in days]
        found = clear_days(start + by, wanted, profile)
        yield from zip((day.id for day in days), found, strict=True)


def _usual(day: _Day, profile: Profile | None) -> date:
    """Return the day of a workout; one that only made room for a free day goes back."""
    if day.weekday is None or profile is None:
        return day.scheduled_on
    usual = day.week_start + timedelta(
        days=(day.weekday - day.week_start.weekday()) % _WEEK.days
    )
    return usual if profile.is_free(usual) else day.scheduled_on
