"""End a block before its time."""

from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.editing import end_block
from metricgain.store.mesocycles import load_block


async def end_mesocycle(change: Change, *, mesocycle_id: UUID) -> None:
    """Complete a running block early; the workouts ahead of it are skipped.

    Ending it again changes nothing. Raises NotFound, and Conflict while a workout of
    it is running.
    """
    block = await load_block(change.tx, mesocycle_id)
    if block.status != "active":
        return
    if any(session.log_status == "in_progress" for session in block.sessions):
        raise Conflict(
            "a workout of this block is running",
            field="mesocycleId",
            remedy="Finish it, or delete its log.",
        )
    await end_block(change, mesocycle_id)
