"""How long requests took, and which statements took long: kept for a week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from metricgain.store.database import Database, Transaction, sql
from metricgain.store.watching import Slow

_KEPT: Final = timedelta(days=8)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """How many requests there were in a day, and how long they took, in ms.

    Half of them took up to `p50`, and so on; None without any.
    """

    requests: int
    p50: int | None
    p95: int | None
    p99: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowStatement:
    """A statement that was slow on a day, with the shape of its last plan."""

    day: date
    name: str
    times: int
    slowest_ms: int
    last_at: datetime
    plan: str


async def count_requests(
    database: Database, counted: Mapping[int, int], *, now: datetime
) -> None:
    """Add requests by the bound of their milliseconds, and forget what is old."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    async with database.as_system() as system:
        await system.run(
            sql("vitals_count"), hour, list(counted), list(counted.values())
        )
        await system.run(sql("vitals_forget"), now - _KEPT)


async def latency(system: Transaction, *, now: datetime) -> Latency:
    """Return how long the requests of the last day took."""
    rows = await system.rows(sql("vitals_times"), now - _DAY, now)
    counted = {row["upto_ms"]: row["requests"] for row in rows}
    return Latency(
        requests=sum(counted.values()),
        p50=quantile(counted, 0.5),
        p95=quantile(counted, 0.95),
        p99=quantile(counted, 0.99),
    )


async def note_slow(
    database: Database, slow: Slow, plan: str, *, now: datetime
) -> None:
    """Remember that a statement was slow."""
    async with database.as_system() as system:
        await system.run(
            sql("slow_statement_note"),
            now.date(),
            slow.name,
            int(slow.seconds * 1000),
            now,
            plan,
        )


async def slow_statements(system: Transaction, *, now: datetime) -> list[SlowStatement]:
    """Return the statements that were slow in the last week, the slowest first."""
    since = (now - timedelta(days=7)).date()
    rows = await system.rows(sql("slow_statements_list"), since)
    return [SlowStatement(**row) for row in rows]


def quantile(counted: Mapping[int, int], share: float) -> int | None:
    """Return the bound that a share of the requests stayed under, None without any."""
    whole = sum(counted.values())
    so_far = 0
    for bound in sorted(counted):
        so_far += counted[bound]
        if so_far >= share * whole:
            return bound
    return None
