"""Watches statements: how long each takes, and why a slow one does."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType
from typing import Any, Final

import structlog

from metricgain.kit.meters import CounterMeter, LevelMeter, SpreadMeter
from metricgain.kit.tracing import Span, is_tracing, span

_LOG = structlog.get_logger(__name__)
_BOUNDS: Final = (0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5)
_QUIET_SECONDS: Final = 60
_ELSEWHERE: Final = "unnamed"
_SHOWN: Final = ("Node Type", "Relation Name", "Index Name", "Join Type")

STATEMENTS: Final = SpreadMeter(
    "metricgain_statement_seconds",
    "How long statements take, by the file in store/sql.",
    "statement",
    bounds=_BOUNDS,
)
SLOW: Final = CounterMeter(
    "metricgain_slow_statements", "Statements over the threshold.", "statement"
)
BUSY: Final = LevelMeter(
    "metricgain_pool_busy_connections", "Connections that are in use."
)
WAITS: Final = SpreadMeter(
    "metricgain_pool_wait_seconds", "How long a connection is waited for."
)
AGGREGATION: Final = SpreadMeter(
    "metricgain_aggregation_seconds", "How long the statistics of a change take."
)
AGGREGATION_FAILURES: Final = CounterMeter(
    "metricgain_aggregation_failures", "Changes whose statistics could not be computed."
)

NAMES: Final[dict[str, str]] = {}
"""The names of statements by their text, as far as they were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """A statement that took long. Its values never leave the process."""

    name: str
    seconds: float
    statement: str
    values: Sequence[object]
    user_id: int | None


@dataclass(slots=True, kw_only=True)
class Watch:
    """What a process knows of its statements.

    `slow_after` is in seconds, None for never. A statement is explained once a minute
    at most, and one at a time.
    """

    slow_after: float | None = None
    explain: Callable[[Slow], None] | None = None
    _quiet_until: dict[str, float] = field(default_factory=dict)

    def over(
        self, statement: str, values: Sequence[object], user_id: int | None
    ) -> "Watching":
        """Return what watches one statement while it runs."""
        return Watching(self, statement, values, user_id)

    def ended(self, watching: "Watching", seconds: float) -> None:
        """Note how long a statement took that was carried out."""
        name = watching.name
        STATEMENTS.see(seconds, name)
        if self.slow_after is None or seconds < self.slow_after:
            return
        SLOW.add(1, name)
        now = perf_counter()
        if now < self._quiet_until.get(name, 0):
            return
        self._quiet_until[name] = now + _QUIET_SECONDS
        if self.explain is not None:
            self.explain(
                Slow(
                    name=name,
                    seconds=seconds,
                    statement=watching.statement,
                    values=watching.values,
                    user_id=watching.user_id,
                )
            )


class Watching:
    """Times one statement."""

    __slots__ = ("_begun", "_span", "_watch", "name", "statement", "user_id", "values")

    def __init__(
        self,
        watch: Watch,
        statement: str,
        values: Sequence[object],
        user_id: int | None,
    ) -> None:
        self._watch = watch
        self.statement, self.values, self.user_id = statement, values, user_id
        self.name = NAMES.get(statement, _ELSEWHERE)
        self._span: AbstractContextManager[Span] | None = None
        self._begun = 0.0

    def __enter__(self) -> None:
        if is_tracing():
            self._span = span(f"statement {self.name}")
            self._span.__enter__()
        self._begun = perf_counter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        seconds = perf_counter() - self._begun
        if self._span is not None:
            self._span.__exit__(kind, error, trace)
        if error is None:
            self._watch.ended(self, seconds)


def shape_of(plan: Mapping[str, Any], depth: int = 0) -> str:
    """Return a plan as lines of what is done to which table, without any condition.

    Conditions quote values, so only what is named here is kept.
    """
    words = " ".join(str(plan[key]) for key in _SHOWN if key in plan)
    line = f"{'  ' * depth}{words} (about {plan['Plan Rows']} rows)"
    below = (shape_of(part, depth + 1) for part in plan.get("Plans", ()))
    return "\n".join((line, *below))


def tell_slow(slow: Slow, plan: str) -> None:
    """Log a slow statement with the shape of its plan."""
    _LOG.warning(
        "slow statement", statement=slow.name, seconds=round(slow.seconds, 3), plan=plan
    )
