"""Make rows of the sets of an archived block again."""

from uuid import UUID

from metricgain.store.archiving import bring_back
from metricgain.store.changes import Change
from metricgain.store.mesocycles import load_block


async def bring_back_mesocycle(change: Change, *, mesocycle_id: UUID) -> None:
    """Bring an archived block back; any other stays as it is. Raises NotFound."""
    await load_block(change.tx, mesocycle_id)
    await bring_back(change, block=mesocycle_id)
