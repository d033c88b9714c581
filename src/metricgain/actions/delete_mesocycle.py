"""Delete a block."""

from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.editing import block_deleted_at, delete_block
from metricgain.store.mesocycles import load_block


async def delete_mesocycle(change: Change, *, mesocycle_id: UUID) -> None:
    """Delete a block with everything that was planned and logged in it.

    Blocks copied from it stay and forget where they came from. Deleting it again
    changes nothing. Raises NotFound for a block that never was.
    """
    try:
        await load_block(change.tx, mesocycle_id)
    except NotFound:
        if await block_deleted_at(change, mesocycle_id) is None:
            raise
        return
    await delete_block(change, mesocycle_id)
