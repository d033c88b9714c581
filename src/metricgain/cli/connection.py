"""How a command reaches the database: the embedded one, or the one that is set."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from metricgain.app import make_ready, open_database
from metricgain.config import Settings
from metricgain.store.database import Database, Revive
from metricgain.store.embedded import EmbeddedServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A database server that runs as long as it is held.

    `url` is its address as the owner of the tables. `revive` starts an embedded
    server again that somebody has killed; it is None for a server of your own.
    """

    url: str
    revive: Revive | None


@contextmanager
def held(settings: Settings) -> Iterator[Held]:
    """Hold the database for the block. Raises EmbeddedServerError.

    The embedded server stops when nobody holds it any more.
    """
    if settings.database_url:
        yield Held(url=settings.database_url, revive=None)
        return
    with EmbeddedServer.acquire(
        settings.data_dir, postgres_bin=settings.postgres_path
    ) as server:
        yield Held(url=server.address.url(), revive=server.ensure_running)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Hold the database, bring it up to date and connect as the application.

    Raises EmbeddedServerError or Refusal.
    """
    holding = held(settings)
    server = await asyncio.to_thread(holding.__enter__)
    try:
        await asyncio.to_thread(make_ready, settings, server.url)
        database = await open_database(settings, server.url, revive=server.revive)
        try:
            yield database
        finally:
            await database.close()
    finally:
        await asyncio.to_thread(holding.__exit__, None, None, None)
