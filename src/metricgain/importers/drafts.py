"""Builds workouts set by set: what every format has in common."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from metricgain.importers import fields
from metricgain.importers.disguise import KG_PER_LB, Disguise, lifted
from metricgain.importers.durations import sane_duration
from metricgain.importers.fields import Doubt, RefusedCellError
from metricgain.importers.identity import workout_key
from metricgain.importers.moments import Moment
from metricgain.importers.remarks import remark
from metricgain.importers.values import (
    ImportedSet,
    ImportedWorkout,
    NotDone,
    SetType,
    UndatedWorkout,
    WeightUnit,
)

MOST_SETS: Final = 1000
_MOST_IN_ALL: Final = 5000
_LONGEST_NOTES: Final = 20_000
_LIGHTEST_BODY: Final = Decimal(20)
_HEAVIEST_BODY: Final = Decimal(500)
_HUNDREDTHS: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCells:
    """The cells of one set as the file has them; blank where it has none.

    `unit` is that of the weight, `distance_unit` one of m, km, mi, yd, ft. Of `rpe`
    and `rir`, a format fills the one that it writes.
    """

    exercise: str
    unit: WeightUnit
    weight: str = ""
    reps: str = ""
    rpe: str = ""
    rir: str = ""
    seconds: str = ""
    distance: str = ""
    distance_unit: str = "m"
    set_type: SetType = "working"
    notes: str = ""
    superset: str = ""
    doubtful: bool = False
    body_part: str = ""


class Reading:
    """What one pass over a file remembers between its workouts."""

    def __init__(self, *, zone: ZoneInfo, disguised: frozenset[WeightUnit]) -> None:
        self.zone = zone
        self.disguise = Disguise()
        self._disguised = disguised
        self._starts: Counter[datetime] = Counter()

    def ordinal(self, wall_time: datetime) -> int:
        """Return how many workouts before this one started in the same minute."""
        minute = wall_time.replace(second=0, microsecond=0)
        self._starts[minute] += 1
        return self._starts[minute] - 1

    def as_lifted(
        self, written: Decimal, unit: WeightUnit
    ) -> tuple[Decimal, WeightUnit]:
        """Return the weight and unit that were lifted, by what the file wrote."""
        self.disguise.see(written, unit)
        found = lifted(written, unit)
        if (
            found
            and (found.certain or unit in self._disguised)
            and abs(found.weight) <= fields.LARGEST_WEIGHT
        ):
            return found.weight, found.unit
        return fields.stored_weight(written), unit


@dataclass(slots=True)
class Draft:
    """A workout whose rows are still coming in; without `when`, it has no date.

    `day` is the date as it is written.
    """

    app: str
    reading: Reading
    name: str
    when: Moment | None
    day: str = ""
    duration_seconds: int | None = None
    notes: list[str] = field(default_factory=list)
    sets: list[ImportedSet] = field(default_factory=list)
    not_done: list[NotDone] = field(default_factory=list)
    rows: int = 0
    rest_rows: int = 0
    note_rows: int = 0
    repaired_rows: int = 0
    refused_rows: int = 0
    body_weight_kg: Decimal | None = None
    _numbers: Counter[str] = field(default_factory=Counter)
    _waiting: dict[str, list[str]] = field(default_factory=dict)

    def add(self, cells: SetCells) -> list[Doubt]:
        """Add a set and return what is odd about it.

        Notes that waited for its exercise go with it. Raises `RefusedCellError` for a
        set without an exercise, and for more sets than a workout can have.
        """
        exercise = fields.name(cells.exercise)
        if not exercise:
            raise RefusedCellError("exercise", remark("exerciseMissing"))
        one, doubts = _set(cells, exercise, self._next_number(exercise), self.reading)
        waiting = self._waiting.pop(exercise, None)
        if waiting:
            text = "\n".join(filter(None, [*waiting, one.notes]))
            one = replace(one, notes=text[: fields.LONGEST_NOTE])
        self.sets.append(one)
        return doubts

    def _next_number(self, exercise: str) -> int:
        """Return the place of the exercise's next set, from 1.

        A thousand are no workout but a mistake.
        """
        if self._numbers[exercise] >= MOST_SETS or len(self.sets) >= _MOST_IN_ALL:
            most = max(MOST_SETS, len(self.sets))
            raise RefusedCellError(
                "exercise",
                remark("exerciseSetsTooMany", n=most, exercise=exercise)
                if self._numbers[exercise]
                else remark("workoutSetsTooMany", n=most),
            )
        self._numbers[exercise] += 1
        return self._numbers[exercise]

    def skip(self, exercise: str, set_type: SetType = "working") -> None:
        """Count a set that was planned and not done."""
        if len(self.not_done) < _MOST_IN_ALL:
            self.not_done.append(NotDone(fields.name(exercise), set_type))

    def add_note(self, exercise: str, text: str) -> None:
        """Keep a note for the exercise's next set, or for the workout."""
        if text and sum(map(len, self._waiting.values())) < MOST_SETS:
            self._waiting.setdefault(fields.name(exercise), []).append(text)

    def add_workout_note(self, text: str) -> None:
        """Keep a note on the workout, once."""
        if text and text not in self.notes and len(self.notes) < MOST_SETS:
            self.notes.append(text)

    def weigh(self, weight: Decimal | None, unit: WeightUnit) -> None:
        """Keep what the lifter weighed that day, if a body can weigh that."""
        if weight is None:
            return
        kilograms = weight if unit == "kg" else weight * KG_PER_LB
        if _LIGHTEST_BODY <= kilograms <= _HEAVIEST_BODY:
            self.body_weight_kg = kilograms.quantize(_HUNDREDTHS)

    def last(self, seconds: int | None) -> list[Doubt]:
        """Keep the duration and return what is odd about it."""
        self.duration_seconds, doubt = sane_duration(seconds)
        return [doubt] if doubt else []

    def finish(self) -> ImportedWorkout | UndatedWorkout:
        """Return the finished workout; notes that found no set stay with it."""
        if self.when is None:
            return UndatedWorkout(
                name=self.name,
                written_date=self.day,
                sets=tuple(self.sets),
                rows=self.rows,
                rest_rows=self.rest_rows,
                note_rows=self.note_rows,
                repaired_rows=self.repaired_rows,
                refused_rows=self.refused_rows,
            )
        left = [
            f"{exercise}: {text}"
            for exercise, texts in self._waiting.items()
            for text in texts
        ]
        wall_time = fields.wall_time(self.when.when, self.reading.zone)
        ordinal = self.reading.ordinal(wall_time)
        return ImportedWorkout(
            app=self.app,
            source_key=workout_key(self.app, wall_time, ordinal),
            name=self.name,
            wall_time=wall_time,
            started_at=fields.moment_of(wall_time, self.reading.zone),
            local_date=wall_time.date(),
            duration_seconds=self.duration_seconds,
            notes="\n".join(filter(None, [*self.notes, *left]))[:_LONGEST_NOTES],
            sets=tuple(self.sets),
            rows=self.rows,
            rest_rows=self.rest_rows,
            note_rows=self.note_rows,
            repaired_rows=self.repaired_rows,
            not_done=tuple(self.not_done),
            body_weight_kg=self.body_weight_kg,
        )


