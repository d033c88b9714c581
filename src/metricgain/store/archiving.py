"""Packs the sets of a block, and brings them back, to the last digit.

The log of each workout stays where it is, with its day, its notes and its answers, and
so does what was computed: only sets are many. One transaction packs, unpacks, compares
and only then deletes, so that nothing is lost wherever it is killed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.archive.packing import PackedRow, pack, unpack
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.tables.log import sets as sets_table

LEAST_DAYS: Final = 90
"""What was trained within so many days is never archived: screens ask for it daily."""
REST_DAYS: Final = 30
"""What was brought back is left alone for so many days by what archives by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldBlock:
    """A block that could be archived, and the days on which it was trained."""

    id: UUID
    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A block that is archived: its sets, and the bytes they are kept in."""

    id: UUID
    name: str
    first_day: date
    last_day: date
    sets: int
    bytes: int


async def users_with_blocks(
    system: Transaction, *, email: str | None, before: date
) -> list[tuple[int, str]]:
    """Return ids and addresses of those with completed blocks that began before a day.

    Raises NotFound for an address that nobody has.
    """
    rows = await system.rows(sql("archive_users"), email, before)
    if email is not None and not await system.rows(sql("export_users"), email):
        raise NotFound("nobody has this e-mail address", field="user")
    return [(row["id"], row["email"]) for row in rows]


async def old_blocks(
    tx: Transaction, *, before: date, now: datetime, block: UUID | None = None
) -> list[OldBlock]:
    """Return the blocks that could be archived: last trained before a day.

    The newest block that was begun is never among them, nor one that was brought back
    lately, unless it is asked about by its id.
    """
    latest = min(before, now.date() - timedelta(days=LEAST_DAYS))
    rested = now if block is not None else now - timedelta(days=REST_DAYS)
    rows = await tx.rows(sql("archive_state"), tx.user_id, latest, rested, block)
    return [OldBlock(**dict(row)) for row in rows]


async def archive_block(change: Change, block: OldBlock) -> Archived:
    """Pack the sets of a block. Raises Conflict where they come back otherwise."""
    tx = change.tx
    tx.archived = ""
    found = await tx.rows(sql("archive_sets"), *_of(change, block.id))
    rows = [_without_user(row) for row in found]
    body = pack(rows)
    again = _as_json(change.user_id, unpack(body))
    differs = await tx.value(sql("archive_differs"), *_of(change, block.id), again)
    gone = await tx.run(sql("archive_clear"), *_of(change, block.id))
    if differs or gone != len(rows):
        raise Conflict("this block cannot be packed without loss", field="mesocycleId")
    exercises = sorted({row["exercise_id"] for row in rows})
    await tx.run(
        sql("archive_keep"), *_of(change, block.id), change.now, block.first_day,
        block.last_day, len(rows), exercises, body,
    )  # fmt: skip
    await _tell_devices(change, block.id)
    return Archived(
        id=block.id,
        name=block.name,
        first_day=block.first_day,
        last_day=block.last_day,
        sets=len(rows),
        bytes=len(body),
    )


async def list_archived(tx: Transaction) -> list[Archived]:
    """Return the archived blocks of the bound user, the oldest first."""
    rows = await tx.rows(sql("archive_list"), tx.user_id, None, None, None)
    return [_archived(row) for row in rows]


async def bring_back(
    change: Change,
    *,
    block: UUID | None = None,
    exercises: Sequence[int] | None = None,
    log: UUID | None = None,
) -> list[Archived]:
    """Make rows of archived sets again: of a block, of those with exercises, or a log.

    Without any of them, of all. Whoever is about to change what is archived does this
    first. Returns what was brought back.
    """
    rows = await change.tx.rows(
        sql("archive_list"), change.user_id, block, exercises, log
    )
    change.tx.archived = ""
    for row in rows:
        found = unpack(row["body"])
        names = [name for name in sets_table.columns.keys() if name in found[0]]  # noqa: SIM118 - a collection of columns
        listed = ", ".join(["user_id", *names])
        await change.tx.run(
            f"INSERT INTO sets ({listed}) SELECT {listed} FROM"  # noqa: S608 - names of our columns
            " json_populate_recordset(NULL::sets, $1::text::json)",
            _as_json(change.user_id, found),
        )
        await change.tx.run(sql("archive_end"), *_of(change, row["id"]), change.now)
        await _tell_devices(change, row["id"])
    return [_archived(row) for row in rows]


async def _tell_devices(change: Change, block: UUID) -> None:
    """Send the block anew, whose logs and sets stay as they are on every device."""
    await change.tx.run(sql("archive_touch"), *_of(change, block), change.revision)


def _of(change: Change, block: UUID) -> tuple[int, UUID]:
    return change.user_id, block


def _without_user(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "user_id"}


def _as_json(user_id: int, rows: Sequence[PackedRow]) -> str:
    return msgspec.json.encode([{"user_id": user_id, **row} for row in rows]).decode()


def _archived(row: Row) -> Archived:
    return Archived(
        id=row["id"],
        name=row["name"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        sets=row["sets"],
        bytes=row["bytes"],
    )
