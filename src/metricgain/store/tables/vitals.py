"""How an installation is doing: how long requests took, and which statements did."""

from sqlalchemy import BigInteger, Column, Date, DateTime, Integer, String, Table, Text

from metricgain.store.tables.metadata import metadata, moment

request_times = Table(
    "request_times",
    metadata,
    Column("hour", DateTime(timezone=True), primary_key=True),
    # Requests that took longer than the bound below it, and up to this one.
    Column("upto_ms", Integer, primary_key=True),
    Column("requests", BigInteger, nullable=False),
)

slow_statements = Table(
    "slow_statements",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("slowest_ms", Integer, nullable=False),
    moment("last_at", nullable=False),
    Column("plan", Text, nullable=False),
)
