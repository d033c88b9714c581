"""Work that is done apart from requests, and when it was last due.

These tables stay whole on one machine when the others are spread: no row refers to
another table, so whoever deletes a user deletes their jobs.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Uuid,
)
from sqlalchemy import text as plain
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables.metadata import metadata, moment, one_of, text, uuid

JOB_STATES = ("waiting", "running", "done", "failed", "cancelled")
_OPEN = plain("status IN ('waiting', 'running')")

jobs = Table(
    "jobs",
    metadata,
    Column("id", Uuid, primary_key=True),
    text("name", 64),
    # Without a user it belongs to the installation.
    Column("for_user", Integer),
    # Of the open jobs of a name, only one may have the same key.
    text("key", 200, nullable=True),
    Column("args", JSONB, nullable=False),
    Column("status", String(16), nullable=False, server_default="waiting"),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    moment("due_at", nullable=False, default=True),
    moment("created_at", nullable=False, default=True),
    moment("started_at"),
    moment("finished_at"),
    # The worker that carries it out, and when it last said so.
    uuid("worker", nullable=True),
    moment("beat_at"),
    Column("done", BigInteger, nullable=False, server_default="0"),
    Column("total", BigInteger, nullable=False, server_default="0"),
    text("note", 200, nullable=True),
    Column("cancel_asked", Boolean, nullable=False, server_default="false"),
    # What came of it, or the problem.
    Column("outcome", JSONB),
    one_of("status", JOB_STATES),
    Index("jobs_open_ix", "due_at", postgresql_where=_OPEN),
    Index("jobs_single_ix", "name", "key", unique=True, postgresql_where=_OPEN),
    Index("jobs_for_user_created_at_ix", "for_user", "created_at"),
)

job_schedules = Table(
    "job_schedules",
    metadata,
    Column("name", String(64), primary_key=True),
    moment("last_at", nullable=False),
)
