"""A real PostgreSQL for every test: embedded, or the one that is named outside.

Each test process gets a database of its own, copied from one that was migrated and
filled with the catalogue once. Tests make users of their own and so never meet.
"""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import httpx
import pytest
from hypothesis import HealthCheck, settings

from metricgain.catalogue.reader import catalogue_version, exercises, templates
from metricgain.kit.clock import now
from metricgain.kit.ids import secret, uuid7
from metricgain.store.catalogue import load_catalogue
from metricgain.store.database import Database
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.partitions.moving import partition
from metricgain.store.people import hash_of
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from server import running_server

GIVEN_URL = os.environ.get("METRICGAIN_TEST_DATABASE_URL", "")  # noqa: TID251 - the only setting of the tests
TEMPLATE = "metricgain_test_template"
"""A database that is migrated, and filled with the catalogue."""

PARTITIONED = os.environ.get("METRICGAIN_TEST_PARTITIONED", "")  # noqa: TID251 - set by the one test that runs others on a split table
# How long an example takes says how busy the machine is; bench/ measures speed.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def owner_url(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[str]:
    """The URL of this process's own migrated database, as its owner."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    with _server(shared / "data") as url:
        name = f"metricgain_test_{worker_id}"
        with _turn(shared / "database.lock"):
            if not (shared / "template.ready").exists():
                _recreate(url, TEMPLATE)
                template = _with_database(url, TEMPLATE)
                prepare(template)
                asyncio.run(_fill(app_url(template)))
                if PARTITIONED:
                    asyncio.run(_split(template))
                (shared / "template.ready").touch()
            _recreate(url, name, template=TEMPLATE)
        yield _with_database(url, name)


@pytest.fixture(scope="session")
async def database(owner_url: str) -> AsyncIterator[Database]:
    """The database, connected as the application's role."""
    opened = await Database.open(app_url(owner_url), size=8)
    yield opened
    await opened.close()


@pytest.fixture
async def no_attempts(database: Database) -> None:
    """Nobody has tried to sign in lately: all tests come from one address."""
    async with database.as_system() as system:
        await system.run("DELETE FROM sign_in_attempts")


@pytest.fixture
async def owner(owner_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A bare connection as the owner of the tables."""
    connection = await asyncpg.connect(owner_url)
    yield connection
    await connection.close()


@contextmanager
def _server(data_dir: Path) -> Iterator[str]:
    if GIVEN_URL:
        yield GIVEN_URL
        return
    with EmbeddedServer.acquire(data_dir) as server:
        yield server.address.url()


@contextmanager
def _turn(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


async def _fill(url: str) -> None:
    opened = await Database.open(url, size=1)
    async with opened.as_system() as system:
        await load_catalogue(
            system,
            version=catalogue_version(),
            exercises=exercises(),
            templates=templates(),
        )
    await opened.close()


async def _split(url: str) -> None:
    """Cut where the ids of the tests lie: before, within and after."""
    await partition(url, years=(2024, 2025, 2026), tell=lambda _: None)


def _recreate(url: str, name: str, *, template: str = "template0") -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        await connection.close()

    asyncio.run(run())


def _with_database(url: str, name: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"/{name}", parts.query, ""))


@pytest.fixture(scope="session")
def server(owner_url: str) -> Iterator[str]:
    """The address of a running server on the tests' database."""
    with running_server(owner_url) as address:
        yield address


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A new user with an API token, and a client that sends it."""

    user_id: int
    token: str
    client: httpx.AsyncClient


@pytest.fixture
async def lifter(database: Database, server: str) -> AsyncIterator[SignedIn]:
    """A new user who speaks to the running server under /api/v1."""
    async with signed_in(database, server) as person:
        yield person


@pytest.fixture
async def other_lifter(database: Database, server: str) -> AsyncIterator[SignedIn]:
    """Another new user."""
    async with signed_in(database, server) as person:
        yield person


@asynccontextmanager
async def signed_in(database: Database, server: str) -> AsyncIterator[SignedIn]:
    """Make a user who speaks to a server under /api/v1."""
    token = secret()
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, 'none') RETURNING id",
            f"{secret().lower()}@example.org",
        )
        assert isinstance(user_id, int)
        await system.run(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
            " VALUES ($1, $2, 'test', $3, 'full')",
            user_id,
            uuid7(now()),
            hash_of(token),
        )
        await system.run("INSERT INTO user_preferences (user_id) VALUES ($1)", user_id)
    async with httpx.AsyncClient(
        base_url=f"{server}/api/v1",
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    ) as client:
        yield SignedIn(user_id=user_id, token=token, client=client)
