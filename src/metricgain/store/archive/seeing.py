"""Lets a transaction see the sets of archived blocks beside the others, as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from metricgain.store.archive.packing import PackedRow, unpack
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which archived sets are looked for: of these days, exercises and logs; None: any.

    Days choose whole blocks, by the first and the last of them.
    """

    first: date | None = None
    last: date | None = None
    exercises: Sequence[int] | None = None
    logs: Sequence[UUID] | None = None


async def see_archive(tx: Transaction, wanted: Wanted | None = None) -> bool:
    """Let every later statement of a transaction that reads sets see archived ones.

    What was seen before is seen no more. Returns whether there is anything to see: one
    statement, which is quick where nothing is archived.
    """
    found = await archived_sets(tx, wanted or Wanted())
    mine = [{"user_id": tx.user_id, **one} for one in found]
    tx.archived = msgspec.json.encode(mine).decode() if mine else ""
    return bool(mine)


async def archived_sets(tx: Transaction, asked: Wanted) -> list[PackedRow]:
    """Return archived sets as they were packed, by one statement.

    Whoever needs very many of them is quicker without showing them to statements.
    """
    rows = await tx.rows(
        sql("archive_bodies"),
        tx.user_id,
        asked.first,
        asked.last,
        asked.exercises,
        asked.logs,
    )
    return [one for row in rows for one in _chosen(row["body"], asked)]


async def is_any_archived(tx: Transaction) -> bool:
    """Tell whether any block of the user is archived."""
    return bool(await tx.value(sql("archive_any"), tx.user_id))


def _chosen(body: bytes, asked: Wanted) -> Iterator[PackedRow]:
    logs = None if asked.logs is None else {str(one) for one in asked.logs}
    exercises = None if asked.exercises is None else set(asked.exercises)
    for row in unpack(body):
        if logs is not None and row["workout_log_id"] not in logs:
            continue
        if exercises is None or row["exercise_id"] in exercises:
            yield row
