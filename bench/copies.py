"""A copy of a filled database, which a benchmark may change as it likes."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from metricgain.store.addresses import database_of, with_database


@contextmanager
def copy_of(url: str, name: str) -> Iterator[str]:
    """Copy the database of `url` beside it, and drop the copy afterwards."""
    asyncio.run(_on_server(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    asyncio.run(
        _on_server(url, f'CREATE DATABASE "{name}" TEMPLATE "{database_of(url)}"')
    )
    try:
        yield with_database(url, name)
    finally:
        asyncio.run(_on_server(url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _on_server(url: str, statement: str) -> None:
    connection = await asyncpg.connect(with_database(url, "template1"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
