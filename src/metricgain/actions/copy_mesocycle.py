"""Start a block from a week of an earlier one."""

from uuid import UUID

from metricgain.engine.outline import Choices
from metricgain.store.changes import Change
from metricgain.store.outlines import FromBlock, outline_from
from metricgain.store.starting import Origin, ground_for, start_block


async def copy_mesocycle(
    change: Change,
    *,
    mesocycle_id: UUID,
    parent_mesocycle_id: UUID,
    week: int,
    choices: Choices,
) -> None:
    """Start a block with the exercises and sets of one week of an earlier block.

    It remembers where it comes from. Copying it again changes nothing. Raises Conflict
    while another block runs, Invalid for a week that cannot be copied, NotFound.
    """
    ground = await ground_for(change, mesocycle_id)
    if ground is None:
        return
    source = FromBlock(mesocycle_id=parent_mesocycle_id, week=week, choices=choices)
    outline = await outline_from(change.tx, source)
    origin = Origin(mesocycle_id=parent_mesocycle_id, week=week)
    await start_block(change, mesocycle_id, outline, ground=ground, origin=origin)
