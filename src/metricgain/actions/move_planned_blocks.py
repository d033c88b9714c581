"""Move the blocks of a program that have not begun."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.program_moves import move_blocks


async def move_planned_blocks(
    change: Change, *, program_id: UUID, starts: Mapping[UUID, date]
) -> None:
    """Let planned blocks begin on other days; moved there again, nothing changes.

    With the days before it is taken back. Raises NotFound, Invalid, Conflict.
    """
    await move_blocks(change, program_id, starts)
