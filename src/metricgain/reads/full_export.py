"""Everything a user owns, as one JSON text that can be put back."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime

import msgspec

from metricgain.kit.own_format import FORMAT, SCHEMA_VERSION
from metricgain.store.archive.seeing import see_archive
from metricgain.store.database import Transaction
from metricgain.store.owned_rows import (
    EXPORTED,
    count_rows,
    load_account_row,
    look_at_one_moment,
    rows_as_json,
)

Heard = Callable[[int], object]


def unheard(_rows: int) -> None:
    """Let nobody know how many rows are written."""


async def full_export(
    tx: Transaction, *, now: datetime, heard: Heard = unheard
) -> AsyncIterator[bytes]:
    """Yield the text of the bound user's export, a thousand rows at a time.

    The transaction has to be new: it is made to see one moment, so that all that is
    written belongs together. `heard` is told how many rows were written since.
    """
    await look_at_one_moment(tx)
    account = await load_account_row(tx)
    head = {
        "format": FORMAT,
        "schemaVersion": SCHEMA_VERSION,
        "exportedAt": now,
        "account": account,
    }
    yield msgspec.json.encode(head).removesuffix(b"}")
    for table in EXPORTED:
        yield f',\n"{table.name}":['.encode()
        before = "\n"
        async for rows in rows_as_json(tx, table):
            yield (before + ",\n".join(rows)).encode()
            before = ",\n"
            heard(len(rows))
        yield b"]"
    yield b"}\n"


async def export_size(tx: Transaction) -> int:
    """Return how many rows the export of the bound user has."""
    await see_archive(tx)
    return sum([await count_rows(tx, table) for table in EXPORTED])
