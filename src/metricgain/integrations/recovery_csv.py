"""A plain table of nights: a date, and what is known of its morning."""

import codecs
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from io import TextIOWrapper
from typing import BinaryIO, Final

from metricgain.engine.recovery import Recovery, Sleep, Strain, Taken, Takings
from metricgain.integrations.csv_rows import CsvRow, csv_rows
from metricgain.integrations.recovery import HEAD_BYTES, FileSource, Peek

_HEADINGS: Final[Mapping[str, frozenset[str]]] = {
    "date": frozenset({"date", "day"}),
    "hrv": frozenset({"hrv", "hrv_ms", "rmssd"}),
    "rhr": frozenset({"rhr", "resting_heart_rate", "resting_hr"}),
    "sleep_hours": frozenset({"sleep_hours", "sleep", "hours_of_sleep"}),
    "sleep_score": frozenset({"sleep_score", "sleep_performance"}),
    "recovery": frozenset({"recovery", "recovery_score"}),
    "strain": frozenset({"strain", "day_strain"}),
}
_WAKES_AT: Final = time(7)
_LONGEST_SLEEP: Final = 24


def _recognises(seen: Peek) -> bool:
    known = set(_known(_columns(seen.head)).values())
    return "date" in known and len(known) > 1


def _read(stream: BinaryIO, zone: tzinfo) -> Takings:
    stream.seek(0)
    head = (
        stream.read(HEAD_BYTES).removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    )
    stream.seek(0)
    known = _known(_columns(head))
    text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    for row in csv_rows(text, delimiter=_delimiter(head), name="file"):
        named = {known[key]: value for key, value in row.values.items() if key in known}
        yield from _night(CsvRow(name=row.name, line=row.line, values=named), zone)
    text.detach()


RECOVERY_CSV: Final = FileSource(
    name="csv",
    title="a table with the columns date, hrv, rhr, sleep_hours, recovery",
    recognises=_recognises,
    read=_read,
)


def _night(row: CsvRow, zone: tzinfo) -> Takings:
    day = _day(row)
    woke = datetime.combine(day, _WAKES_AT, zone).astimezone(UTC)
    hours = row.number("sleep_hours", low=0, high=_LONGEST_SLEEP)
    began = woke - timedelta(hours=8 if hours is None else hours)
    key = day.isoformat()
    values = {
        "score": row.number("recovery", low=0, high=100),
        "hrv_ms": row.number("hrv", low=0, high=1000),
        "resting_heart_rate": row.number("rhr", low=20, high=250),
    }
    if any(value is not None for value in values.values()):
        yield Taken(
            value=Recovery(
                id=key,
                day=day,
                began_at=began,
                updated_at=woke,
                score=values["score"],
                hrv_ms=values["hrv_ms"],
                resting_heart_rate=values["resting_heart_rate"],
            )
        )
    performance = row.number("sleep_score", low=0, high=100)
    if hours is not None or performance is not None:
        yield Taken(
            value=Sleep(
                id=key,
                day=day,
                began_at=began,
                ended_at=woke,
                updated_at=woke,
                asleep_minutes=None if hours is None else round(hours * 60),
                performance=performance,
            )
        )
    strain = row.number("strain", low=0, high=21)
    if strain is not None:
        yield Taken(
            value=Strain(id=key, day=day, began_at=woke, updated_at=woke, strain=strain)
        )


def _day(row: CsvRow) -> date:
    text = row.text("date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise row.refusal(f"date must be such as 2026-03-14, not {text!r}") from None


def _columns(head: str) -> list[str]:
    first = head.partition("\n")[0].strip()
    return [name.strip().strip('"') for name in first.split(_delimiter(head))]


def _delimiter(head: str) -> str:
    first = head.partition("\n")[0]
    return max(",;\t", key=first.count)


def _known(columns: list[str]) -> dict[str, str]:
    """Return which column of ours each known heading of the file means."""
    known = {}
    for column in columns:
        name = column.casefold().replace(" ", "_")
        for ours, theirs in _HEADINGS.items():
            if name in theirs:
                known[column] = ours
    return known
