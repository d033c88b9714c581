"""The export of the WHOOP app: three tables in a zip, or one of them by itself.

`workouts.csv` is passed over: the strain of a day is in `physiological_cycles.csv`.
"""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from io import TextIOWrapper
from pathlib import PurePosixPath
from typing import BinaryIO, Final

import msgspec

from metricgain.engine.recovery import (
    Recovery,
    ScoreState,
    Sleep,
    Strain,
    Taken,
    Takings,
)
from metricgain.integrations.csv_rows import CsvRow, csv_rows
from metricgain.integrations.recovery import FileSource, Peek, day_of

_CYCLES: Final = "physiological_cycles.csv"
_SLEEPS: Final = "sleeps.csv"
_READABLE: Final = (_CYCLES, _SLEEPS)
_START: Final = "Cycle start time"
_ONSET: Final = "Sleep onset"
_WAKE: Final = "Wake onset"
_SCORE: Final = "Recovery score %"


def _recognises(seen: Peek) -> bool:
    named = {PurePosixPath(name).name for name in seen.names}
    return bool(named & set(_READABLE)) or seen.head.startswith(f"{_START},")


def _read(stream: BinaryIO, zone: tzinfo) -> Takings:
    if not zipfile.is_zipfile(stream):
        stream.seek(0)
        yield from _table(stream, zone, "file")
        return
    with zipfile.ZipFile(stream) as archive:
        # The cycles come first: what is in both tables is the same.
        for wanted in _READABLE:
            for name in archive.namelist():
                if PurePosixPath(name).name == wanted:
                    with archive.open(name) as part:
                        yield from _table(part, zone, wanted)


WHOOP_EXPORT: Final = FileSource(
    name="whoop_export",
    title="the export of the WHOOP app",
    recognises=_recognises,
    read=_read,
)


def _table(stream: object, zone: tzinfo, name: str) -> Iterator[Taken]:
    text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")  # type: ignore[type-var]  # a file, or a file within a zip
    for row in csv_rows(text, delimiter=",", name=name):
        if not row.text(_START):
            continue
        payload = msgspec.json.encode(row.values)
        if "Day Strain" in row.values:
            yield from _cycle(row, zone, payload)
        if row.text(_ONSET) and row.text(_WAKE):
            yield Taken(value=_sleep(row, zone), payload=payload)
    text.detach()


def _cycle(row: CsvRow, zone: tzinfo, payload: bytes) -> Iterator[Taken]:
    began = _moment(row, _START, zone)
    woke = _moment(row, _WAKE, zone) if row.text(_WAKE) else None
    day = woke.date() if woke else day_of(began)
    strain = row.number("Day Strain", low=0, high=21)
    yield Taken(
        value=Strain(
            id=_id(began),
            day=day,
            began_at=began,
            updated_at=began,
            state=_state(strain),
            strain=strain,
        )
    )
    if woke is None:
        return
    onset = _moment(row, _ONSET, zone) if row.text(_ONSET) else began
    score = row.number(_SCORE, low=0, high=100)
    yield Taken(
        value=Recovery(
            id=_id(onset),
            day=day,
            began_at=onset,
            updated_at=woke,
            state=_state(score),
            score=score,
            hrv_ms=row.number("Heart rate variability (ms)", low=0, high=1000),
            resting_heart_rate=row.number("Resting heart rate (bpm)", low=20, high=250),
            spo2_percentage=row.number("Blood oxygen %", low=0, high=100),
            skin_temp_celsius=row.number("Skin temp (celsius)", low=0, high=60),
        ),
        payload=payload,
    )


def _sleep(row: CsvRow, zone: tzinfo) -> Sleep:
    onset, woke = _moment(row, _ONSET, zone), _moment(row, _WAKE, zone)
    asleep = row.number("Asleep duration (min)", low=0, high=2880)
    need = row.number("Sleep need (min)", low=0, high=2880)
    return Sleep(
        id=_id(onset),
        day=woke.date(),
        began_at=onset,
        ended_at=max(onset, woke),
        updated_at=woke,
        state=_state(asleep),
        is_nap=row.text("Nap") == "true",
        asleep_minutes=None if asleep is None else round(asleep),
        need_minutes=None if need is None else round(need),
        performance=row.number("Sleep performance %", low=0, high=100),
        efficiency=row.number("Sleep efficiency %", low=0, high=100),
        consistency=row.number("Sleep consistency %", low=0, high=100),
        respiratory_rate=row.number("Respiratory rate (rpm)", low=0, high=100),
    )


def _moment(row: CsvRow, column: str, zone: tzinfo) -> datetime:
    """Read a time on the clock that the row names, such as `UTC-04:00`."""
    text = row.text(column)
    try:
        naive = datetime.fromisoformat(text)
    except ValueError:
        raise row.refusal(f"{column} must be a time, not {text!r}") from None
    return naive.replace(tzinfo=_clock(row, zone))


def _clock(row: CsvRow, zone: tzinfo) -> tzinfo:
    named = row.text("Cycle timezone").removeprefix("UTC").removeprefix("GMT")
    if not row.text("Cycle timezone"):
        return zone
    if named in ("", "Z"):
        return UTC
    sign = -1 if named.startswith("-") else 1
    hours, _, minutes = named.lstrip("+-").partition(":")
    try:
        return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes or 0)))
    except ValueError:
        raise row.refusal("Cycle timezone must be such as UTC-04:00") from None


def _id(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _state(value: float | None) -> ScoreState:
    return ScoreState.UNSCORABLE if value is None else ScoreState.SCORED
