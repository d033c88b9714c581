"""The export of Apple Health: one XML file of gigabytes, read as it streams by.

Taken are heart rate variability (SDNN), the resting heart rate and the analysis of
sleep. Apple judges neither nights nor needs, so there is no recovery score.
"""

import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import PurePosixPath
from statistics import fmean
from typing import IO, BinaryIO, Final
from xml.parsers import expat

from metricgain.engine.recovery import Recovery, Sleep, Taken, Takings
from metricgain.integrations.recovery import FileSource, Peek, day_of
from metricgain.kit.errors import Invalid

_HRV: Final = "HKQuantityTypeIdentifierHeartRateVariabilitySDNN"
_RESTING: Final = "HKQuantityTypeIdentifierRestingHeartRate"
_SLEEP: Final = "HKCategoryTypeIdentifierSleepAnalysis"
_ASLEEP: Final = "HKCategoryValueSleepAnalysisAsleep"
_NOON, _EVENING = 12, 18
_CHUNK: Final = 256 * 1024
_LONGEST_DOCTYPE: Final = 1024 * 1024
_PAUSE: Final = timedelta(minutes=90)
_HRV_BOUNDS: Final = (1.0, 1000.0)
_RESTING_BOUNDS: Final = (20.0, 250.0)


def _recognises(seen: Peek) -> bool:
    return "<HealthData" in seen.head or _main_file(seen.names) is not None


def _read(stream: BinaryIO, _zone: tzinfo) -> Takings:
    found = _Found()
    with _xml(stream) as xml:
        _parse(xml, found)
    yield from _recoveries(found)
    yield from _sleeps(found)


APPLE_HEALTH: Final = FileSource(
    name="apple_health",
    title="the export of Apple Health",
    recognises=_recognises,
    read=_read,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was met: samples by the day that they belong to, and spans of sleep."""

    hrv: defaultdict[date, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    resting: dict[date, float] = field(default_factory=dict)
    asleep: list[tuple[datetime, datetime]] = field(default_factory=list)

    def add(self, _name: str, said: Mapping[str, str]) -> None:
        kind = said.get("type")
        if kind == _HRV:
            taken = _moment(said, "startDate")
            # In the afternoon it says more of the day than of the night.
            if not _NOON <= taken.hour < _EVENING:
                self.hrv[day_of(taken)].append(_number(said, _HRV_BOUNDS))
        elif kind == _RESTING:
            self.resting[_moment(said, "startDate").date()] = _number(
                said, _RESTING_BOUNDS
            )
        elif kind == _SLEEP and said.get("value", "").startswith(_ASLEEP):
            began, ended = _moment(said, "startDate"), _moment(said, "endDate")
            if began < ended:
                self.asleep.append((began, ended))


@contextmanager
def _xml(stream: BinaryIO) -> Iterator[IO[bytes]]:
    stream.seek(0)
    if not zipfile.is_zipfile(stream):
        stream.seek(0)
        yield stream
        return
    with zipfile.ZipFile(stream) as archive:
        name = _main_file(tuple(archive.namelist()))
        assert name is not None
        with archive.open(name) as part:
            yield part


def _main_file(names: tuple[str, ...]) -> str | None:
    """Return the file with the records, whose name follows the phone's language."""
    for name in names:
        path = PurePosixPath(name)
        if (
            path.parent.name.startswith("apple_health")
            and path.suffix == ".xml"
            and not path.stem.endswith("_cda")
        ):
            return name
    return None


def _parse(xml: IO[bytes], found: _Found) -> None:
    parser = expat.ParserCreate()

    def begin(name: str, said: dict[str, str]) -> None:
        if name == "Record":
            found.add(name, said)

    parser.StartElementHandler = begin
    try:
        parser.Parse(_without_doctype(xml), False)  # noqa: FBT003 - expat takes it by position
        while chunk := xml.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position
    except expat.ExpatError as error:
        raise Invalid(f"is not whole: {error}", field="file") from None


def _without_doctype(xml: IO[bytes]) -> bytes:
    """Return the beginning without its DOCTYPE.

    Some phones write one that no parser takes, and none of it is needed; without it
    no entity can be declared that unfolds into gigabytes.
    """
    begun = xml.read(_CHUNK)
    start = begun.find(b"<!DOCTYPE")
    if start < 0:
        return begun
    while (end := begun.find(b"]>", start)) < 0:
        more = xml.read(_CHUNK)
        if not more or len(begun) > _LONGEST_DOCTYPE:
            raise Invalid("has a DOCTYPE without an end", field="file")
        begun += more
    return begun[:start] + begun[end + 2 :]


def _recoveries(found: _Found) -> Takings:
    for day in sorted(found.hrv.keys() | found.resting.keys()):
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
        samples = found.hrv.get(day)
        yield Taken(
            value=Recovery(
                id=day.isoformat(),
                day=day,
                began_at=at,
                updated_at=at,
                hrv_ms=round(fmean(samples), 2) if samples else None,
                resting_heart_rate=found.resting.get(day),
            )
        )


def _sleeps(found: _Found) -> Takings:
    """Join what lies close together into sleeps; the longest of a day is no nap."""
    by_day: defaultdict[date, list[list[tuple[datetime, datetime]]]] = defaultdict(list)
    for spans in _apart(_united(found.asleep)):
        by_day[day_of(spans[-1][1])].append(spans)
    for day in sorted(by_day):
        longest = max(by_day[day], key=_minutes)
        for spans in by_day[day]:
            yield Taken(
                value=Sleep(
                    id=spans[0][0].astimezone(UTC).isoformat(),
                    day=day,
                    began_at=spans[0][0],
                    ended_at=spans[-1][1],
                    updated_at=spans[-1][1],
                    is_nap=spans is not longest,
                    asleep_minutes=_minutes(spans),
                )
            )


def _united(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return the time that any of them covers: watch and phone say the same twice."""
    united: list[tuple[datetime, datetime]] = []
    for began, ended in sorted(spans):
        if united and began <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], ended))
        else:
            united.append((began, ended))
    return united


def _apart(
    spans: list[tuple[datetime, datetime]],
) -> list[list[tuple[datetime, datetime]]]:
    sleeps: list[list[tuple[datetime, datetime]]] = []
    for span in spans:
        if sleeps and span[0] - sleeps[-1][-1][1] < _PAUSE:
            sleeps[-1].append(span)
        else:
            sleeps.append([span])
    return sleeps


def _minutes(spans: list[tuple[datetime, datetime]]) -> int:
    slept = sum((ended - began for began, ended in spans), timedelta())
    return min(2880, round(slept.total_seconds() / 60))


def _moment(said: Mapping[str, str], name: str) -> datetime:
    text = said.get(name, "")
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        raise Invalid(f"{name} must be a time, not {text!r}", field="file") from None


def _number(said: Mapping[str, str], bounds: tuple[float, float]) -> float:
    text = said.get("value", "")
    low, high = bounds
    try:
        return min(high, max(low, float(text)))
    except ValueError:
        raise Invalid(f"value must be a number, not {text!r}", field="file") from None
