"""Where the log goes: to standard error, apart from what a command prints."""

import sys

import structlog


def log_to_stderr(level: str = "info") -> None:
    """Log what is at least this grave to what is standard error at that moment."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
