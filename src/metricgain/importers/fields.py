"""Reads single cells: numbers, durations, names; the words that go with bad ones."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from metricgain.importers.values import Finding, WeightUnit

LONGEST_NAME: Final = 255
LONGEST_NOTE: Final = 10_000
# What the columns of a set can hold: numeric(6,2) and a 32-bit integer.
LARGEST_WEIGHT: Final = Decimal("9999.99")
LARGEST_REPS: Final = 2**31 - 1
LIKELY_WEIGHT: Final[dict[WeightUnit, Decimal]] = {
    "kg": Decimal(600),
    "lb": Decimal(1300),
}
LIKELY_REPS: Final = 1000
LARGEST_RPE: Final = Decimal(10)
# Twelve hours: longer than any workout, shorter than a timer forgotten overnight.
LONGEST_WORKOUT: Final = 12 * 3600
_LONGEST_DURATION: Final = 40
_LARGEST_QUANTITY: Final = Decimal(10**9)
# What a set can hold: ten days, and seven digits of metres.
LONGEST_SET: Final = 864_000
FARTHEST_SET: Final = Decimal("9999999.99")
METRES: Final = {
    "m": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
}
_YEARS: Final = range(1970, 2101)
_HUNDREDTHS: Final = Decimal("0.01")
_UNITS_OF_TIME: Final = {"h": 3600, "m": 60, "s": 1}
_DURATION = re.compile(r"(\d+)\s*(h|m|s)(?:r|our|in|ec)?[a-z]*\.?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class RefusedCellError(ValueError):
    """A cell that keeps its row from being imported: which column, and why."""

    def __init__(self, column: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message
        self.advice = advice

    def at(self, line: int) -> Finding:
        return Finding("refused", line, self.column, self.message, self.advice)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is imported as written although it looks wrong."""

    column: str
    message: str
    advice: str

    def at(self, line: int) -> Finding:
        return Finding("warning", line, self.column, self.message, self.advice)


@lru_cache(maxsize=8192)
def number(text: str) -> Decimal | None:
    """Return the number in a cell, None when it is blank.

    A comma counts as the decimal point when there is no point. Raises ValueError for
    anything else, infinity and NaN included.
    """
    clean = text.strip()
    if not clean:
        return None
    try:
        value = Decimal(clean if "." in clean else clean.replace(",", "."))
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite():
        raise ValueError(text)
    return value


def quantity(text: str, column: str) -> Decimal | None:
    """Return a number that is not negative, None when the cell is blank.

    Raises `RefusedCellError`.
    """
    try:
        value = number(text)
    except ValueError:
        raise RefusedCellError(
            column,
            f"{text.strip()[:40]!r} is not a number.",
            "Correct the cell in the file, or log this set by hand.",
        ) from None
    if value is not None and value < 0:
        raise RefusedCellError(
            column,
            f"{text.strip()} is negative.",
            "Write assistance as its own exercise (Assisted ...) with a weight above "
            "zero, or correct the cell.",
        )
    if value is not None and value > _LARGEST_QUANTITY:
        raise RefusedCellError(
            column,
            f"{text.strip()[:20]} is too large a number.",
            "Correct the cell in the file, or log this set by hand.",
        )
    return value


@lru_cache(maxsize=4096)
def weight(text: str) -> Decimal:
    """Return the weight of a cell exactly as written; blank is 0 (body weight).

    Raises `RefusedCellError` for what is no weight or does not fit four digits.
    """
    value = quantity(text, "weight") or Decimal(0)
    if value > LARGEST_WEIGHT:
        raise RefusedCellError(
            "weight",
            f"{text.strip()} is more than {LARGEST_WEIGHT}, the most that is stored.",
            "Correct the cell in the file, or log this set by hand.",
        )
    return value


@lru_cache(maxsize=4096)
def stored_weight(written: Decimal) -> Decimal:
    """Round a weight to the hundredths that are stored."""
    return written.quantize(_HUNDREDTHS)


