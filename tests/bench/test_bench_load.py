"""Many phones at once lose nothing, and a set that is gone would be counted."""

from collections.abc import AsyncIterator, Iterator
from datetime import date

import asyncpg
import pytest
from bench.data import Loaded, Size, load
from bench.load import Kept, lost, run
from bench.measuring import Spread
from bench.population_rows import token_of
from bench.wire import Wire, at_once
from rich.console import Console

from metricgain.kit.clock import now
from metricgain.store.setup import prepare
from scratch_database import scratch_database
from server import running_server

SIZE = Size(users=2, years=0.1, until=now().date())


@pytest.fixture(scope="module")
def bench_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "bench_load") as url:
        prepare(url)
        yield url


@pytest.fixture(scope="module")
async def loaded(bench_url: str) -> Loaded:
    return await load(bench_url, SIZE, console=Console(quiet=True))


@pytest.fixture(scope="module")
def address(bench_url: str, loaded: Loaded) -> Iterator[str]:
    assert loaded.day >= date(2026, 1, 1)
    with running_server(bench_url, log_level="error") as running:
        yield running


@pytest.fixture
async def connection(bench_url: str) -> AsyncIterator[asyncpg.Connection]:
    opened = await asyncpg.connect(bench_url)
    await opened.execute("SET metricgain.as_system = 'on'")
    yield opened
    await opened.close()


async def test_whatever_is_acknowledged_is_there(
    bench_url: str, address: str, loaded: Loaded
) -> None:
    report = await run(bench_url, address, loaded, lifters=4, seconds=3, pause=0.05)

    assert report.errors == 0
    assert report.lost_sets == 0
    assert report.acknowledged_sets > 10
    assert {"dashboard", "sync of a set", "edit of a set"} <= set(report.by_kind)


async def test_a_set_that_is_gone_or_another_is_lost(
    bench_url: str,
    connection: asyncpg.Connection,
    loaded: Loaded,  # noqa: ARG001 - it has to be there first
) -> None:
    rows = await connection.fetch(
        "SELECT user_id, workout_log_id, id, reps FROM sets LIMIT 3"
    )
    places = [(row["user_id"], row["workout_log_id"], row["id"]) for row in rows]
    reps = [row["reps"] for row in rows]
    never = (places[0][0], places[0][1], 2**31 - 1)

    right = dict(zip(places, reps, strict=True))
    changed = right | {places[1]: reps[1] + 1}

    assert await lost(bench_url, Kept(acknowledged=right)) == 0
    assert await lost(bench_url, Kept(acknowledged=right | {never: 5})) == 1
    assert await lost(bench_url, Kept(acknowledged=changed)) == 1
    unsure = Kept(acknowledged=changed, unsure={places[1]})
    assert await lost(bench_url, unsure) == 0


async def test_the_client_counts_what_is_refused(address: str) -> None:
    async def ask(wire: Wire, number: int) -> None:
        token = token_of(1, SIZE.seed) if number % 2 else "nobody's"
        await wire.get("/api/v1/dashboard", token)

    found = await at_once(address, ask, clients=2, seconds=0.3, warm_up=0)

    assert isinstance(found, Spread)
    assert 0 < found.errors < found.count
