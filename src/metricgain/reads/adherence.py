"""How much of what was planned was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metricgain.engine.iso_weeks import label, week_of
from metricgain.reads.span import Span
from metricgain.store.adherence import adherence_rows
from metricgain.store.database import Row, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """Workouts and working sets, planned and done.

    A workout is missed when its day has passed and it was neither done nor skipped.
    `besides` were done without a plan. `rate` is the share of planned workouts that
    were done, in per cent, without those that are still to come; None if none was due.
    """

    planned: int
    completed: int
    skipped: int
    missed: int
    upcoming: int
    besides: int
    planned_sets: int
    done_sets: int
    rate: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdherenceWeek:
    """One ISO week in which anything was planned or done."""

    week: str
    week_start: date
    adherence: Adherence


@dataclass(frozen=True, slots=True, kw_only=True)
class AdherenceSpan:
    """Some weeks in total, and each."""

    first: date
    last: date
    total: Adherence
    weeks: tuple[AdherenceWeek, ...]


async def adherence(user: Transaction, span: Span, *, today: date) -> AdherenceSpan:
    """Return what came of the plan in the weeks of a span, by one statement."""
    rows = await adherence_rows(user, span.monday, span.sunday, today=today)
    return AdherenceSpan(
        first=span.monday,
        last=span.sunday,
        total=_sum(rows),
        weeks=tuple(
            AdherenceWeek(
                week=label(week_of(row["monday"])),
                week_start=row["monday"],
                adherence=_sum([row]),
            )
            for row in rows
        ),
    )


def _sum(rows: Sequence[Row]) -> Adherence:
    def total(column: str) -> int:
        return sum(int(row[column]) for row in rows)

    completed = total("completed")
    due = completed + total("skipped") + total("missed")
    return Adherence(
        planned=total("planned"),
        completed=completed,
        skipped=total("skipped"),
        missed=total("missed"),
        upcoming=total("upcoming"),
        besides=total("besides"),
        planned_sets=total("planned_sets"),
        done_sets=total("done_sets"),
        rate=round(100 * completed / due, 1) if due else None,
    )