@lru_cache(maxsize=4096)
def reps(text: str) -> tuple[int, Doubt | None]:
    """Return the repetitions of a cell, blank as 0, and what is odd about them.

    Raises `RefusedCellError`.
    """
    value = quantity(text, "reps") or Decimal(0)
    if value > LARGEST_REPS:
        raise RefusedCellError(
            "reps",
            f"{text.strip()} repetitions are more than can be stored.",
            "Correct the cell in the file, or log this set by hand.",
        )
    count = int(value)
    if count != value:
        return count, Doubt(
            "reps",
            f"{text.strip()} repetitions are not a whole number; {count} are kept.",
            "Change the set after the import if that is wrong.",
        )
    if count > LIKELY_REPS:
        return count, Doubt(
            "reps",
            f"{count} repetitions in one set look like a slip of the finger.",
            "They are kept as written; correct the set after the import.",
        )
    return count, None


def seconds(text: str) -> tuple[int | None, Doubt | None]:
    """Return the whole seconds of a cell, None for blank and 0, and any doubt.

    Raises `RefusedCellError`.
    """
    value = quantity(text, "seconds")
    if not value:
        return None, None
    if value > LONGEST_SET:
        return None, Doubt(
            "seconds",
            f"{text.strip()} seconds in one set cannot be; it is kept without a time.",
            "Add the time after the import if you remember it.",
        )
    return round(value), None


def metres(text: str, unit: str) -> tuple[Decimal | None, Doubt | None]:
    """Return a distance in metres, None for blank and 0, and any doubt.

    `unit` is m, km or mi. Raises `RefusedCellError`.
    """
    value = quantity(text, "distance")
    if not value:
        return None, None
    found = (value * METRES[unit]).quantize(_HUNDREDTHS)
    if found > FARTHEST_SET:
        return None, Doubt(
            "distance",
            f"{text.strip()} {unit} in one set cannot be; it is kept without it.",
            "Add the distance after the import if you remember it.",
        )
    return found, None


@lru_cache(maxsize=64)
def rir(text: str) -> tuple[Decimal | None, Doubt | None]:
    """Return 10 minus an RPE of 1 to 10; None for blank and 0, which is "not rated".

    Anything else is doubted.
    """
    try:
        rpe = number(text)
    except ValueError:
        rpe = Decimal(-1)
    if not rpe:
        return None, None
    if 1 <= rpe <= LARGEST_RPE:
        return LARGEST_RPE - rpe, None
    return None, Doubt(
        "rpe",
        f"{text.strip()!r} is no RPE from 1 to 10; the set is kept without it.",
        "Set the reps in reserve after the import if you remember them.",
    )


@lru_cache(maxsize=256)
def duration(text: str) -> int | None:
    """Return the seconds in `1h 23m`, `45s`, `01:23:45`, `23:45` or `4543`, or None."""
    clean = text.strip().casefold()
    if len(clean) > _LONGEST_DURATION:
        return None
    if clean.isdecimal():
        return int(clean)
    if ":" in clean and clean.replace(":", "").isdecimal():
        seconds = 0
        for part in clean.split(":"):
            seconds = seconds * 60 + int(part or 0)
        return seconds
    parts = _DURATION.findall(clean)
    if not parts:
        return None
    return sum(int(count) * _UNITS_OF_TIME[unit] for count, unit in parts)


@lru_cache(maxsize=2048)
def name(text: str) -> str:
    """Return a name in one line, without control characters, at most 255 long."""
    return " ".join(_CONTROL.sub(" ", text).split())[:LONGEST_NAME].rstrip()


def note(text: str) -> str:
    """Return a note with its line breaks, without other control characters."""
    if not text:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines).strip()[:LONGEST_NOTE]


def iso_moment(text: str) -> datetime | None:
    """Return `2024-05-01 18:30:00` and other ISO forms as a datetime, else None."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.year in _YEARS else None


def wall_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the lifter's clock showed, without a zone.

    Moments with an offset are moved to the lifter's zone first.
    """
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None, fold=0)


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment, in UTC, at which a clock in the zone showed the wall time.

    A time that happened twice is taken as the first of the two; a time that the clock
    skipped moves forward by what it skipped.
    """
    return wall.replace(tzinfo=zone).astimezone(UTC)
