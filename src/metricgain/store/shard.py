"""Spread the tables over the machines of a Citus cluster, by user."""

import asyncpg
from sqlalchemy import Table

from metricgain.kit.errors import Conflict
from metricgain.store.database import DatabaseAway
from metricgain.store.tables import metadata

# What the coordinator keeps to itself; nothing refers to it.
LOCAL = (
    "instance_events",
    "job_schedules",
    "jobs",
    "request_times",
    "sign_in_attempts",
    "slow_statements",
)


class NoCitus(Conflict):
    """The database cannot spread tables over machines. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "the extension citus is not there",
            field="METRICGAIN_DATABASE_URL",
            remedy=(
                "Install Citus 12 or later on every machine, run CREATE EXTENSION citus"
                " in this database, and add the workers with citus_add_node."
            ),
        )


def shard_statements() -> tuple[str, ...]:
    """Return the statements that distribute the schema, in the order to run them.

    Shared tables are copied to every machine first, because owned tables refer to
    them. Owned tables follow, parents before children, and the rows of one user end up
    together. Every table but those in LOCAL is named exactly once.
    """
    tables = metadata.sorted_tables
    shared = [t.name for t in tables if not _owned(t) and t.name not in LOCAL]
    first, *others = [t.name for t in tables if _owned(t)]
    return (
        *(f"SELECT create_reference_table('{name}')" for name in shared),
        f"SELECT create_distributed_table('{first}', 'user_id')",
        *(
            f"SELECT create_distributed_table('{name}', 'user_id',"
            f" colocate_with => '{first}')"
            for name in others
        ),
    )


async def shard(owner_url: str) -> tuple[str, ...]:
    """Distribute the schema in one transaction; return the statements that ran.

    Raises NoCitus if the extension is absent, Conflict if the cluster refuses, and
    DatabaseAway if there is no connection; then nothing was changed.
    """
    try:
        connection = await asyncpg.connect(owner_url)
    except (OSError, asyncpg.PostgresError) as error:
        raise DatabaseAway(str(error)) from error
    try:
        return await _distribute(connection)
    finally:
        await connection.close()


async def _distribute(connection: asyncpg.Connection) -> tuple[str, ...]:
    if not await connection.fetchval(
        "SELECT true FROM pg_extension WHERE extname = 'citus'"
    ):
        raise NoCitus
    if await connection.fetchval(
        "SELECT relkind = 'p' FROM pg_class WHERE oid = 'sets'::regclass"
    ):
        raise Conflict(
            "sets is split by time, which the cluster would do by user",
            remedy="Run `metricgain database partition --undo` first.",
        )
    statements = shard_statements()
    try:
        async with connection.transaction():
            # Copying to the machines in turn lets one transaction hold foreign keys
            # between tables that are copied everywhere and tables that are split.
            await connection.execute(
                "SET LOCAL citus.multi_shard_modify_mode TO 'sequential'"
            )
            for statement in statements:
                await connection.execute(statement)
    except asyncpg.PostgresError as error:
        raise Conflict(
            f"the cluster refuses ({error})",
            remedy="Distribute a database once, after migrating it.",
        ) from error
    return statements


def _owned(table: Table) -> bool:
    return bool(table.info.get("owned"))
