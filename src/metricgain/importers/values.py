"""What an importer gives: workouts, findings, and the totals of a whole file."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypeAlias
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

    `unit` is used only for weights whose unit the file leaves out. `disguised` names
    the written units in which a weight of two decimals may have been converted from
    the other one, such as 61.23 kg for 135 lb. `columns` says for a table of no known
    app which heading holds what, as pairs of what and heading. `day_first` says what
    3/4/2024 is, where the dates of the file leave it open.
    """

    timezone: ZoneInfo
    unit: WeightUnit | None = None
    disguised: frozenset[WeightUnit] = frozenset()
    columns: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set as the other app recorded it.

    `weight` is in `weight_unit`, as it was lifted, rounded to the hundredths that are
    stored. `written_weight` is the number exactly as the file has it, in
    `written_unit`; where the two differ, `raw` is the text of the file, such as
    `61.23492 kg` for 135 lb. Cardio and timed sets have weight and reps 0 and their
    `seconds` or `distance_m`, in metres. `set_number` counts from 1 within the
    exercise within the workout, in the order of the file. `rir` is 10 minus the RPE.
    Sets with the same `superset` in a workout were done together. A `doubtful` set is
    kept and waits for the lifter to confirm it. `body_part` is what the file has the
    exercise under, as it writes it.
    """

    exercise_name: str
    set_number: int
    set_type: SetType
    weight: Decimal
    written_weight: Decimal
    weight_unit: WeightUnit
    written_unit: WeightUnit
    reps: int
    rir: Decimal | None = None
    seconds: int | None = None
    distance_m: Decimal | None = None
    notes: str = ""
    superset: str | None = None
    raw: str = ""
    doubtful: bool = False
    body_part: str = ""


@dataclass(frozen=True, slots=True)
class NotDone:
    """A set that was planned and not done: it is counted and not kept."""

    exercise_name: str
    set_type: SetType


@dataclass(frozen=True, slots=True)
class ImportedWorkout:
    """One workout; its sets stand in the order of the file.

    `wall_time` is the clock of the file, without a zone; `started_at` is the
    moment it means in the lifter's zone, in UTC; `local_date` is the day on that clock.
    `source_key` names the workout for ever: see `identity`. A workout of which only
    rests and notes are left has no sets: it counts in the totals and is not stored.
    `rows` are the rows of the file that it takes up.
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
    rows: int
    rest_rows: int = 0
    note_rows: int = 0
    repaired_rows: int = 0
    not_done: tuple[NotDone, ...] = ()
    body_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UndatedWorkout:
    """Sets whose day the file does not tell: counted, reported, not stored.

    There is one `refused` finding for each of its `refused_rows`, those with sets.
    """

    name: str
    written_date: str
    sets: tuple[ImportedSet, ...]
    rows: int
    rest_rows: int = 0
    note_rows: int = 0
    repaired_rows: int = 0
    refused_rows: int = 0


@dataclass(frozen=True, slots=True)
class BodyValue:
    """One measure of the body: what (`weight`, `fat`, `waist` ...), how much, of what.

    `unit` is `kg`, `lb`, `%`, `cm`, `in`, or what the app writes.
    """

    kind: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """What was measured at one moment: one row of a file of measurements."""

    wall_time: datetime
    values: tuple[BodyValue, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd in a file: where it is, what it is, and what to do about it.

    A `refused` finding stands for exactly one row that is not imported. A `warning`
    stands for something that is imported as written but looks wrong. `line` counts
    from 1 and is the first line of the row. `question` names what the lifter could
    settle, as it was taken: `day-month` or `month-day`. `code` and `values` say what
    `message` and `advice` say, for other languages: see `remarks`.
    """

    severity: Severity
    line: int
    column: str
    message: str
    advice: str
    question: Literal["", "day-month", "month-day"] = ""
    code: str = ""
    values: tuple[tuple[str, str], ...] = ()


Item: TypeAlias = ImportedWorkout | UndatedWorkout | BodyRecord | Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTotals:
    """The sums by which an import is compared with its file.

    `rows` are data rows without the heading. `sets` includes warm-ups, drops,
    failures, and the `undated_sets` that cannot be stored; `warmup`, `drop`,
    `failure` and `exercises` also count the `skipped_rows`: sets that were planned
    and not done. `repaired_rows` had a separator that nobody quoted. `body_rows` hold
    measurements of the body, `body_values` in all.

    `sum_weight_x_reps` adds the numbers of the file, in the units of the file, rounded
    to hundredths; `sum_kg_x_reps` and `sum_lb_x_reps` add those of one unit.
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
    skipped_rows: int
    repaired_rows: int
    refused_rows: int
    undated_sets: int
    superset_rows: int
    body_rows: int
    body_values: int
    sum_reps: int
    sum_weight_x_reps: Decimal
    sum_kg_x_reps: Decimal
    sum_lb_x_reps: Decimal
    first_date: date | None
    last_date: date | None
