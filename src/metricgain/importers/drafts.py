"""Builds workouts row by row: what every table-shaped format has in common."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from metricgain.importers.fields import (
    LIKELY_WEIGHT,
    LONGEST_WORKOUT,
    Doubt,
    RefusedCellError,
    moment_of,
)
from metricgain.importers.identity import workout_key
from metricgain.importers.sniff import Row
from metricgain.importers.values import (
    Finding,
    ImportedSet,
    ImportedWorkout,
    WeightUnit,
)

MOST_SETS: Final = 1000
_LONGEST_NOTES: Final = 20_000
KG_PER_LB: Final = Decimal("0.45359237")
# A fifth of the weights: more than the odd plate that is marked in the other unit.
_SUSPICIOUS_SHARE: Final = Decimal("0.2")
_PLAIN_STEP: Final = Decimal("0.25")
_CLOSE: Final = Decimal("0.03")


class Starts:
    """Numbers the workouts of one file that start in the same minute."""

    def __init__(self) -> None:
        self._seen: Counter[datetime] = Counter()

    def ordinal(self, wall_time: datetime) -> int:
        minute = wall_time.replace(second=0, microsecond=0)
        self._seen[minute] += 1
        return self._seen[minute] - 1


class Disguise:
    """Notices weights that were lifted in one unit and written in the other."""

    def __init__(self) -> None:
        self._loaded = 0
        self._disguised = 0
        self._example = ""

    def see(self, weight: Decimal, unit: WeightUnit) -> None:
        if not weight:
            return
        self._loaded += 1
        if not weight % _PLAIN_STEP:
            return
        other = weight / KG_PER_LB if unit == "kg" else weight * KG_PER_LB
        whole = other.quantize(Decimal(1))
        if whole and abs(other - whole) < _CLOSE:
            self._disguised += 1
            name = "lb" if unit == "kg" else "kg"
            self._example = self._example or f"{weight} {unit} is {whole} {name}"

    def findings(self) -> Iterator[Finding]:
        """Yield what there is to say about the whole file."""
        if not self._disguised or self._disguised < self._loaded * _SUSPICIOUS_SHARE:
            return
        yield Finding(
            "note",
            1,
            "weight",
            f"{self._disguised} of {self._loaded} weights look converted from the "
            f"other unit ({self._example}).",
            "They are imported as the file writes them. To see round numbers, change "
            "the unit in the other app and export again.",
        )


@dataclass(slots=True)
class Draft:
    """A workout whose rows are still coming in."""

    app: str
    name: str
    wall_time: datetime
    duration_seconds: int | None = None
    notes: list[str] = field(default_factory=list)
    sets: list[ImportedSet] = field(default_factory=list)
    rest_rows: int = 0
    note_rows: int = 0
    _numbers: Counter[str] = field(default_factory=Counter)
    _waiting: dict[str, list[str]] = field(default_factory=dict)

    def next_number(self, exercise: str) -> int:
        """Return the place of the exercise's next set, from 1.

        Raises `RefusedCellError` after a thousand: that is no workout but a mistake.
        """
        if self._numbers[exercise] >= MOST_SETS:
            raise RefusedCellError(
                "exercise",
                f"More than {MOST_SETS} sets of {exercise!r} in one workout.",
                "Split the workout in the file, or leave these rows out.",
            )
        self._numbers[exercise] += 1
        return self._numbers[exercise]

    def add(self, one: ImportedSet) -> None:
        """Add a set; notes that waited for its exercise go with it."""
        waiting = self._waiting.pop(one.exercise_name, None)
        if waiting:
            text = "\n".join(filter(None, [*waiting, one.notes]))
            one = replace(one, notes=text)
        self.sets.append(one)

    def add_note(self, exercise: str, text: str) -> None:
        """Keep a note row for the exercise's next set, or for the workout."""
        self.note_rows += 1
        if text:
            self._waiting.setdefault(exercise, []).append(text)

    def finish(
        self, *, zone: ZoneInfo, starts: Starts, disguise: Disguise
    ) -> ImportedWorkout:
        """Return the finished workout; notes that found no set stay with it."""
        left = [
            f"{exercise}: {text}"
            for exercise, texts in self._waiting.items()
            for text in texts
        ]
        for one in self.sets:
            disguise.see(one.written_weight, one.weight_unit)
        ordinal = starts.ordinal(self.wall_time)
        return ImportedWorkout(
            app=self.app,
            source_key=workout_key(self.app, self.wall_time, ordinal),
            name=self.name,
            wall_time=self.wall_time,
            started_at=moment_of(self.wall_time, zone),
            local_date=self.wall_time.date(),
            duration_seconds=self.duration_seconds,
            notes="\n".join(filter(None, [*self.notes, *left]))[:_LONGEST_NOTES],
            sets=tuple(self.sets),
            rest_rows=self.rest_rows,
            note_rows=self.note_rows,
        )


class RowReader(Protocol):
    """What a format knows about its rows; each may raise `RefusedCellError`."""

    def mark(self, row: Row) -> tuple[str, ...]:
        """Return what the rows of one workout have in common."""
        ...

    def begin(self, row: Row) -> tuple[Draft, Doubt | None]:
        """Return the workout that starts with this row, still empty."""
        ...

    def take(self, row: Row, draft: Draft) -> list[Doubt]:
        """Add the row to its workout."""
        ...


def read_rows(
    rows: Iterator[Row], reader: RowReader, zone: ZoneInfo
) -> Iterator[ImportedWorkout | Finding]:
    """Yield each workout when the next one starts, and findings as they are met."""
    starts = Starts()
    disguise = Disguise()
    draft: Draft | None = None
    mark: tuple[str, ...] = ()
    for row in rows:
        try:
            found = reader.mark(row)
            if draft is None or found != mark:
                begun, doubt = reader.begin(row)
                if draft is not None:
                    yield draft.finish(zone=zone, starts=starts, disguise=disguise)
                draft, mark = begun, found
                if doubt is not None:
                    yield doubt.at(row.line)
            yield from (doubt.at(row.line) for doubt in reader.take(row, draft))
        except RefusedCellError as refused:
            yield refused.at(row.line)
    if draft is not None:
        yield draft.finish(zone=zone, starts=starts, disguise=disguise)
    yield from disguise.findings()


def check_width(row: Row, *, needed: int, width: int) -> None:
    """Refuse a row that lacks a needed cell or has more cells than the heading."""
    extra = row.cells[width:]
    if len(row.cells) < needed or any(cell.strip() for cell in extra):
        raise RefusedCellError(
            "",
            f"The row has {len(row.cells)} cells where the heading has {width}.",
            "Look for a missing or an unquoted separator in this line.",
        )


def sane_duration(seconds: int | None) -> tuple[int | None, Doubt | None]:
    """Cut a duration at twelve hours and say so: the timer was forgotten."""
    if seconds is None or seconds <= LONGEST_WORKOUT:
        return seconds, None
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return LONGEST_WORKOUT, Doubt(
        "duration",
        f"The workout lasted {hours} h {minutes} min: its timer was left running.",
        f"It is kept as {LONGEST_WORKOUT // 3600} h; the sets are not touched.",
    )


def likely_weight(weight: Decimal, unit: WeightUnit) -> Doubt | None:
    """Doubt a weight that no lift has ever seen; it is kept."""
    if weight <= LIKELY_WEIGHT[unit]:
        return None
    return Doubt(
        "weight",
        f"{weight} {unit} looks like a slip of the finger.",
        "It is kept as written; correct the set after the import.",
    )
