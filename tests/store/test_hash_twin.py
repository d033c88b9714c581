"""Each statement touches one shard of each owned table, shown without a cluster.

The twin is the same schema with every owned table split by its user into four
partitions. PostgreSQL then refuses what Citus would refuse, and its plans show which
partitions a statement needs.
"""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import TypeAlias
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import MetaData

from declared_schema import create_all
from metricgain.store.database import sql
from metricgain.store.tables import metadata
from scratch_database import scratch_database

Plan: TypeAlias = dict[str, object]

PARTITIONS = 4
READS_ALL_USERS = "Reads all users:"
OWNED = [table.name for table in metadata.sorted_tables if table.info.get("owned")]
STATEMENTS = sorted(
    path.name.removesuffix(".sql")
    for path in (files("metricgain.store") / "sql").iterdir()
    if path.name.endswith(".sql")
)
# What a text means depends on the statement; the first that can be planned is taken.
TEXTS = ("UTC", "1", "2026-01-05")
SAMPLES: dict[str, object] = {
    "bool": True,
    "bytea": b"1",
    "date": date(2026, 1, 5),
    "float4": 1.5,
    "float8": 1.5,
    "int2": 1,
    "int4": 1,
    "int8": 1,
    "interval": timedelta(days=1),
    "json": "[]",
    "jsonb": "[]",
    "numeric": Decimal(1),
    "time": time(7, 30),
    "timestamptz": datetime(2026, 1, 5, tzinfo=UTC),
    "uuid": UUID(int=1),
}


def twin_of(original: MetaData) -> MetaData:
    """Return the same tables, the owned ones split by the hash of their user."""
    twin = MetaData(naming_convention=original.naming_convention)
    for table in original.sorted_tables:
        copy = table.to_metadata(twin)
        if table.info.get("owned"):
            copy.dialect_options["postgresql"]["partition_by"] = "HASH (user_id)"
    return twin


@pytest.fixture(scope="module")
def twin_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "twin") as url:
        create_all(twin_of(metadata), url)
        yield url


@pytest.fixture(scope="module")
async def twin(twin_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(twin_url)
    for table in OWNED:
        for remainder in range(PARTITIONS):
            await connection.execute(
                f"CREATE TABLE {table}__{remainder} PARTITION OF {table}"
                f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {remainder})"
            )
    yield connection
    await connection.close()


@pytest.mark.parametrize("name", STATEMENTS)
async def test_a_statement_needs_the_rows_of_one_user(
    twin: asyncpg.Connection, name: str
) -> None:
    statement = sql(name)

    fans_out = {
        table
        for table, parts in (await partitions_of(twin, statement)).items()
        if len(parts) > 1
    }

    exempt = READS_ALL_USERS in header_of(statement)
    assert bool(fans_out) == exempt, (
        f"{name} reads {sorted(fans_out)} of all users: bind user_id at every level,"
        f' or say "{READS_ALL_USERS}" and why in its header'
        if fans_out
        else f'{name} says "{READS_ALL_USERS}" and does not'
    )


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param("SELECT FROM sets WHERE user_id = $1::int", {"sets": 1}, id="one"),
        pytest.param(
            "SELECT FROM sets WHERE exercise_id = $1::int", {"sets": 4}, id="all"
        ),
        pytest.param(
            "SELECT FROM sets s JOIN workout_logs l ON l.id = s.workout_log_id"
            " WHERE s.user_id = $1::int",
            {"sets": 1, "workout_logs": 4},
            id="a join without the user",
        ),
        pytest.param(
            "SELECT FROM sets s JOIN workout_logs l"
            " ON (l.user_id, l.id) = (s.user_id, s.workout_log_id)"
            " WHERE s.user_id = $1::int",
            {"sets": 1, "workout_logs": 1},
            id="a join with the user",
        ),
        pytest.param(
            "UPDATE sets SET reps = 1 WHERE workout_log_id = $1::uuid",
            {"sets": 4},
            id="a change without the user",
        ),
        pytest.param(
            "SELECT FROM users u WHERE EXISTS"
            " (SELECT FROM sets s WHERE s.user_id = u.id)",
            {"sets": 4},
            id="a subquery that takes its user from outside",
        ),
    ],
)
async def test_a_plan_shows_how_many_partitions_are_needed(
    twin: asyncpg.Connection, statement: str, expected: dict[str, int]
) -> None:
    found = await partitions_of(twin, statement)

    assert {table: len(parts) for table, parts in found.items()} == expected


async def test_the_twin_refuses_a_key_without_the_user(
    twin: asyncpg.Connection,
) -> None:
    with pytest.raises(asyncpg.FeatureNotSupportedError):
        await twin.execute("CREATE UNIQUE INDEX ON api_tokens (token_hash)")


async def test_every_owned_table_of_the_twin_is_split(
    twin: asyncpg.Connection,
) -> None:
    split = await twin.fetch(
        "SELECT inhparent::regclass::text AS name, count(*) FROM pg_inherits"
        " JOIN pg_class c ON c.oid = inhparent WHERE c.relkind = 'p' GROUP BY 1"
    )

    assert {row["name"]: row["count"] for row in split} == dict.fromkeys(
        OWNED, PARTITIONS
    )


async def partitions_of(
    twin: asyncpg.Connection, statement: str
) -> dict[str, set[str]]:
    """Return the partitions of each owned table that a statement reads or changes."""
    found = defaultdict(set)
    for node in nodes(await plan_of(twin, statement)):
        table, split, remainder = str(node.get("Relation Name", "")).rpartition("__")
        if split:
            found[table].add(remainder)
    return found


async def plan_of(twin: asyncpg.Connection, statement: str) -> Plan:
    """Plan a statement for sample values, as constants that planning can use."""
    types = (await twin.prepare(statement)).get_parameters()
    for text in TEXTS:
        values = [sample(kind, text) for kind in types]
        try:
            plan = await twin.fetchval(f"EXPLAIN (FORMAT JSON) {statement}", *values)
        except asyncpg.DataError:
            continue
        root: Plan = json.loads(plan)[0]["Plan"]
        return root
    raise AssertionError(f"no sample text can be planned in {statement}")


def sample(kind: asyncpg.Type, text: str) -> object:
    if kind.kind == "array":
        return [SAMPLES.get(kind.name.removesuffix("[]"), text)]
    return SAMPLES.get(kind.name, text)


def nodes(plan: Plan) -> Iterator[Plan]:
    yield plan
    below = plan.get("Plans", [])
    assert isinstance(below, list)
    for child in below:
        yield from nodes(child)


def header_of(statement: str) -> str:
    lines = statement.splitlines()
    return " ".join(line.removeprefix("-- ") for line in lines if line.startswith("--"))
