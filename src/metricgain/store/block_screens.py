"""What screens of blocks are filled with."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from metricgain.kit.errors import NotFound
from metricgain.store.database import Transaction, sql
from metricgain.store.mesocycles import Session


class ListedBlock(msgspec.Struct, frozen=True, kw_only=True):
    """One block of the list."""

    id: UUID
    name: str
    status: str
    duration_weeks: int
    current_week: int
    days_per_week: int
    start_date: date
    end_date: date | None
    ended_early: bool
    completed_at: datetime | None
    parent_mesocycle_id: UUID | None
    copied_from_week: int | None
    archived_at: datetime | None = None


class SessionOfBlock(Session, frozen=True, kw_only=True):
    """A planned workout with the names that it goes by."""

    mesocycle_id: UUID
    mesocycle_name: str
    name: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The next planned workout, if a block runs and anything of it is ahead."""

    timezone: str
    mesocycle_id: UUID | None
    instance_id: UUID | None
    is_running: bool
    last_trained: date | None
    has_begun: bool


async def list_blocks(
    tx: Transaction, *, after: tuple[date, UUID] | None, limit: int
) -> list[ListedBlock]:
    """Return blocks by start, the newest first, after a place in that order."""
    day, block_id = after or (None, None)
    rows = await tx.rows(sql("blocks_list"), tx.user_id, day, block_id, limit)
    return [msgspec.convert(dict(row), ListedBlock) for row in rows]


async def load_due(tx: Transaction) -> Due:
    """Return which planned workout is next. Raises NotFound."""
    row = await tx.row(sql("block_due"), tx.user_id)
    if row is None:
        raise NotFound("this user does not exist", field="user")
    return Due(
        timezone=row["timezone"],
        mesocycle_id=row["mesocycle_id"],
        instance_id=row["id"],
        is_running=bool(row["is_running"]),
        last_trained=row["last_trained"],
        has_begun=row["has_begun"],
    )


async def load_session(tx: Transaction, instance_id: UUID) -> SessionOfBlock:
    """Return one planned workout of the user. Raises NotFound."""
    found = await tx.value(sql("session_load"), tx.user_id, instance_id)
    if found is None:
        raise NotFound("you have no such workout", field="workoutInstanceId")
    return msgspec.convert(found, SessionOfBlock)
