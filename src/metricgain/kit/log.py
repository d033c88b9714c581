"""Where the log goes: to standard error, apart from what a command prints.

Lines carry the number of the request that they belong to, and nothing that a user
wrote: of an error, its class and where it was raised, because messages quote values.
"""

import sys
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Final

import structlog
from structlog.typing import Processor, WrappedLogger

_CONSOLE: Final = structlog.dev.ConsoleRenderer(
    colors=False, exception_formatter=structlog.dev.plain_traceback
)


def log_to_stderr(level: str = "info", *, form: str = "text") -> None:
    """Log what is at least this grave to what is standard error at that moment.

    `form` is text for people, or json: one object a line.
    """
    last: Processor = (
        structlog.processors.JSONRenderer() if form == "json" else _CONSOLE
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_values,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: _Printer(sys.stderr),
    )


class _Printer(structlog.PrintLogger):
    """Prints as long as that can be done.

    A log that cannot be written, on a disk that is full, must not break what it tells.
    """

    def msg(self, message: str) -> None:
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def without_values(
    _logger: WrappedLogger, _method: str, event: MutableMapping[str, Any]
) -> Mapping[str, Any]:
    """Say of an error where it was raised and what it is, not what it quotes."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_lines(error))
    return event


def _lines(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _lines(cause)
        yield "then"
    yield from _places(error.__traceback__)
    state = getattr(error, "sqlstate", None)
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    yield f"{name} ({state})" if isinstance(state, str) else name


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(trace):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}: {frame.line}"
