"""Keep the sets of an old block in small."""

from datetime import timedelta
from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.archiving import (
    LEAST_DAYS,
    archive_block,
    list_archived,
    old_blocks,
)
from metricgain.store.changes import Change
from metricgain.store.mesocycles import load_block


async def archive_mesocycle(change: Change, *, mesocycle_id: UUID) -> None:
    """Archive a completed block; one that is archived stays as it is.

    Raises NotFound, and Conflict for a block that goes on, was trained within 90 days,
    holds no set, or is the newest: screens and plans ask for it daily.
    """
    await load_block(change.tx, mesocycle_id)
    if any(one.id == mesocycle_id for one in await list_archived(change.tx)):
        return
    tomorrow = change.now.date() + timedelta(days=1)
    found = await old_blocks(
        change.tx, before=tomorrow, now=change.now, block=mesocycle_id
    )
    if not found:
        raise Conflict(
            f"only a completed block with sets, last trained {LEAST_DAYS} days ago and"
            " not your newest, can be archived",
            field="mesocycleId",
        )
    await archive_block(change, found[0])
