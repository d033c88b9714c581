"""WHOOP, version 2 of its API: their JSON in, our values out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Annotated, Final, TypeAlias, TypeVar

import msgspec

from metricgain.engine.recovery import Recovery, ScoreState, Seen, Sleep, Strain, Taken
from metricgain.integrations.recovery import day_of

SCOPES: Final = "offline read:recovery read:sleep read:cycles read:profile"

_Percent: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=100)]
_Milliseconds: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]
_Record = TypeVar("_Record", bound="_Dated")


class Kind(StrEnum):
    """What is asked for; sleeps come first, since recoveries follow from them."""

    SLEEP = "sleep"
    RECOVERY = "recovery"
    CYCLE = "cycle"


class Garbled(ValueError):
    """A record is not what version 2 of the API promises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of records, newest first, and what asks for the next, if there is one."""

    records: tuple[bytes, ...]
    next_token: str | None


class _Dated(msgspec.Struct, kw_only=True):
    created_at: datetime
    updated_at: datetime
    score_state: ScoreState


class _RecoveryScore(msgspec.Struct, kw_only=True):
    user_calibrating: bool
    recovery_score: _Percent
    resting_heart_rate: Annotated[float, msgspec.Meta(ge=0, le=300)]
    hrv_rmssd_milli: Annotated[float, msgspec.Meta(ge=0, le=1000)]
    spo2_percentage: _Percent | None = None
    skin_temp_celsius: Annotated[float, msgspec.Meta(ge=-50, le=100)] | None = None


class _Recovery(_Dated, kw_only=True):
    cycle_id: int
    sleep_id: str
    score: _RecoveryScore | None = None


class _Stages(msgspec.Struct, kw_only=True):
    total_light_sleep_time_milli: _Milliseconds
    total_slow_wave_sleep_time_milli: _Milliseconds
    total_rem_sleep_time_milli: _Milliseconds


class _Needed(msgspec.Struct, kw_only=True):
    baseline_milli: int
    need_from_sleep_debt_milli: int
    need_from_recent_strain_milli: int
    need_from_recent_nap_milli: int


class _SleepScore(msgspec.Struct, kw_only=True):
    stage_summary: _Stages
    sleep_needed: _Needed
    respiratory_rate: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    sleep_performance_percentage: _Percent | None = None
    sleep_consistency_percentage: _Percent | None = None
    sleep_efficiency_percentage: _Percent | None = None


class _Sleep(_Dated, kw_only=True):
    id: str
    start: datetime
    end: datetime
    timezone_offset: str
    nap: bool
    score: _SleepScore | None = None


class _CycleScore(msgspec.Struct, kw_only=True):
    strain: Annotated[float, msgspec.Meta(ge=0, le=21)]


class _Cycle(_Dated, kw_only=True):
    id: int
    start: datetime
    timezone_offset: str
    score: _CycleScore | None = None


class _Collection(msgspec.Struct, kw_only=True):
    records: list[msgspec.Raw] = []
    next_token: str | None = None


class _Mentioned(msgspec.Struct):
    cycle_id: int


def read_page(body: bytes) -> Page:
    """Take a collection apart. Raises Garbled."""
    try:
        found = msgspec.json.decode(body, type=_Collection)
    except msgspec.MsgspecError as error:
        raise Garbled(str(error)) from None
    return Page(
        records=tuple(bytes(record) for record in found.records),
        next_token=found.next_token or None,
    )


def read_record(
    kind: Kind, record: bytes, *, sleeps: Mapping[str, Sleep], zone: tzinfo
) -> Taken:
    """Return what a record says, and the record as it came. Raises Garbled.

    A recovery names a sleep and no hour of its own: `sleeps` are those that are known,
    by id; without its sleep it belongs to the day on which it was made, in `zone`.
    """
    try:
        value = _READERS[kind](record, sleeps, zone)
    except (msgspec.MsgspecError, ValueError) as error:
        raise Garbled(f"{kind}: {error}") from None
    return Taken(value=value, payload=record)


def cycle_of(record: bytes) -> int:
    """Return the cycle that a sleep or a recovery belongs to. Raises Garbled."""
    try:
        return msgspec.json.decode(record, type=_Mentioned).cycle_id
    except msgspec.MsgspecError as error:
        raise Garbled(str(error)) from None


def _recovery(record: bytes, sleeps: Mapping[str, Sleep], zone: tzinfo) -> Recovery:
    said = _said(record, _Recovery)
    sleep = sleeps.get(said.sleep_id)
    score = said.score if said.score_state is ScoreState.SCORED else None
    return Recovery(
        id=said.sleep_id,
        day=sleep.day if sleep else said.created_at.astimezone(zone).date(),
        began_at=sleep.began_at if sleep else said.created_at,
        updated_at=said.updated_at,
        state=said.score_state,
        calibrating=bool(score and score.user_calibrating),
        score=score.recovery_score if score else None,
        hrv_ms=score.hrv_rmssd_milli if score else None,
        resting_heart_rate=score.resting_heart_rate if score else None,
        spo2_percentage=score.spo2_percentage if score else None,
        skin_temp_celsius=score.skin_temp_celsius if score else None,
    )


def _sleep(record: bytes, _sleeps: Mapping[str, Sleep], _zone: tzinfo) -> Sleep:
    said = _said(record, _Sleep)
    score = said.score if said.score_state is ScoreState.SCORED else None
    return Sleep(
        id=said.id,
        day=said.end.astimezone(_offset(said.timezone_offset)).date(),
        began_at=said.start,
        ended_at=max(said.start, said.end),
        updated_at=said.updated_at,
        state=said.score_state,
        is_nap=said.nap,
        asleep_minutes=_asleep(score.stage_summary) if score else None,
        need_minutes=_need(score.sleep_needed) if score else None,
        performance=score.sleep_performance_percentage if score else None,
        efficiency=score.sleep_efficiency_percentage if score else None,
        consistency=score.sleep_consistency_percentage if score else None,
        respiratory_rate=score.respiratory_rate if score else None,
    )


def _cycle(record: bytes, _sleeps: Mapping[str, Sleep], _zone: tzinfo) -> Strain:
    said = _said(record, _Cycle)
    score = said.score if said.score_state is ScoreState.SCORED else None
    return Strain(
        id=str(said.id),
        day=day_of(said.start.astimezone(_offset(said.timezone_offset))),
        began_at=said.start,
        updated_at=said.updated_at,
        state=said.score_state,
        strain=score.strain if score else None,
    )


_READERS: Final[Mapping[Kind, Callable[[bytes, Mapping[str, Sleep], tzinfo], Seen]]] = {
    Kind.SLEEP: _sleep,
    Kind.RECOVERY: _recovery,
    Kind.CYCLE: _cycle,
}


def _said(record: bytes, form: type[_Record]) -> _Record:
    said = msgspec.json.decode(record, type=form)
    if said.updated_at.tzinfo is None:
        raise Garbled("updated_at has no time zone")
    if said.score_state is ScoreState.SCORED and getattr(said, "score", None) is None:
        raise Garbled("it is scored, but has no score")
    return said


def _offset(text: str) -> timezone:
    """Return the clock of `+hh:mm`, `-hh:mm` or `Z`. Raises ValueError."""
    if text == "Z":
        return UTC
    sign = {"+": 1, "-": -1}.get(text[:1])
    hours, separator, minutes = text[1:].partition(":")
    if sign is None or not separator:
        raise ValueError(f"timezone_offset {text!r}")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))


def _asleep(stages: _Stages) -> int:
    return _minutes(
        stages.total_light_sleep_time_milli
        + stages.total_slow_wave_sleep_time_milli
        + stages.total_rem_sleep_time_milli
    )


def _need(needed: _Needed) -> int:
    return _minutes(
        needed.baseline_milli
        + needed.need_from_sleep_debt_milli
        + needed.need_from_recent_strain_milli
        + needed.need_from_recent_nap_milli
    )


def _minutes(milliseconds: int) -> int:
    return min(2880, max(0, round(milliseconds / 60_000)))
