"""Reads single cells, keeps what can be kept, and says what is odd about the rest."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from metricgain.importers.remarks import Remark, remark
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

    def __init__(self, column: str, said: Remark) -> None:
        super().__init__(said.message)
        self.column = column
        self.said = said

    def at(self, line: int, heading: str) -> Finding:
        return self.said.at("refused", line, heading)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is kept although it looks wrong.

    A `serious` one is about a number that the lifter should confirm.
    """

    column: str
    said: Remark
    serious: bool = False

    def at(self, line: int, heading: str) -> Finding:
        return self.said.at("warning", line, heading)


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


def _quantity(text: str, column: str) -> tuple[Decimal, Doubt | None]:
    """Return a number that is not negative; blank, and what is none, is 0."""
    shown = text.strip()[:_SHOWN]
    try:
        value = number(text) or Decimal(0)
    except ValueError:
        return Decimal(0), Doubt(
            column, remark(f"{column}NoNumber", text=shown), serious=True
        )
    if 0 <= value <= _LARGEST_QUANTITY:
        return value, None
    return Decimal(0), Doubt(
        column, remark(f"{column}Impossible", text=shown), serious=True
    )


@lru_cache(maxsize=4096)
def weight(text: str) -> tuple[Decimal, Doubt | None]:
    """Return the weight of a cell exactly as written, and any doubt about it.

    Blank is 0 (body weight). A negative number stays negative: it is assistance. What
    is no weight, or does not fit four digits, is 0.
    """
    if text.lstrip().startswith("-"):
        value, doubt = _quantity(text.replace("-", "", 1), "weight")
        value = -value
    else:
        value, doubt = _quantity(text, "weight")
    if doubt or abs(value) <= LARGEST_WEIGHT:
        return value, doubt
    return Decimal(0), Doubt(
        "weight",
        remark("weightTooLarge", text=text.strip()[:_SHOWN], most=LARGEST_WEIGHT),
        serious=True,
    )


@lru_cache(maxsize=4096)
def stored_weight(written: Decimal) -> Decimal:
    """Round a weight to the hundredths that are stored."""
    return written.quantize(_HUNDREDTHS)


@lru_cache(maxsize=4096)
def reps(text: str) -> tuple[int, Doubt | None]:
    """Return the repetitions of a cell, blank as 0, and any doubt about them."""
    value, doubt = _quantity(text, "reps")
    if doubt:
        return 0, doubt
    count = int(value)
    if count != value:
        return count, Doubt(
            "reps", remark("repsNotWhole", text=text.strip()[:_SHOWN], n=count)
        )
    if count > LIKELY_REPS:
        return count, Doubt("reps", remark("repsUnlikely", n=count), serious=True)
    return count, None


@lru_cache(maxsize=1024)
def seconds(text: str) -> tuple[int | None, Doubt | None]:
    """Return the seconds of a cell, None for blank and 0, and any doubt.

    Both `90` and `00:01:30` are read.
    """
    plain = clock_seconds(text) if ":" in text else None
    value, doubt = _quantity(text if plain is None else str(plain), "seconds")
    if doubt or not value:
        return None, doubt
    if value > LONGEST_SET:
        return None, Doubt(
            "seconds", remark("secondsTooMany", text=text.strip()[:_SHOWN])
        )
    return round(value) or None, None


@lru_cache(maxsize=1024)
def metres(text: str, unit: str) -> tuple[Decimal | None, Doubt | None]:
    """Return a distance in metres, None for blank and 0, and any doubt.

    `unit` is one of `METRES`.
    """
    value, doubt = _quantity(text, "distance")
    if doubt or not value:
        return None, doubt
    found = (value * METRES[unit]).quantize(_HUNDREDTHS)
    if found > FARTHEST_SET:
        return None, Doubt(
            "distance",
            remark("distanceTooFar", text=text.strip()[:_SHOWN], unit=unit),
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
    return None, Doubt("rpe", remark("rpeNone", text=text.strip()[:_SHOWN]))


@lru_cache(maxsize=64)
def rir(text: str) -> tuple[Decimal | None, Doubt | None]:
    """Return the reps in reserve of a cell, 0 to 10; None for blank."""
    try:
        found = number(text)
    except ValueError:
        found = Decimal(-1)
    if found is None or 0 <= found <= LARGEST_RPE:
        return found, None
    return None, Doubt("rir", remark("rirNone", text=text.strip()[:_SHOWN]))


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
