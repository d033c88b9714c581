"""Tells on the terminal, or as JSON, what an import read, kept and did not know."""

from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from metricgain.importers.course import FileReport
from metricgain.importers.naming import NamedSets
from metricgain.importers.values import Finding

if TYPE_CHECKING:
    from metricgain.actions.import_history import ImportReport

_SHOWN_NAMES: Final = 40
_SHOWN_EXAMPLES: Final = 3


class FindingLine(msgspec.Struct, kw_only=True):
    """One finding as JSON."""

    severity: str
    file: str
    line: int
    column: str
    message: str
    advice: str


class ComparedNumbers(msgspec.Struct, kw_only=True):
    """What of the file is new to the account, as JSON."""

    workouts_new: int
    workouts_known: int
    workouts_deleted: int
    workouts_differing: int
    workouts_twins: int
    sets_new: int
    measures_new: int
    names_linked: int
    names_asked: int
    names_custom: int


class ReportLine(msgspec.Struct, kw_only=True):
    """The whole report as one JSON object; sums are in the units of the file."""

    format: str
    file: str
    unit: str
    unit_proposed: bool
    timezone: str
    columns: dict[str, str]
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
    dry_run: bool
    compared: ComparedNumbers | None
    findings: list[FindingLine]


def as_json(file: FileReport, report: "ImportReport | None") -> bytes:
    """Return the report as one JSON object on one line."""
    totals = file.totals
    line = ReportLine(
        format=file.app,
        file=file.file_name,
        unit=file.unit,
        unit_proposed=file.unit_proposed,
        timezone=file.timezone,
        columns=dict(file.columns),
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
        dry_run=report is None or report.dry_run,
        compared=None if report is None else _compared(report),
        findings=[
            FindingLine(
                severity=one.severity,
                file=file.file_name,
                line=one.line,
                column=one.column,
                message=one.message,
                advice=one.advice,
            )
            for one in file.findings
        ],
    )
    return msgspec.json.encode(line)


def show(console: Console, file: FileReport, report: "ImportReport | None") -> None:
    """Print the report for a reader."""
    console.print(_contents(file))
    if file.finding_groups:
        console.print(_findings(file))
    if report is None:
        console.print("Nothing was written. No account was named to compare with.")
        return
    unsure = [one for one in report.names if _is_unsure(one)]
    if unsure:
        console.print(_names(unsure))
    for line in _outcome(report, unsure):
        console.print(line, highlight=False)


def _compared(report: "ImportReport") -> ComparedNumbers:
    outcomes = [one.link.outcome for one in report.names]
    return ComparedNumbers(
        workouts_new=report.workouts_new,
        workouts_known=report.workouts_known,
        workouts_deleted=report.workouts_deleted,
        workouts_differing=report.workouts_differing,
        workouts_twins=report.workouts_twins,
        sets_new=report.sets_new,
        measures_new=report.measures_new,
        names_linked=outcomes.count("linked") + outcomes.count("confirmed"),
        names_asked=outcomes.count("asked"),
        names_custom=outcomes.count("custom"),
    )


