"""Reads dates as the apps, their languages and spreadsheets write them."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import Final

from metricgain.importers.months import is_afternoon, month_of

_LONGEST: Final = 60
_YEARS: Final = range(1970, 2101)
# A day without a time is kept at noon: no zone moves it to another day.
_NOON: Final = 12
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_BEFORE_OFFSET = re.compile(r" (?=[+-]\d\d:?\d\d$|Z$)")
_TIME = re.compile(
    r"(?P<before>[^\W\d_][^\W\d_.]*\.?)? ?(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d))?(?!\d)(?: ?(?P<after>[^\W\d_]\.? ?[^\W\d_]{0,2}\.?))?"
)
_NUMBERED_MONTH = re.compile(r"(?:thg|tháng) ?(?=\d)")
_PARTS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date; `has_time` is False where only the day is written."""

    when: datetime
    has_time: bool


@lru_cache(maxsize=4096)
def moment(text: str, *, day_first: bool = True) -> Moment | None:
    """Return the moment that a cell means, or None if it is no date of 1970 to 2100.

    `day_first` decides what 3/4/2024 is. A day without a time is given noon. An offset
    stays in the result; without one, it is the lifter's clock.
    """
    clean = " ".join(text.split())
    if not clean or len(clean) > _LONGEST:
        return None
    found = _iso(clean) or _written(clean, day_first=day_first)
    return found if found and found.when.year in _YEARS else None


def unknown_month(text: str) -> str:
    """Return the word of a date that should be a month and is none; often empty."""
    words = [word for word in _PARTS.findall(text) if not word.isdecimal()]
    long_enough = [word for word in words if len(word) > 1]
    if not long_enough or not any(part.isdecimal() for part in _PARTS.findall(text)):
        return ""
    return "" if any(map(month_of, long_enough)) else long_enough[0]


def span(started: Moment | None, ended: Moment | None) -> int | None:
    """Return the seconds from start to end, negative if they are the wrong way round.

    None if one of them is missing or has no time, or only one has an offset.
    """
    if started is None or ended is None or not (started.has_time and ended.has_time):
        return None
    if (started.when.tzinfo is None) != (ended.when.tzinfo is None):
        return None
    return int((ended.when - started.when).total_seconds())


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Tell from the dates of a file whether the day stands before the month.

    A number above 12 decides; else the order in which the dates run steadily. None if
    both readings are possible, or if the dates leave nothing open.
    """
    cells = [text for text in texts if is_open(text)]
    if not cells:
        return None
    readings = {
        first: [moment(cell, day_first=first) for cell in cells]
        for first in (True, False)
    }
    broken = {first: found.count(None) for first, found in readings.items()}
    if broken[True] != broken[False]:
        return broken[True] < broken[False]
    turns = {
        first: _turns([one.when.replace(tzinfo=None) for one in found if one])
        for first, found in readings.items()
    }
    return None if turns[True] == turns[False] else turns[True] < turns[False]


def is_open(text: str) -> bool:
    """Tell whether a cell is a date of three numbers that ends in its year."""
    clean = " ".join(text.split())
    if len(clean) > _LONGEST:
        return False
    parts = _PARTS.findall(_without_time(clean)[0])
    return (
        len(parts) == 3  # noqa: PLR2004 - day, month and year
        and all(part.isdecimal() for part in parts)
        and len(parts[0]) <= 2  # noqa: PLR2004 - a year has four
    )


def _turns(dates: list[datetime]) -> int:
    """Count how often neighbours run against the direction of most."""
    pairs = list(pairwise(dates))
    rising = sum(one < two for one, two in pairs)
    falling = sum(one > two for one, two in pairs)
    return min(rising, falling)


def _iso(clean: str) -> Moment | None:
    if not _ISO.fullmatch(clean):
        return None
    with suppress(ValueError):
        found = datetime.fromisoformat(_BEFORE_OFFSET.sub("", clean))
        has_time = ":" in clean
        return Moment(found if has_time else found.replace(hour=_NOON), has_time)
    return None


def _written(clean: str, *, day_first: bool) -> Moment | None:
    rest, time = _without_time(clean)
    plain, numbered = _NUMBERED_MONTH.subn("", rest)
    day = _day(plain, day_first=day_first or numbered > 0)
    if day is None:
        return None
    hour, minute, second = time or (_NOON, 0, 0)
    with suppress(ValueError):
        year, month, number = day
        when = datetime(year, month, number, hour, minute, second)  # noqa: DTZ001 - the lifter's clock has no zone
        return Moment(when, time is not None)
    return None


def _without_time(clean: str) -> tuple[str, tuple[int, int, int] | None]:
    """Take the time of day out of a date."""
    found = _TIME.search(clean)
    if found is None:
        return clean, None
    hour = int(found["hour"])
    start, end = found.start("hour"), found.end()
    after = is_afternoon((found["after"] or "").replace(" ", ""))
    if after is None:
        end = found.end("second") if found["second"] else found.end("minute")
        after = is_afternoon(found["before"] or "")
        if after is not None:
            start = found.start("before")
    if after is not None and 1 <= hour <= _NOON:
        hour = hour % _NOON + _NOON * after
    time = (hour, int(found["minute"]), int(found["second"] or 0))
    return f"{clean[:start]} {clean[end:]}", time


def _day(text: str, *, day_first: bool) -> tuple[int, int, int] | None:
    parts = _PARTS.findall(text)
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 4]  # noqa: PLR2004 - a year has four digits
    months = [found for part in parts if (found := month_of(part))]
    match numbers:
        case [first, second, third] if not months:
            if first in _YEARS:
                return first, second, third
            day, month = (first, second) if day_first else (second, first)
            return _year(third), month, day
        case [first, second] if months:
            # A weekday may look like a month and stands before it.
            day, year = (second, first) if first in _YEARS else (first, second)
            return _year(year), months[-1], day
    return None


def _year(number: int) -> int:
    return number + 2000 if number < 100 else number  # noqa: PLR2004 - two digits
