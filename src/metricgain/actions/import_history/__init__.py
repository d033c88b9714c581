"""Bring a training history from another app."""

from metricgain.actions.import_history.flow import import_history
from metricgain.actions.import_history.order import (
    IMPORT,
    FileAnswers,
    ImportOrder,
    NameAnswer,
    ask_for,
)
from metricgain.actions.import_history.seen import Seen
from metricgain.actions.import_history.shapes import (
    ImportAsk,
    ImportReport,
    Progressed,
    unheard,
)

__all__ = [
    "IMPORT",
    "FileAnswers",
    "ImportAsk",
    "ImportOrder",
    "ImportReport",
    "NameAnswer",
    "Progressed",
    "Seen",
    "ask_for",
    "import_history",
    "unheard",
]
