"""Reads single cells, keeps what can be kept, and says what is odd about the rest."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
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
_LARGEST_QUANTITY: Final = Decimal(10**9)
# What a set can hold: ten days, and seven digits of metres.
LONGEST_SET: Final = 864_000
FARTHEST_SET: Final = Decimal("9999999.99")
METRES: Final = {
    "m": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
    "yd": Decimal("0.9144"),
    "ft": Decimal("0.3048"),
}
_HUNDREDTHS: Final = Decimal("0.01")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?")
_GAPS = re.compile("[\\s\u00a0\u202f'\u2019]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SHOWN: Final = 40
_LONGEST_NUMBER: Final = 60


class RefusedCellError(ValueError):
    """A cell that keeps its row from being imported: which column, and why."""

    def __init__(self, column: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message
        self.advice = advice

    def at(self, line: int, heading: str) -> Finding:
        return Finding("refused", line, heading, self.message, self.advice)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is kept although it looks wrong.

    A `serious` one is about a number that the lifter should confirm.
    """

    column: str
    message: str
    advice: str
    serious: bool = False

    def at(self, line: int, heading: str) -> Finding:
        return Finding("warning", line, heading, self.message, self.advice)


@lru_cache(maxsize=8192)
def number(text: str) -> Decimal | None:
    """Return the number in a cell, None when it is blank.

    Point or comma may be the decimal sign; where both occur, the last one is. Raises
    ValueError for anything else, infinity and NaN included.
    """
    clean = _GAPS.sub("", text)
    if not clean:
        return None
    if "," in clean:
        if clean.rfind(".") > clean.rfind(",") or clean.count(",") > 1:
            clean = clean.replace(",", "")
        else:
            clean = clean.replace(".", "").replace(",", ".")
    if len(clean) > _LONGEST_NUMBER or not _NUMBER.fullmatch(clean):
        raise ValueError(text)
    return Decimal(clean)


def number_or_none(text: str) -> Decimal | None:
    """Return the number in a cell, None when it is blank or no number."""
    try:
        return number(text)
    except ValueError:
        return None


def _quantity(text: str, column: str, kept: str) -> tuple[Decimal, Doubt | None]:
    """Return a number that is not negative; blank, and what is none, is 0."""
    shown = text.strip()[:_SHOWN]
    try:
        value = number(text) or Decimal(0)
    except ValueError:
        return Decimal(0), Doubt(
            column,
            f"{shown!r} is no number; the set is kept {kept}.",
            "Correct the set after the import.",
            serious=True,
        )
    if 0 <= value <= _LARGEST_QUANTITY:
        return value, None
    return Decimal(0), Doubt(
        column,
        f"{shown} cannot be; the set is kept {kept}.",
        "Correct the set after the import.",
        serious=True,
    )


@lru_cache(maxsize=4096)
def weight(text: str) -> tuple[Decimal, Doubt | None]:
    """Return the weight of a cell exactly as written, and any doubt about it.

    Blank is 0 (body weight). A negative number stays negative: it is assistance. What
    is no weight, or does not fit four digits, is 0.
    """
    if text.lstrip().startswith("-"):
        value, doubt = _quantity(text.replace("-", "", 1), "weight", "without weight")
        value = -value
    else:
        value, doubt = _quantity(text, "weight", "without weight")
    if doubt or abs(value) <= LARGEST_WEIGHT:
        return value, doubt
    return Decimal(0), Doubt(
        "weight",
        f"{text.strip()[:_SHOWN]} is more than {LARGEST_WEIGHT}, the most that is "
        "stored; the set is kept without weight.",
        "Correct the set after the import.",
        serious=True,
    )


@lru_cache(maxsize=4096)
def stored_weight(written: Decimal) -> Decimal:
    """Round a weight to the hundredths that are stored."""
    return written.quantize(_HUNDREDTHS)


@lru_cache(maxsize=4096)
def reps(text: str) -> tuple[int, Doubt | None]:
    """Return the repetitions of a cell, blank as 0, and any doubt about them."""
    value, doubt = _quantity(text, "reps", "with 0 repetitions")
    if doubt:
        return 0, doubt
    count = int(value)
    if count != value:
        return count, Doubt(
            "reps",
            f"{text.strip()[:_SHOWN]} repetitions are not a whole number; {count} are "
            "kept.",
            "Change the set after the import if that is wrong.",
        )
    if count > LIKELY_REPS:
        return count, Doubt(
            "reps",
            f"{count} repetitions in one set look like a slip of the finger.",
            "They are kept as written; correct the set after the import.",
            serious=True,
        )
    return count, None


@lru_cache(maxsize=1024)
def seconds(text: str) -> tuple[int | None, Doubt | None]:
    """Return the seconds of a cell, None for blank and 0, and any doubt.

    Both `90` and `00:01:30` are read.
    """
    plain = clock_seconds(text) if ":" in text else None
    value, doubt = _quantity(
        text if plain is None else str(plain), "seconds", "without a time"
    )
    if doubt or not value:
        return None, doubt
    if value > LONGEST_SET:
        return None, Doubt(
            "seconds",
            f"{text.strip()[:_SHOWN]} seconds in one set cannot be; it is kept without "
            "a time.",
            "Add the time after the import if you remember it.",
        )
    return round(value) or None, None


@lru_cache(maxsize=1024)
def metres(text: str, unit: str) -> tuple[Decimal | None, Doubt | None]:
    """Return a distance in metres, None for blank and 0, and any doubt.

    `unit` is one of `METRES`.
    """
    value, doubt = _quantity(text, "distance", "without a distance")
    if doubt or not value:
        return None, doubt
    found = (value * METRES[unit]).quantize(_HUNDREDTHS)
    if found > FARTHEST_SET:
        return None, Doubt(
            "distance",
            f"{text.strip()[:_SHOWN]} {unit} in one set cannot be; it is kept without "
            "it.",
            "Add the distance after the import if you remember it.",
        )
    return found or None, None


@lru_cache(maxsize=64)
def rir_of_rpe(text: str) -> tuple[Decimal | None, Doubt | None]:
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
        f"{text.strip()[:_SHOWN]!r} is no RPE from 1 to 10; the set is kept without "
        "it.",
        "Set the reps in reserve after the import if you remember them.",
    )


@lru_cache(maxsize=64)
def rir(text: str) -> tuple[Decimal | None, Doubt | None]:
    """Return the reps in reserve of a cell, 0 to 10; None for blank."""
    try:
        found = number(text)
    except ValueError:
        found = Decimal(-1)
    if found is None or 0 <= found <= LARGEST_RPE:
        return found, None
    return None, Doubt(
        "rir",
        f"{text.strip()[:_SHOWN]!r} are no reps in reserve; the set is kept without "
        "them.",
        "Set them after the import if you remember them.",
    )


def clock_seconds(text: str) -> int | None:
    """Return the seconds in `01:23:45` or `23:45`, else None."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 3 or not all(  # noqa: PLR2004 - with and without hours
        part.isdecimal() and len(part) <= 4  # noqa: PLR2004 - a forgotten timer
        for part in parts
    ):
        return None
    found = 0
    for part in parts:
        found = found * 60 + int(part)
    return found


@lru_cache(maxsize=2048)
def name(text: str) -> str:
    """Return a name in one line, without control characters, at most 255 long."""
    return " ".join(_CONTROL.sub(" ", text).split())[:LONGEST_NAME].rstrip()


def plain(text: str) -> str:
    """Return a text without control characters and halves of characters."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def note(text: str) -> str:
    """Return a note with its line breaks, without other control characters."""
    if not text:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines).strip()[:LONGEST_NOTE]


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
