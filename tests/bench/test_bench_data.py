"""Made-up lifters are the same for a seed, whole, and trained as people train."""

from collections.abc import AsyncIterator, Iterator
from datetime import date

import asyncpg
import pytest
from bench.data import Loaded, Size, load
from bench.links import lay_down, scripts_of, take_away
from bench.population import lifters
from bench.population_rows import token_of, week
from rich.console import Console

from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.people import caller_of_token
from metricgain.store.setup import prepare
from metricgain.store.statistics.verify import verify
from scratch_database import scratch_database

UNTIL = date(2026, 6, 3)
SIZE = Size(users=3, years=0.35, until=UNTIL)


@pytest.fixture(scope="module")
def bench_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "bench_data") as url:
        prepare(url)
        yield url


@pytest.fixture(scope="module")
async def loaded(bench_url: str) -> Loaded:
    return await load(bench_url, SIZE, console=Console(quiet=True))


@pytest.fixture
async def connection(
    bench_url: str,
    loaded: Loaded,  # noqa: ARG001 - it has to be there first
) -> AsyncIterator[asyncpg.Connection]:
    opened = await asyncpg.connect(bench_url)
    await opened.execute("SET metricgain.as_system = 'on'")
    yield opened
    await opened.close()


def test_the_same_seed_makes_the_same_rows() -> None:
    def made(seed: int) -> list[object]:
        monday = date(2026, 6, 1)
        return [
            week(lifter, 0, monday=monday, until=UNTIL)
            for lifter in lifters(2, seed=seed)
        ]

    assert made(7) == made(7)
    assert made(7) != made(8)


def test_lifters_do_nine_thousand_sets_a_year_on_average(loaded: Loaded) -> None:
    # Three lifters of eighteen weeks are few; a thousand come within two per cent.
    a_year = loaded.sets / loaded.users / SIZE.weeks * 52

    assert 6000 < a_year < 12000


async def test_no_row_points_to_one_that_is_not_there(
    connection: asyncpg.Connection,
) -> None:
    """The loader writes past the foreign keys; checking them anew finds what broke."""
    keys = await connection.fetch(
        "SELECT conrelid::regclass::text AS on_table, conname AS name,"
        " pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE contype = 'f'"
    )
    for key in keys:
        await connection.execute(
            f'ALTER TABLE {key["on_table"]} DROP CONSTRAINT "{key["name"]}",'
            f" ADD CONSTRAINT again_{keys.index(key)} {key['rule']}"
        )

    assert len(keys) > 20


async def test_the_statistics_are_right(bench_url: str, loaded: Loaded) -> None:
    database = await open_database(Settings(pool_size=2), bench_url)
    differences = [
        each
        for user_id in range(1, loaded.users + 1)
        for each in await verify(database, user_id)
    ]
    async with database.as_system() as system:
        caller = await caller_of_token(system, token_of(2, SIZE.seed), now=now())
    await database.close()

    assert differences == []
    assert caller is not None
    assert caller.user_id == 2


async def test_each_lifter_is_in_the_middle_of_a_block_and_has_had_deloads(
    connection: asyncpg.Connection,
) -> None:
    active = await connection.fetchval(
        "SELECT count(*) FROM mesocycles WHERE status = 'active'"
        " AND $1 BETWEEN start_date AND end_date",
        UNTIL,
    )
    deloads, hard = await connection.fetchrow(
        "SELECT avg(s.reps * s.weight) FILTER (WHERE l.is_deload),"
        " avg(s.reps * s.weight) FILTER (WHERE NOT l.is_deload)"
        " FROM sets s JOIN workout_logs l ON l.user_id = s.user_id"
        " AND l.id = s.workout_log_id WHERE s.set_type <> 'warmup'"
    )

    assert active == 3
    assert float(deloads) < 0.8 * float(hard)


async def test_what_was_loaded_is_counted(
    connection: asyncpg.Connection, loaded: Loaded
) -> None:
    assert loaded.sets == await connection.fetchval("SELECT count(*) FROM sets")
    assert 150 < loaded.bytes_per_set("sets") < 400
    assert loaded.total_bytes > loaded.sets * loaded.bytes_per_set("sets")


async def test_sets_read_the_same_with_exercise_links_and_without(
    bench_url: str, connection: asyncpg.Connection
) -> None:
    people = await lay_down(bench_url, seed=1)
    try:
        read = [
            (await connection.fetch(without), await connection.fetch(with_links))
            for pairs in scripts_of(people).values()
            for without, with_links in pairs
        ]
    finally:
        await take_away(bench_url)

    assert len(read) == 3 * SIZE.users
    for without, with_links in read:
        assert sorted(map(tuple, without)) == sorted(map(tuple, with_links)) != []
