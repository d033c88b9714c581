"""All tables, declared once. Importing this package fills `metadata`."""

from metricgain.store.tables import (
    catalogue,
    feedback,
    jobs,
    log,
    people,
    programs,
    stats,
    switches,
)
from metricgain.store.tables.metadata import metadata

__all__ = [
    "catalogue",
    "feedback",
    "jobs",
    "log",
    "metadata",
    "people",
    "programs",
    "stats",
    "switches",
]
