"""Begin a block that a program holds."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.mesocycles import load_block
from metricgain.store.outlines import outline_of_block
from metricgain.store.starting import refuse_second_block, start_planned_block


async def start_planned_mesocycle(
    change: Change, *, mesocycle_id: UUID, start_date: date
) -> None:
    """Begin a planned block on a day, with loads from the history that there is now.

    Starting a block that runs changes nothing. Raises NotFound, Conflict while another
    block runs or for one that is over, Invalid.
    """
    block = await load_block(change.tx, mesocycle_id)
    if block.status == "active":
        return
    if block.status != "planned":
        raise Conflict("this block is over", field="mesocycleId")
    ground = await refuse_second_block(change, mesocycle_id)
    outline = replace(outline_of_block(block), start_date=start_date)
    await start_planned_block(change, mesocycle_id, outline, ground=ground)
