"""Leave a program that has begun."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.program_rows import drop_planned_blocks


async def abandon_program(change: Change, *, program_id: UUID) -> None:
    """Delete the blocks of a program that have not begun; the others stay as they are.

    Abandoning it again changes nothing. Raises NotFound, Conflict while nothing has
    begun.
    """
    await drop_planned_blocks(change, program_id)
