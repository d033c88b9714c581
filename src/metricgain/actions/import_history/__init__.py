"""Bring a training history from another app."""

from metricgain.actions.import_history.flow import import_history
from metricgain.actions.import_history.seen import Seen
from metricgain.actions.import_history.shapes import (
    ImportAsk,
    ImportReport,
    Progressed,
    unheard,
)

__all__ = [
    "ImportAsk",
    "ImportReport",
    "Progressed",
    "Seen",
    "import_history",
    "unheard",
]