def _set(
    cells: SetCells, exercise: str, number: int, reading: Reading
) -> tuple[ImportedSet, list[Doubt]]:
    written, weight_doubt = fields.weight(cells.weight)
    reps, reps_doubt = fields.reps(cells.reps)
    rir, rir_doubt = (
        fields.rir(cells.rir) if cells.rir.strip() else fields.rir_of_rpe(cells.rpe)
    )
    seconds, seconds_doubt = fields.seconds(cells.seconds)
    distance, distance_doubt = fields.metres(cells.distance, cells.distance_unit)
    weight, unit = reading.as_lifted(written, cells.unit)
    weight, assistance_doubt = _assistance(weight, unit, exercise)
    raw = ""
    if unit != cells.unit or written < 0:
        raw = f"{cells.weight.strip()[:40]} {cells.unit}"
    found = (
        weight_doubt, assistance_doubt, reps_doubt, rir_doubt, seconds_doubt,
        distance_doubt, _likely(written, cells.unit),
    )  # fmt: skip
    doubts = [doubt for doubt in found if doubt is not None]
    unread = [
        text.strip()[:40]
        for text, doubt, value in (
            (cells.weight, weight_doubt, written),
            (cells.reps, reps_doubt, reps),
        )
        if doubt is not None and not value
    ]
    one = ImportedSet(
        exercise_name=exercise,
        set_number=number,
        set_type=cells.set_type,
        weight=weight,
        written_weight=written,
        weight_unit=unit,
        written_unit=cells.unit,
        reps=reps,
        rir=rir,
        seconds=seconds,
        distance_m=distance,
        notes=fields.note(cells.notes),
        superset=fields.name(cells.superset) or None,
        raw=fields.plain(raw or " x ".join(unread)),
        doubtful=cells.doubtful or any(doubt.serious for doubt in doubts),
        body_part=fields.name(cells.body_part),
    )
    return one, doubts


def _assistance(
    weight: Decimal, unit: WeightUnit, exercise: str
) -> tuple[Decimal, Doubt | None]:
    """Read a negative weight as what a machine or band took off the body."""
    if weight >= 0:
        return weight, None
    if "assist" in exercise.casefold():
        return -weight, None
    return Decimal(0), Doubt(
        "weight",
        remark("weightNegative", weight=f"{weight.normalize():f}", unit=unit),
        serious=True,
    )


def _likely(weight: Decimal, unit: WeightUnit) -> Doubt | None:
    """Doubt a weight that no lift has ever seen; it is kept."""
    if weight <= fields.LIKELY_WEIGHT[unit]:
        return None
    return Doubt(
        "weight", remark("weightUnlikely", weight=weight, unit=unit), serious=True
    )
