"""Which optimisations are off, or watched, in every process."""

from sqlalchemy import Column, String, Table

from metricgain.store.tables.metadata import metadata, moment, one_of, text

switches = Table(
    "switches",
    metadata,
    Column("name", String(32), primary_key=True),
    text("mode", 8),
    moment("set_at", nullable=False, default=True),
    one_of("mode", ("on", "off", "shadow")),
)
