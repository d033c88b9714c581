"""Whether a program would lie on the days of what runs already."""

from dataclasses import dataclass
from datetime import date

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """A program or a block that runs, and its last day."""

    name: str
    until: date


async def overlap_with(tx: Transaction, first: date, last: date) -> Overlap | None:
    """Return what runs between two days, of several the one that ends last."""
    row = await tx.row(sql("program_overlap"), tx.user_id, first, last)
    return None if row is None else Overlap(name=row["name"], until=row["until"])


async def refuse_overlap(change: Change, first: date, last: date) -> None:
    """Raise Conflict where a program runs, or a block, between two days."""
    found = await overlap_with(change.tx, first, last)
    if found is not None:
        raise Conflict(
            f"{found.name!r} runs until {found.until}",
            field="startDate",
            remedy="Begin on a later day, or end what runs first.",
        )
