"""All tables, declared once. Importing this package fills `metadata`."""

from metricgain.store.tables import (
    catalogue,
    feedback,
    gyms,
    imports,
    jobs,
    log,
    people,
    programs,
    recovery,
    security,
    stats,
    switches,
    training,
    vitals,
)
from metricgain.store.tables.metadata import metadata

__all__ = [
    "catalogue",
    "feedback",
    "gyms",
    "imports",
    "jobs",
    "log",
    "metadata",
    "people",
    "programs",
    "recovery",
    "security",
    "stats",
    "switches",
    "training",
    "vitals",
]
