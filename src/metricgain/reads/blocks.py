"""The list of blocks."""

from datetime import date
from uuid import UUID

from metricgain.store.block_screens import ListedBlock, list_blocks
from metricgain.store.database import Transaction


async def blocks(
    tx: Transaction, *, after: tuple[date, UUID] | None, limit: int
) -> list[ListedBlock]:
    """Return blocks, newest first, after a place in that order."""
    return await list_blocks(tx, after=after, limit=limit)
