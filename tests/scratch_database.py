"""Databases of their own for tests that change the schema or look at every row."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import asyncpg


@contextmanager
def scratch_database(
    owner_url: str, name: str, *, template: str = "template0"
) -> Iterator[str]:
    """Make a database beside that of `owner_url`, and drop it afterwards.

    It is empty, or a copy of a template.
    """
    here = urlsplit(owner_url)
    name = f"{here.path.strip('/')}_{name}"
    asyncio.run(_execute(owner_url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    create = f'CREATE DATABASE "{name}" TEMPLATE "{template}"'
    asyncio.run(_execute(owner_url, create))
    try:
        yield urlunsplit((here.scheme, here.netloc, f"/{name}", here.query, ""))
    finally:
        asyncio.run(_execute(owner_url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
