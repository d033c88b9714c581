"""Start a block that was planned by hand."""

from uuid import UUID

from metricgain.engine.outline import Outline
from metricgain.store.changes import Change
from metricgain.store.starting import ground_for, start_block


async def start_mesocycle(
    change: Change, *, mesocycle_id: UUID, outline: Outline
) -> None:
    """Start a block of one's own workouts, with week 1 prescribed.

    Starting it again changes nothing. Raises Conflict while another block runs,
    Invalid for what breaks a volume rule, NotFound for an unknown exercise.
    """
    ground = await ground_for(change, mesocycle_id)
    if ground is not None:
        await start_block(change, mesocycle_id, outline, ground=ground)
