"""The database that is backed up, reached as the owner of its tables."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

import asyncpg

from metricgain.config import Settings
from metricgain.kit.errors import Invalid
from metricgain.store.addresses import database_of, with_database
from metricgain.store.backup.programs import Programs, programs_for
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.refusals import DatabaseAway

_MAINTENANCE: Final = ("postgres", "template1")
_PATIENCE_SECONDS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A database by the URL of its owner, and where its programs are.

    `embedded` says whether it is the server that comes along. `own_app_role` says that
    METRICGAIN_DATABASE_APP_URL names the application's role, so that none is made.
    """

    url: str
    embedded: bool
    postgres_bin: Path | None = None
    own_app_role: bool = False

    @property
    def name(self) -> str:
        return database_of(self.url)

    def beside(self, name: str) -> Self:
        """Return another database on the same server."""
        return replace(self, url=with_database(self.url, name))

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[asyncpg.Connection]:
        """Connect as the owner. Raises DatabaseAway."""
        connection = await _connection(self.url)
        try:
            yield connection
        finally:
            await connection.close()

    @asynccontextmanager
    async def maintaining(self) -> AsyncIterator[asyncpg.Connection]:
        """Connect to another database of the server, from where this one is handled.

        Raises DatabaseAway, Invalid if the role may connect to none.
        """
        for name in _MAINTENANCE:
            try:
                connection = await _connection(with_database(self.url, name))
            except DatabaseAway:
                continue
            try:
                yield connection
            finally:
                await connection.close()
            return
        raise Invalid(
            "this role may connect to neither of the databases postgres and template1,"
            " from where another database is made",
            field="METRICGAIN_DATABASE_URL",
        )

    async def programs(self) -> Programs:
        """Return pg_dump and pg_restore for this server. Raises NotFound."""
        async with self.connected() as connection:
            major = connection.get_server_version().major
        return programs_for(
            major, embedded=self.embedded, postgres_bin=self.postgres_bin
        )


@contextmanager
def source_of(settings: Settings) -> Iterator[Source]:
    """Hold the database that the settings name. Raises EmbeddedServerError."""
    if settings.database_url:
        yield Source(
            url=settings.database_url,
            embedded=False,
            postgres_bin=settings.postgres_path,
            own_app_role=bool(settings.database_app_url),
        )
        return
    with EmbeddedServer.acquire(
        settings.data_dir, postgres_bin=settings.postgres_path
    ) as server:
        yield Source(
            url=server.address.url(),
            embedded=True,
            postgres_bin=settings.postgres_path,
        )


async def _connection(url: str) -> asyncpg.Connection:
    try:
        return await asyncpg.connect(url, timeout=_PATIENCE_SECONDS)
    except (OSError, asyncpg.PostgresError) as error:
        raise DatabaseAway(str(error)) from error
