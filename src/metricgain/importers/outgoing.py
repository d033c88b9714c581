"""What goes out to other apps: workouts as values, and text that runs nowhere."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal, Protocol

from metricgain.importers.disguise import KG_PER_LB
from metricgain.importers.values import SetType, WeightUnit

MARK: Final = "MetricGain"
"""The heading of a last column, in which we keep what other apps have no words for."""

_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n]")
_MARKED: Final = re.compile(
    r"(?P<weight>\d{1,4}(?:\.\d{1,2})?) (?P<unit>kg|lb)"
    r"(?: (?P<kind>working|warmup|drop|failure|myorep))?(?: rir (?P<rir>[\d.]{1,4}))?"
)
_FIVE_DIGITS: Final = Decimal("0.00001")
_LEAST_RPE: Final = 1
_MOST_RPE: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingSet:
    """One set as it is stored; `weight` is in `weight_unit`."""

    exercise: str
    muscle_group: str
    set_number: int
    set_type: SetType
    weight: Decimal
    weight_unit: WeightUnit
    reps: int
    rir: Decimal | None = None
    seconds: int | None = None
    distance_m: Decimal | None = None
    note: str = ""
    to_confirm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingWorkout:
    """A workout with its sets, in order; `started` is the lifter's clock with its zone.

    `block` and `week_number` are those of a planned workout.
    """

    name: str
    started: datetime
    local_date: date
    seconds: int | None
    notes: str
    sets: tuple[OutgoingSet, ...]
    block: str = ""
    week_number: int | None = None
    body_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a set was, where the columns of the other app cannot say it."""

    weight: str
    unit: WeightUnit
    set_type: SetType | None
    rir: str


def escaped(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    An apostrophe goes before what begins like one, and before what begins with
    apostrophes of that kind already: `unescaped` takes one off again, without loss.
    """
    return f"'{text}" if _RISKY.match(text) else text


def unescaped(text: str) -> str:
    """Return the text that `escaped` has made safe."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def in_unit(one: OutgoingSet, unit: WeightUnit) -> str:
    """Return the weight of a set in a unit, to the hundred-thousandth if converted."""
    if one.weight_unit == unit:
        return plain(one.weight)
    factor = KG_PER_LB if unit == "kg" else 1 / KG_PER_LB
    return plain((one.weight * factor).quantize(_FIVE_DIGITS))


def rpe_of(one: OutgoingSet) -> str:
    """Return 10 minus the reps in reserve, blank where no RPE from 1 to 10 says it."""
    if one.rir is None or one.rir > _MOST_RPE - _LEAST_RPE:
        return ""
    return plain(_MOST_RPE - one.rir)


def mark_of(one: OutgoingSet) -> str:
    """Return what only we read: the weight as it was lifted, and what has no column."""
    mark = f"{plain(one.weight)} {one.weight_unit}"
    if one.set_type == "myorep":
        mark += f" {one.set_type}"
    if one.rir is not None and not rpe_of(one):
        mark += f" rir {plain(one.rir)}"
    return mark


def read_mark(text: str) -> Mark | None:
    """Return what `mark_of` has written, None for anything else."""
    found = _MARKED.fullmatch(text.strip())
    if found is None:
        return None
    kinds: dict[str | None, SetType] = {"myorep": "myorep"}
    return Mark(
        weight=found["weight"],
        unit="lb" if found["unit"] == "lb" else "kg",
        set_type=kinds.get(found["kind"]),
        rir=found["rir"] or "",
    )


def plain(number: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Writer(Protocol):
    """Writes a file workout by workout: first `head`, last `tail`."""

    @property
    def head(self) -> str: ...

    def add(self, workout: OutgoingWorkout) -> str:
        """Return the text of one workout. They come in the order of their starts."""
        ...

    @property
    def tail(self) -> str: ...


class Starts:
    """Writes the start of each workout as text, which no two of a name have alike.

    Other apps tell workouts by start and name, so that two would become one: blanks
    behind the start keep them apart.
    """

    def __init__(self, layout: str) -> None:
        self._layout = layout
        self._last = ""
        self._taken: Counter[str] = Counter()

    def text(self, workout: OutgoingWorkout) -> str:
        """Return the start of the next workout."""
        start = workout.started.strftime(self._layout)
        if start != self._last:
            self._taken.clear()
            self._last = start
        self._taken[workout.name] += 1
        return start + " " * (self._taken[workout.name] - 1)


class CsvText:
    """Turns rows into text, some at a time."""

    def __init__(self, *, quoting: Literal[0, 2] = csv.QUOTE_MINIMAL) -> None:
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer, quoting=quoting, lineterminator="\r\n")

    def of(self, rows: Iterable[Iterable[object]]) -> str:
        """Return rows as they stand in a file."""
        self._writer.writerows(rows)
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return text
