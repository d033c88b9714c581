"""How nights, readiness and what came of a file are told."""

from datetime import date, datetime
from typing import Literal, TypeAlias, cast

import msgspec

from metricgain.actions.import_nights import NightsReport
from metricgain.engine.rank_correlation import LEAST_PAIRS
from metricgain.engine.readiness import LOW_UNDER, Readiness
from metricgain.reads.recovery import Measure, Morning, PerformanceLink, RecoveryRead
from metricgain.store.recovery import NightRow
from metricgain.store.whoop import WhoopConnection

SourceWord: TypeAlias = Literal["whoop", "whoop_export", "apple_health", "csv"]
TierWord: TypeAlias = Literal["low", "medium", "high"]
StateWord: TypeAlias = Literal["SCORED", "PENDING_SCORE", "UNSCORABLE"]
PartWord: TypeAlias = Literal["recovery", "sleep", "hrv", "resting_heart_rate"]
ProblemWord: TypeAlias = Literal["refused", "unreadable"]


class NightShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What is known of the morning of a day, and of the day itself.

    Scores are in per cent, `hrvMs` in milliseconds, `restingHeartRate` in beats per
    minute, `strain` from 0 to 21. A high tier is what WHOOP shows green.
    """

    day: date
    source: SourceWord | None
    score_state: StateWord | None
    calibrating: bool
    recovery: float | None
    recovery_tier: TierWord | None
    hrv_ms: float | None
    resting_heart_rate: float | None
    sleep: float | None
    sleep_tier: TierWord | None
    asleep_minutes: int | None
    need_minutes: int | None
    strain: float | None


class ReadinessPart(msgspec.Struct, kw_only=True, rename="camel"):
    """A part of a readiness: its value, its weight, and the share that they make."""

    name: PartWord
    value: float
    weight: float
    share: float


class ReadinessShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How ready a night makes one. Under `lowUnder`, nothing is added."""

    score: float
    is_low: bool
    low_under: float
    parts: list[ReadinessPart]
    strain_cost: float


class MorningShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A day's night and readiness; null where nothing is known."""

    day: date
    night: NightShape | None
    readiness: ReadinessShape | None
    uses_readiness: bool


class NightSourceShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How many nights a source has told of, from one day to another."""

    source: SourceWord
    first_day: date
    last_day: date
    nights: int


class WhoopShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Whether this installation offers WHOOP, and how one is connected to it."""

    is_offered: bool
    is_connected: bool
    connected_at: datetime | None
    last_looked_at: datetime | None
    problem: ProblemWord | None


class NightLinkShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Whether a measure of the night went together with the day's performance.

    `rho` is Spearman's rank correlation, `low` to `high` its 95 % interval; all null
    under `leastPairs` pairs of a night and a workout.
    """

    measure: Measure
    pairs: int
    least_pairs: int
    rho: float | None
    low: float | None
    high: float | None
    is_clear: bool


class RecoveryShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Everything on the Recovery screen; the latest night is the last."""

    today: MorningShape
    nights: list[NightShape]
    sources: list[NightSourceShape]
    whoop: WhoopShape
    link: NightLinkShape


class NightsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a file held, and how many of its values are new or newer than before."""

    source: SourceWord
    recoveries: int
    sleeps: int
    changed: int
    first_day: date
    last_day: date


def recovery_shape(found: RecoveryRead, *, offers_whoop: bool) -> RecoveryShape:
    """Return the Recovery screen."""
    return RecoveryShape(
        today=morning_shape(found.morning),
        nights=[_night(row) for row in found.nights],
        sources=[
            NightSourceShape(
                source=span.source,
                first_day=span.first_day,
                last_day=span.last_day,
                nights=span.nights,
            )
            for span in found.sources
        ],
        whoop=_whoop(found.connection, is_offered=offers_whoop),
        link=_link(found.link),
    )


def morning_shape(morning: Morning) -> MorningShape:
    """Return a day's night and readiness."""
    return MorningShape(
        day=morning.day,
        night=_night(morning.night) if morning.night else None,
        readiness=_readiness(morning.readiness) if morning.readiness else None,
        uses_readiness=morning.uses_readiness,
    )


def nights_shape(report: NightsReport) -> NightsShape:
    """Return what came of a file."""
    return NightsShape(
        source=report.source,
        recoveries=report.recoveries,
        sleeps=report.sleeps,
        changed=report.changed,
        first_day=report.first_day,
        last_day=report.last_day,
    )


def _night(row: NightRow) -> NightShape:
    return msgspec.convert(row, NightShape, from_attributes=True)


def _readiness(found: Readiness) -> ReadinessShape:
    return ReadinessShape(
        score=found.score,
        is_low=found.is_low,
        low_under=LOW_UNDER,
        parts=[
            ReadinessPart(
                name=cast("PartWord", part.name),
                value=round(part.value, 3),
                weight=round(part.weight, 3),
                share=round(part.share, 3),
            )
            for part in found.parts
        ],
        strain_cost=found.strain_cost,
    )


def _whoop(connection: WhoopConnection | None, *, is_offered: bool) -> WhoopShape:
    if connection is None:
        return WhoopShape(
            is_offered=is_offered,
            is_connected=False,
            connected_at=None,
            last_looked_at=None,
            problem=None,
        )
    return WhoopShape(
        is_offered=is_offered,
        is_connected=True,
        connected_at=connection.connected_at,
        last_looked_at=connection.polled_at,
        problem=connection.problem,
    )


def _link(link: PerformanceLink) -> NightLinkShape:
    found = link.found
    return NightLinkShape(
        measure=link.measure,
        pairs=link.pairs,
        least_pairs=LEAST_PAIRS,
        rho=None if found is None else round(found.rho, 3),
        low=None if found is None else round(found.low, 3),
        high=None if found is None else round(found.high, 3),
        is_clear=found is not None and found.is_clear,
    )
