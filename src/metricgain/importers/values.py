"""What an importer gives: workouts, findings, and the totals of a whole file."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from metricgain.kit.errors import Invalid

SetType = Literal["working", "warmup", "drop", "failure", "myorep"]
WeightUnit = Literal["kg", "lb"]
Severity = Literal["refused", "warning", "note"]


class UnreadableFileError(Invalid):
    """The file cannot be imported: what was seen in it, and what to do instead."""

    def __init__(self, rule: str, *, remedy: str, field: str = "file") -> None:
        super().__init__(rule, field=field, remedy=remedy)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the file does not say: the zone of its clock and, often, its unit.

    `unit` is used only for weights whose unit the file leaves out.
    """

    timezone: ZoneInfo
    unit: WeightUnit | None = None


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set as the other app recorded it.

    `weight` is in `weight_unit`, rounded to the hundredths that are stored;
    `written_weight` is the number exactly as the file has it. Cardio and timed sets
    have weight and reps 0 and their `seconds` or `distance_m`, in metres.
    `set_number` counts from 1 within the exercise within the workout, in the order of
    the file. `rir` is 10 minus the RPE. Sets with the same `superset` in a workout
    were done together.
    """

    exercise_name: str
    set_number: int
    set_type: SetType
    weight: Decimal
    written_weight: Decimal
    weight_unit: WeightUnit
    reps: int
    rir: Decimal | None = None
    seconds: int | None = None
    distance_m: Decimal | None = None
    notes: str = ""
    superset: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedWorkout:
    """One workout; its sets stand in the order of the file.

    `wall_time` is the clock of the file, without a zone; `started_at` is the
    moment it means in the lifter's zone, in UTC; `local_date` is the day on that clock.
    `source_key` names the workout for ever: see `identity`. A workout of which only
    rests and notes are left has no sets: it counts in the totals and is not stored.
    """

    app: str
    source_key: str
    name: str
    wall_time: datetime
    started_at: datetime
    local_date: date
    duration_seconds: int | None
    notes: str
    sets: tuple[ImportedSet, ...]
    rest_rows: int = 0
    note_rows: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd in a file: where it is, what it is, and what to do about it.

    A `refused` finding stands for exactly one row that is not imported. A `warning`
    stands for something that is imported as written but looks wrong. `line` counts
    from 1 and is the first line of the row.
    """

    severity: Severity
    line: int
    column: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class ImportTotals:
    """The sums by which an import is compared with its file.

    `rows` are data rows without the heading: sets, rest rows, note rows and refused
    rows. `sets` includes warm-ups, drops and failures. `sum_weight_x_reps` adds the
    numbers of the file, in the units of the file, rounded to hundredths.
    """

    rows: int
    sets: int
    workouts: int
    exercises: int
    warmup: int
    drop: int
    failure: int
    rest_rows: int
    note_rows: int
    refused_rows: int
    superset_rows: int
    sum_reps: int
    sum_weight_x_reps: Decimal
    first_date: date | None
    last_date: date | None