def _contents(file: FileReport) -> Table:
    totals = file.totals
    table = Table(box=box.SIMPLE, show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    table.add_row("File", escape(file.file_name))
    table.add_row("Format", file.label)
    table.add_row("Workouts", f"{totals.workouts:,}")
    kinds = {
        "warm-ups": totals.warmup,
        "drop sets": totals.drop,
        "to failure": totals.failure,
    }
    among = ", ".join(f"{count:,} {name}" for name, count in kinds.items() if count)
    table.add_row("Sets", f"{totals.sets:,}" + (f", of these {among}" if among else ""))
    table.add_row("Exercises", f"{totals.exercises:,}")
    if totals.first_date is not None and totals.last_date is not None:
        table.add_row("From, to", f"{totals.first_date} to {totals.last_date}")
    table.add_row("Repetitions", f"{totals.sum_reps:,}")
    table.add_row("Weight x reps", f"{totals.sum_weight_x_reps:,} {_unit(file)}")
    table.add_row("Time zone", file.timezone)
    if file.columns:
        named = ", ".join(f"{what} = {heading}" for what, heading in file.columns)
        table.add_row("Columns", escape(named))
    left_out = {
        "rests": totals.rest_rows,
        "sets planned and not done": totals.skipped_rows,
        "refused rows": totals.refused_rows,
    }
    not_kept = ", ".join(
        f"{count:,} {name}" for name, count in left_out.items() if count
    )
    if not_kept:
        table.add_row("Not kept", not_kept)
    return table


def _unit(file: FileReport) -> str:
    if file.unit == "mixed":
        return "kg and lb, added as written"
    return f"{file.unit}, it seems" if file.unit_proposed else file.unit


def _findings(file: FileReport) -> Table:
    table = Table(box=box.SIMPLE, title="What looks odd", title_justify="left")
    table.add_column("Times", justify="right")
    table.add_column("Kept?")
    table.add_column("What")
    table.add_column("What to do")
    for group in file.finding_groups:
        examples = [
            one
            for one in file.findings
            if (one.severity, one.column, one.code)
            == (group.severity, group.column, group.code)
        ]
        what = "\n".join(_example(one) for one in examples[:_SHOWN_EXAMPLES])
        kept = "[red]no[/red]" if group.severity == "refused" else "yes"
        table.add_row(f"{group.count:,}", kept, what, escape(group.advice))
    return table


def _example(finding: Finding) -> str:
    return escape(f"line {finding.line}: {finding.message}")


def _is_unsure(name: NamedSets) -> bool:
    return name.link.outcome in ("asked", "custom")


def _names(unsure: list[NamedSets]) -> Table:
    table = Table(
        box=box.SIMPLE,
        title="Names kept as exercises of your own",
        title_justify="left",
    )
    table.add_column("Name")
    table.add_column("Sets", justify="right")
    table.add_column("May be")
    for one in unsure[:_SHOWN_NAMES]:
        likely = ", ".join(
            f"{candidate.name} ({candidate.score})"
            for candidate in one.link.candidates[:_SHOWN_EXAMPLES]
        )
        shown = likely if one.link.outcome == "asked" else "nothing in the library"
        table.add_row(escape(one.link.raw_name), f"{one.sets:,}", escape(shown))
    if len(unsure) > _SHOWN_NAMES:
        table.add_row(f"and {len(unsure) - _SHOWN_NAMES:,} more", "", "")
    return table


def _outcome(report: "ImportReport", unsure: list[NamedSets]) -> list[str]:
    workouts = _count(report.workouts_new, "new workout")
    sets = _count(report.sets_new, "set")
    verb = "It would bring" if report.dry_run else "Imported"
    lines = [f"{verb} {workouts} with {sets}."]
    if report.names:
        sure = len(report.names) - len(unsure)
        lines.append(f"{sure:,} of {_count(len(report.names), 'name')} linked.")
    lines += _left_out(report)
    if report.measures_new:
        lines.append(f"Measures of the body: {report.measures_new:,}.")
    if report.id is not None:
        lines.append(f"`--undo {report.id}` takes it back.")
    if report.dry_run:
        lines.append("Nothing was written. Leave out --dry-run to import.")
    return lines


def _left_out(report: "ImportReport") -> list[str]:
    """Return what does not come in, or is here in another way."""
    lines = []
    known = _count(report.workouts_known, "workout")
    deleted = _count(report.workouts_deleted, "workout")
    if report.workouts_known:
        lines.append(f"Here already, and left as they are: {known}.")
    if report.workouts_differing:
        lines.append(
            "With another number of sets here than in the file:"
            f" {report.workouts_differing:,} of these."
        )
    if report.workouts_twins:
        twins = _count(report.workouts_twins, "workout")
        lines.append(
            f"Written down by another app too, and left out: {twins}."
            " --twins brings them."
        )
    if report.workouts_deleted:
        lines.append(
            f"Deleted here, and left out: {deleted}. --restore brings them back."
        )
    return lines


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
