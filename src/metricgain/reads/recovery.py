"""Recovery: the last nights, how ready they make one, and whether that mattered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from metricgain.engine.rank_correlation import RankCorrelation, rank_correlation
from metricgain.engine.readiness import BASE_DAYS, Readiness, readiness
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.recovery import (
    NightRow,
    SourceSpan,
    comparable,
    load_nights,
    load_sources,
    performance_by_day,
)
from metricgain.store.whoop import WhoopConnection, find_connection

Measure: TypeAlias = Literal["recovery", "hrv"]
_LINK_DAYS: Final = 365
_MEASURES: Final[tuple[tuple[Measure, Callable[[NightRow], float | None]], ...]] = (
    ("recovery", lambda row: None if row.calibrating else row.recovery),
    ("hrv", lambda row: row.hrv_ms),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceLink:
    """Whether a measure of the night went together with the day's performance.

    `found` is None while there are too few `pairs` of a night and a workout.
    """

    measure: Measure
    pairs: int
    found: RankCorrelation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A day's night, None where nothing is known, and the readiness that follows."""

    day: date
    night: NightRow | None
    readiness: Readiness | None
    uses_readiness: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryRead:
    """Everything on the screen: nights are the latest last."""

    morning: Morning
    nights: Sequence[NightRow]
    sources: Sequence[SourceSpan]
    connection: WhoopConnection | None
    link: PerformanceLink


async def morning(tx: Transaction, day: date) -> Morning:
    """Return last night, and how ready it makes one: two statements."""
    rows = await load_nights(tx, first=day - timedelta(days=BASE_DAYS), last=day)
    return _morning(rows, day, uses=(await load_lifter(tx)).use_readiness)


async def recovery(tx: Transaction, day: date, *, days: int) -> RecoveryRead:
    """Return what the Recovery screen shows of the last `days` days."""
    first = day - timedelta(days=max(_LINK_DAYS, days))
    rows = await load_nights(tx, first=first, last=day)
    strong = await performance_by_day(tx, first=first, last=day)
    shown = day - timedelta(days=days - 1)
    return RecoveryRead(
        morning=_morning(rows, day, uses=(await load_lifter(tx)).use_readiness),
        nights=[row for row in rows if row.day >= shown],
        sources=await load_sources(tx),
        connection=await find_connection(tx),
        link=_link(rows, strong),
    )


def _morning(rows: Sequence[NightRow], day: date, *, uses: bool) -> Morning:
    return Morning(
        day=day,
        night=next((row for row in rows if row.day == day), None),
        readiness=readiness(comparable(rows, day), day),
        uses_readiness=uses,
    )


def _link(rows: Sequence[NightRow], strong: dict[date, float]) -> PerformanceLink:
    """Return the link of the recovery score, or of what there is more of instead."""
    best: PerformanceLink | None = None
    for measure, value_of in _MEASURES:
        pairs = [
            (value, strong[row.day])
            for row in rows
            if row.day in strong and (value := value_of(row)) is not None
        ]
        link = PerformanceLink(
            measure=measure, pairs=len(pairs), found=rank_correlation(pairs)
        )
        if best is None or (best.found is None and link.pairs > best.pairs):
            best = link
    assert best is not None
    return best
