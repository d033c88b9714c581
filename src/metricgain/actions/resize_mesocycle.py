"""Make a running block longer or shorter."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.disruptions import RefusedChange, ResizedBlock, resize_block
from metricgain.engine.first_week import DAYS_PER_WEEK
from metricgain.kit.errors import Conflict, Invalid
from metricgain.kit.ids import uuid7
from metricgain.store.changes import Change
from metricgain.store.editing import (
    load_replan,
    load_running,
    rewrite_ahead,
    save_shape,
)
from metricgain.store.mesocycles import (
    Prescription,
    Session,
    StoredBlock,
    Week,
    cut_weeks,
    save_weeks,
)


async def resize_mesocycle(change: Change, *, mesocycle_id: UUID, weeks: int) -> None:
    """Give a running block 3 to 7 weeks; the deload stays its last.

    Only weeks after the current one get another RIR. A block that has that length
    already stays as it is. Raises NotFound, Conflict for a block that has ended or was
    cut short, Invalid for a length that is not possible.
    """
    block = await load_running(change, mesocycle_id)
    if weeks == block.duration_weeks:
        return
    if block.ended_early:
        raise Conflict("the deload was brought forward", field="durationWeeks")
    begun = [s.week_number for s in block.sessions if s.log_status is not None]
    current = max([block.current_week, *begun])
    try:
        resized = resize_block(
            weeks=block.duration_weeks, new_weeks=weeks, week_number=current
        )
    except RefusedChange as error:
        raise Invalid(error.rule, field="durationWeeks") from error
    grown = _grown(change, replace(block, current_week=current), resized)
    plan = await load_replan(change, grown, on=change.made_at.date(), resized=True)
    await cut_weeks(change, mesocycle_id, after=weeks)
    await save_shape(change, grown)
    await save_weeks(change, mesocycle_id, grown.weeks)
    await rewrite_ahead(change, plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Length:
    """How many days later a week comes than the last one that is there."""

    weeks: int

    @property
    def days(self) -> timedelta:
        return timedelta(days=DAYS_PER_WEEK * self.weeks)


def _grown(change: Change, block: StoredBlock, resized: ResizedBlock) -> StoredBlock:
    """Return the block with its new weeks, and workouts in those that are added."""
    last = block.weeks[-1]
    added = [
        _week_after(change, last, _Length(weeks=number - last.number))
        for number in range(last.number + 1, resized.weeks + 1)
    ]
    weeks = tuple(
        replace(
            week,
            is_deload=week.number == resized.deload_week,
            rir=resized.rir_by_future_week.get(week.number, week.rir),
        )
        for week in (*block.weeks, *added)
        if week.number <= resized.weeks
    )
    sessions = [
        _session_after(change, session, week, _Length(weeks=week.number - last.number))
        for week in added
        for session in block.sessions
        if session.week_number == last.number
    ]
    return replace(
        block,
        duration_weeks=resized.weeks,
        end_date=weeks[-1].end,
        weeks=weeks,
        sessions=(*block.sessions, *sessions),
    )


def _week_after(change: Change, last: Week, later: _Length) -> Week:
    return replace(
        last,
        id=uuid7(change.now),
        number=last.number + later.weeks,
        start=last.start + later.days,
        end=last.end + later.days,
    )


def _session_after(
    change: Change, last: Session, week: Week, later: _Length
) -> Session:
    return replace(
        last,
        id=uuid7(change.now),
        microcycle_id=week.id,
        week_number=week.number,
        scheduled_on=last.scheduled_on + later.days,
        status="scheduled",
        prescribed_at=None,
        log_status=None,
        exercises=tuple(_projected(one) for one in last.exercises),
    )


def _projected(one: Prescription) -> Prescription:
    return Prescription(
        exercise_id=one.exercise_id,
        projected_sets=one.projected_sets,
        rep_min=one.rep_min,
        rep_max=one.rep_max,
        unit=one.unit,
        rir=one.rir,
        superset=one.superset,
    )
