"""Alembic's entry: how each migration connects, waits and commits."""

import asyncio

import asyncpg
from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from metricgain.store.tables import metadata

# Two processes that start at once take turns; the second finds nothing left to do.
_ADVISORY_LOCK = 7_468_352_001


def _migrate(connection: Connection) -> None:
    # Waiting for another process may take as long as its migrations do; only the
    # locks that hold up running transactions are given up early.
    connection.execute(text(f"SELECT pg_advisory_lock({_ADVISORY_LOCK})"))
    patience: str = context.config.attributes["lock_timeout"]
    connection.execute(
        text("SELECT set_config('lock_timeout', :patience, false)"),
        {"patience": patience},
    )
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        # What one migration has locked is free again before the next begins.
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _connect_and_migrate() -> None:
    url: str = context.config.attributes["url"]
    # asyncpg reads the address itself: sockets, TLS and all else that it may say.
    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=lambda: asyncpg.connect(url),
        poolclass=NullPool,
    )
    async with engine.connect() as connection:
        await connection.run_sync(_migrate)
        await connection.commit()
    await engine.dispose()


asyncio.run(_connect_and_migrate())
