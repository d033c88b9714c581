"""Delete a program that has not begun."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.program_rows import remove_program


async def delete_program(change: Change, *, program_id: UUID) -> None:
    """Delete a program with its blocks; deleting it again changes nothing.

    Raises Conflict once a block of it has begun.
    """
    await remove_program(change, program_id)
