"""Nights and days as wearables see them: kept by source, read as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from metricgain.engine.readiness import Night
from metricgain.engine.recovery import (
    Recovery,
    Sleep,
    Strain,
    Taken,
    sleep_tier_of,
    tier_of,
)
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Transaction, sql
from metricgain.store.payloads import pack, unpack

_BEFORE: Final = timedelta(days=60)
"""So far back a day is compared: performance_by_day.sql."""
RecoverySource: TypeAlias = Literal["whoop", "whoop_export", "apple_health", "csv"]
RecoveryKind: TypeAlias = Literal["recovery", "sleep", "cycle"]

_PREFERRED: Final = ["whoop", "whoop_export", "csv", "apple_health"]
_FAMILIES: Final[Mapping[str, str]] = {"whoop_export": "whoop"}
_PRUNING: Final[Mapping[RecoveryKind, str]] = {
    "recovery": "recovery_prune",
    "sleep": "sleep_prune",
    "cycle": "cycle_prune",
}
_FORGETTING: Final[Mapping[RecoveryKind, str]] = {
    "recovery": "recovery_forget",
    "sleep": "sleep_forget",
    "cycle": "cycle_forget",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRow:
    """What is known of the morning of `day` and of the day itself.

    `score_state` is None without a recovery. Tiers are low, medium or high. Scores
    are in per cent, times in minutes.
    """

    day: date
    source: str | None
    score_state: str | None
    calibrating: bool
    recovery: float | None
    recovery_tier: str | None
    hrv_ms: float | None
    resting_heart_rate: float | None
    sleep: float | None
    sleep_tier: str | None
    asleep_minutes: int | None
    need_minutes: int | None
    strain: float | None

    def night(self) -> Night:
        """Return the night as the engine sees it."""
        return Night(
            day=self.day,
            recovery=self.recovery,
            sleep=self.sleep,
            hrv_ms=self.hrv_ms,
            resting_heart_rate=self.resting_heart_rate,
            strain=self.strain,
            calibrating=self.calibrating,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpan:
    """How many nights a source has told of, from one day to another."""

    source: RecoverySource
    first_day: date
    last_day: date
    nights: int


async def save_nights(
    tx: Transaction, source: RecoverySource, taken: Sequence[Taken]
) -> int:
    """Keep what a source says; return how many rows are new or newer.

    A version that is older than the one that is kept changes nothing. Of two values
    with one id, the last counts.
    """
    latest = {(type(each.value), each.value.id): each for each in taken}.values()
    values = [each.value for each in latest]
    changed: set[tuple[RecoveryKind, str]] = set()
    if recoveries := [value for value in values if isinstance(value, Recovery)]:
        changed |= await _save_recoveries(tx, source, recoveries)
    if sleeps := [value for value in values if isinstance(value, Sleep)]:
        changed |= await _save_sleeps(tx, source, sleeps)
    if strains := [value for value in values if isinstance(value, Strain)]:
        changed |= await _save_strains(tx, source, strains)
    packed = [
        (each.value, each.payload)
        for each in latest
        if each.payload is not None and (_kind(each.value), each.value.id) in changed
    ]
    if packed:
        await tx.run(
            sql("payloads_save"),
            tx.user_id,
            source,
            [_kind(value) for value, _ in packed],
            [value.id for value, _ in packed],
            [pack(payload) for _, payload in packed],
        )
    return len(changed)


async def load_payload(
    tx: Transaction, kind: RecoveryKind, source: RecoverySource, row_id: str
) -> bytes | None:
    """Return the words that a row was read from, as they came."""
    packed = await tx.value(sql("payload_load"), tx.user_id, kind, source, row_id)
    return unpack(packed) if isinstance(packed, bytes) else None


async def prune(
    tx: Transaction,
    kind: RecoveryKind,
    *,
    span: tuple[datetime, datetime],
    kept: Iterable[str],
) -> None:
    """Let go of what WHOOP has no more of all that began in a span."""
    await tx.run(sql(_PRUNING[kind]), tx.user_id, "whoop", *span, list(kept))


async def forget(tx: Transaction, kind: RecoveryKind, row_id: str) -> None:
    """Let go of one row of WHOOP."""
    await tx.run(sql(_FORGETTING[kind]), tx.user_id, "whoop", row_id)


async def clear_source(tx: Transaction, source: RecoverySource) -> None:
    """Let go of everything that came from a source."""
    await tx.run(sql("recovery_clear"), tx.user_id, source)


async def known_sleeps(tx: Transaction, ids: Sequence[str]) -> dict[str, Sleep]:
    """Return sleeps of WHOOP that are kept, by id."""
    rows = await tx.rows(sql("sleeps_known"), tx.user_id, "whoop", list(ids))
    return {row["id"]: Sleep(**dict(row)) for row in rows}


async def load_nights(tx: Transaction, *, first: date, last: date) -> list[NightRow]:
    """Return what is known of each day from one to another, where anything is."""
    rows = await tx.rows(sql("nights"), tx.user_id, first, last, _PREFERRED)
    return [NightRow(**dict(row)) for row in rows]


async def load_sources(tx: Transaction) -> list[SourceSpan]:
    """Return the sources that have told anything, and of when."""
    rows = await tx.rows(sql("recovery_sources"), tx.user_id)
    return [SourceSpan(**dict(row)) for row in rows]


async def performance_by_day(
    tx: Transaction, *, first: date, last: date
) -> dict[date, float]:
    """Return how strong each day of training was, 1 being as the sessions before.

    For each exercise the best estimated single of the day is divided by the mean of
    the up to four sessions before; the exercises of a day are averaged.
    """
    await see_archive(tx, Wanted(first=first - _BEFORE, last=last))
    rows = await tx.rows(sql("performance_by_day"), tx.user_id, first, last)
    return {row["day"]: row["ratio"] for row in rows}


def comparable(rows: Iterable[NightRow], day: date) -> list[Night]:
    """Return the nights that can be compared with that of a day: of its source.

    Two wearables measure heart rate variability in two ways.
    """
    listed = list(rows)
    family = next((_family(row) for row in listed if row.day == day), None)
    return [row.night() for row in listed if _family(row) in (family, None)]


def _family(row: NightRow) -> str | None:
    return None if row.source is None else _FAMILIES.get(row.source, row.source)


async def _save_recoveries(
    tx: Transaction, source: RecoverySource, recoveries: Sequence[Recovery]
) -> set[tuple[RecoveryKind, str]]:
    scores = [_decimal(each.score) for each in recoveries]
    rows = await tx.rows(
        sql("recovery_save"),
        tx.user_id,
        source,
        *_common(recoveries),
        [each.calibrating for each in recoveries],
        scores,
        [tier_of(score) for score in scores],
        [_decimal(each.hrv_ms, places=3) for each in recoveries],
        [_decimal(each.resting_heart_rate) for each in recoveries],
        [_decimal(each.spo2_percentage) for each in recoveries],
        [_decimal(each.skin_temp_celsius) for each in recoveries],
    )
    return {("recovery", row["source_id"]) for row in rows}


async def _save_sleeps(
    tx: Transaction, source: RecoverySource, sleeps: Sequence[Sleep]
) -> set[tuple[RecoveryKind, str]]:
    performances = [_decimal(each.performance) for each in sleeps]
    rows = await tx.rows(
        sql("sleep_save"),
        tx.user_id,
        source,
        *_common(sleeps),
        [each.ended_at for each in sleeps],
        [each.is_nap for each in sleeps],
        [each.asleep_minutes for each in sleeps],
        [each.need_minutes for each in sleeps],
        performances,
        [sleep_tier_of(performance) for performance in performances],
        [_decimal(each.efficiency) for each in sleeps],
        [_decimal(each.consistency) for each in sleeps],
        [_decimal(each.respiratory_rate) for each in sleeps],
    )
    return {("sleep", row["source_id"]) for row in rows}


async def _save_strains(
    tx: Transaction, source: RecoverySource, strains: Sequence[Strain]
) -> set[tuple[RecoveryKind, str]]:
    rows = await tx.rows(
        sql("cycle_save"),
        tx.user_id,
        source,
        *_common(strains),
        [_decimal(each.strain) for each in strains],
    )
    return {("cycle", row["source_id"]) for row in rows}


def _common(
    values: Sequence[Recovery] | Sequence[Sleep] | Sequence[Strain],
) -> tuple[list[object], ...]:
    return (
        [each.id for each in values],
        [each.day for each in values],
        [each.began_at for each in values],
        [each.updated_at for each in values],
        [each.state for each in values],
    )


def _kind(value: Recovery | Sleep | Strain) -> RecoveryKind:
    match value:
        case Recovery():
            return "recovery"
        case Sleep():
            return "sleep"
        case Strain():
            return "cycle"


def _decimal(value: float | None, *, places: int = 2) -> Decimal | None:
    return None if value is None else round(Decimal(str(value)), places)
