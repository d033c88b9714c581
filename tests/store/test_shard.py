"""The statements that spread the schema over machines."""

import asyncio
import re
from collections.abc import Iterator

import asyncpg
import pytest

from metricgain.store.database import DatabaseAway
from metricgain.store.setup import prepare
from metricgain.store.shard import LOCAL, NoCitus, shard, shard_statements
from metricgain.store.tables import metadata
from scratch_database import scratch_database

STATEMENTS = shard_statements()
NAMED = [re.findall(r"'(\w+)'", statement)[0] for statement in STATEMENTS]
OWNED = {name for name, table in metadata.tables.items() if table.info.get("owned")}
# Stand-ins for what Citus brings: they look their table up and note its name.
RECORDER = """
CREATE TABLE asked (place serial, what text);
CREATE FUNCTION create_reference_table(name regclass) RETURNS void
    LANGUAGE sql AS $$ INSERT INTO asked (what) VALUES ('copy ' || name) $$;
CREATE FUNCTION create_distributed_table(
    name regclass, by_column text, colocate_with text DEFAULT 'default'
) RETURNS void
    LANGUAGE sql AS $$ INSERT INTO asked (what) VALUES ('split ' || name) $$;
"""


def test_every_table_is_placed_exactly_once() -> None:
    assert sorted([*NAMED, *LOCAL]) == sorted(metadata.tables)


def test_owned_tables_are_split_by_user_and_lie_together() -> None:
    split = [one for one in STATEMENTS if "create_distributed_table" in one]
    first = re.findall(r"'(\w+)'", split[0])[0]

    assert {re.findall(r"'(\w+)'", one)[0] for one in split} == OWNED
    assert all("'user_id'" in one for one in split)
    assert all(f"colocate_with => '{first}'" in one for one in split[1:])


def test_shared_tables_are_copied_before_anything_is_split() -> None:
    kinds = [one.split("(")[0] for one in STATEMENTS]

    assert kinds == sorted(kinds, reverse=True)


def test_a_table_is_placed_after_those_that_it_refers_to() -> None:
    place = {name: at for at, name in enumerate(NAMED)}
    too_early = [
        str(key.name)
        for name, table in metadata.tables.items()
        for key in table.foreign_key_constraints
        if name not in LOCAL and place[key.referred_table.name] > place[name]
    ]

    assert too_early == []


def test_what_stays_local_has_no_references() -> None:
    keys = [
        (name, key.referred_table.name)
        for name, table in metadata.tables.items()
        for key in table.foreign_key_constraints
    ]

    assert [key for key in keys if set(key) & set(LOCAL)] == []


@pytest.fixture(scope="module")
def plain_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "shard") as url:
        prepare(url)
        yield url


def test_a_database_without_citus_is_refused_with_what_to_do(plain_url: str) -> None:
    with pytest.raises(NoCitus, match="citus") as refused:
        asyncio.run(shard(plain_url))

    assert "CREATE EXTENSION citus" in refused.value.remedy


def test_a_server_that_is_not_there_is_named_as_away() -> None:
    with pytest.raises(DatabaseAway):
        asyncio.run(shard("postgresql://nobody:x@127.0.0.1:1/nothing"))


async def test_the_statements_name_tables_that_are_there(plain_url: str) -> None:
    connection = await asyncpg.connect(plain_url)
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute(RECORDER)

    for statement in STATEMENTS:
        await connection.execute(statement)

    asked = await connection.fetch("SELECT what FROM asked ORDER BY place")
    await transaction.rollback()
    await connection.close()
    assert [row["what"].split()[1] for row in asked] == NAMED
