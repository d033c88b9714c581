"""What the import of a history answers."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, Literal
from uuid import UUID

import msgspec

from metricgain.actions.import_history import ImportReport
from metricgain.importers.gathering import FindingGroup
from metricgain.importers.naming import LinkOutcome, NamedSets
from metricgain.importers.values import Finding, ImportTotals, Severity
from metricgain.store.importing import ImportRecord


class TotalsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The sums of a file; weights are added in the units of the file."""

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
    sum_weight_x_reps: float
    sum_kg_x_reps: float
    sum_lb_x_reps: float
    first_date: date | None
    last_date: date | None


class FindingShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Something odd in the file: where, what, and what to do about it.

    `message` and `advice` are English; `code` and `values` say the same for other
    languages.
    """

    severity: Severity
    line: int
    column: str
    code: str
    values: dict[str, str]
    message: str
    advice: str


class FindingGroupShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How often one kind of finding was met; `advice` is that of the first one."""

    severity: Severity
    column: str
    code: str
    advice: str
    count: int


class CandidateShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise that a name may mean; the score is 0 to 100."""

    exercise_id: int
    name: str
    score: int


class NameShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A name of the file and the exercise under which its sets are kept.

    Names that were asked about or not known are kept under a custom exercise.
    """

    raw_name: str
    outcome: LinkOutcome
    exercise_id: int
    exercise_name: str
    score: int
    sets: int
    is_new: bool
    candidates: list[CandidateShape]


class ImportShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a file held, what of it is new, and what its names became.

    `unitProposed` tells that neither file nor caller named the unit. `columns` tell by
    which headings a table of no known app was read. The findings are the first 200,
    the groups count all of them.
    """

    app: str
    label: str
    file_name: str
    file_hash: str
    unit: Literal["kg", "lb", "mixed", ""]
    unit_proposed: bool
    states_unit: bool
    timezone: str
    columns: dict[str, str]
    headings: list[str]
    date_order: Literal["day-month", "month-day", ""]
    dry_run: bool
    import_id: UUID | None
    workouts_new: int
    workouts_known: int
    workouts_deleted: int
    workouts_differing: int
    workouts_twins: int
    sets_new: int
    sets_skipped: int
    measures_new: int
    measures_known: int
    totals: TotalsShape
    names: list[NameShape]
    finding_groups: list[FindingGroupShape]
    findings: list[FindingShape]


class PastImportShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An import that added something."""

    id: UUID
    app: str
    file_name: str
    file_hash: str
    workouts_new: int
    sets_new: int
    measures_new: int
    created_at: datetime
    undone_at: datetime | None


class PastImportList(msgspec.Struct, kw_only=True, rename="camel"):
    """Past imports, the latest first; `next` is the cursor of the following page."""

    imports: list[PastImportShape]
    next: UUID | None


_ORDERS: Final[Mapping[str, Literal["day-month", "month-day"]]] = MappingProxyType(
    {"day-month": "day-month", "month-day": "month-day"}
)


def import_shape(report: ImportReport) -> ImportShape:
    """Return a report as it is answered."""
    file = report.file
    units: dict[str, Literal["kg", "lb", "mixed"]] = {
        "kg": "kg",
        "lb": "lb",
        "mixed": "mixed",
    }
    return ImportShape(
        app=file.app,
        label=file.label,
        file_name=file.file_name,
        file_hash=file.file_hash,
        unit=units.get(file.unit, ""),
        unit_proposed=file.unit_proposed,
        states_unit=file.states_unit,
        timezone=file.timezone,
        columns=dict(file.columns),
        headings=list(file.headings),
        date_order=_ORDERS.get(file.date_order, ""),
        dry_run=report.dry_run,
        workouts_new=report.workouts_new,
        workouts_known=report.workouts_known,
        workouts_deleted=report.workouts_deleted,
        import_id=report.id,
        workouts_differing=report.workouts_differing,
        workouts_twins=report.workouts_twins,
        sets_new=report.sets_new,
        sets_skipped=report.sets_skipped,
        measures_new=report.measures_new,
        measures_known=report.measures_known,
        totals=_totals(file.totals),
        names=[_name(one) for one in report.names],
        finding_groups=[_group(one) for one in file.finding_groups],
        findings=[_finding(one) for one in file.findings],
    )


def past_import_shape(record: ImportRecord) -> PastImportShape:
    """Return a remembered import as it is answered."""
    return PastImportShape(
        id=record.id,
        app=record.app,
        file_name=record.file_name,
        file_hash=record.file_hash,
        workouts_new=record.workouts_new,
        sets_new=record.sets_new,
        measures_new=record.measures_new,
        created_at=record.created_at,
        undone_at=record.undone_at,
    )


def _totals(totals: ImportTotals) -> TotalsShape:
    return TotalsShape(
        rows=totals.rows,
        sets=totals.sets,
        workouts=totals.workouts,
        exercises=totals.exercises,
        warmup=totals.warmup,
        drop=totals.drop,
        failure=totals.failure,
        rest_rows=totals.rest_rows,
        note_rows=totals.note_rows,
        skipped_rows=totals.skipped_rows,
        repaired_rows=totals.repaired_rows,
        refused_rows=totals.refused_rows,
        undated_sets=totals.undated_sets,
        superset_rows=totals.superset_rows,
        body_rows=totals.body_rows,
        body_values=totals.body_values,
        sum_reps=totals.sum_reps,
        sum_weight_x_reps=float(totals.sum_weight_x_reps),
        sum_kg_x_reps=float(totals.sum_kg_x_reps),
        sum_lb_x_reps=float(totals.sum_lb_x_reps),
        first_date=totals.first_date,
        last_date=totals.last_date,
    )


def _name(one: NamedSets) -> NameShape:
    return NameShape(
        raw_name=one.link.raw_name,
        outcome=one.link.outcome,
        exercise_id=one.link.exercise_id,
        exercise_name=one.link.exercise_name,
        score=one.link.score,
        sets=one.sets,
        is_new=one.is_new,
        candidates=[
            CandidateShape(
                exercise_id=candidate.exercise_id,
                name=candidate.name,
                score=candidate.score,
            )
            for candidate in one.link.candidates
        ],
    )


def _group(one: FindingGroup) -> FindingGroupShape:
    return FindingGroupShape(
        severity=one.severity,
        column=one.column,
        code=one.code,
        advice=one.advice,
        count=one.count,
    )


def _finding(one: Finding) -> FindingShape:
    return FindingShape(
        severity=one.severity,
        line=one.line,
        column=one.column,
        code=one.code,
        values=dict(one.values),
        message=one.message,
        advice=one.advice,
    )
