"""What a plan would come to, before anything of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.block import Week as PlannedWeek
from metricgain.engine.block import plan_block
from metricgain.engine.free_days import clear_of_free_days
from metricgain.engine.outline import Outline, OutlineExercise
from metricgain.engine.planned_week import Finding
from metricgain.engine.session_time import OwnPace
from metricgain.reads.muscle_weeks import (
    MuscleInBlock,
    WeekOfSets,
    muscles_of,
    week_of_sets,
)
from metricgain.store.database import Transaction
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import Lift
from metricgain.store.mesocycles import Session, StoredBlock, load_block
from metricgain.store.outlines import PlanSource, outline_from
from metricgain.store.planning import (
    Context,
    Gym,
    aims_of,
    check_outline,
    findings_of,
    last_trained_on,
    load_planned_lifts,
    refuse_retired,
)
from metricgain.store.replanning import Replan, outlined
from metricgain.store.session_minutes import SetsOf, load_pace, minutes_of
from metricgain.store.training_profiles import find_profile
from metricgain.store.workout_edits import (
    added_to,
    edited_sessions,
    slots_for,
    with_slots,
    workout_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedWorkout:
    """A workout of the plan: its working sets and its minutes, week by week."""

    name: str
    weekday: int
    sets: tuple[int, ...]
    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedWeek:
    """A week, numbered from 1."""

    number: int
    is_deload: bool
    target_rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPreview:
    """What a plan comes to; `session_minutes` is what the lifter has for a workout.

    An error among the findings says why the plan would be refused.
    """

    weeks: tuple[PreviewedWeek, ...]
    workouts: tuple[PreviewedWorkout, ...]
    muscles: tuple[MuscleInBlock, ...]
    findings: tuple[Finding, ...]
    session_minutes: int | None


async def block_preview(tx: Transaction, source: PlanSource) -> PlanPreview:
    """Return what a block would come to if it started, by a handful of statements.

    Whether another block runs makes no difference. Raises Invalid for what is no plan
    (weeks, weekdays, a retired exercise), NotFound for an unknown exercise.
    """
    check_outline(outline := await outline_from(tx, source))
    lifter = await load_lifter(tx)
    wanted = [one.exercise_id for w in outline.workouts for one in w.exercises]
    lifts = await load_planned_lifts(tx, wanted, lifter)
    refuse_retired(wanted, lifts)
    # Loads are not shown, so nothing has to be known of those of the past.
    gym = Gym(lifter=lifter, lifts=lifts, known={})
    weeks = plan_block(
        gym.days(outline.workouts),
        start=outline.start_date,
        weekdays=[workout.weekday for workout in outline.workouts],
        weeks=outline.weeks,
        aims=aims_of(
            lifter,
            outline.emphasis,
            on=outline.start_date,
            last_trained=await last_trained_on(tx),
        ),
    )
    profile = await find_profile(tx, lifter)
    workouts = _workouts(outline, weeks, gym, await load_pace(tx))
    context = Context(
        emphasis=outline.emphasis,
        profile=profile,
        weekdays=[one.weekday for one in workouts],
        minutes=[one.minutes for one in workouts],
        dates=_dates(clear_of_free_days(weeks, profile), len(workouts)),
    )
    return PlanPreview(
        weeks=tuple(
            PreviewedWeek(number=w.number, is_deload=w.is_deload, target_rir=w.rir)
            for w in weeks
        ),
        workouts=workouts,
        muscles=muscles_of(
            [_sets(week, gym) for week in weeks],
            [[lifts[one.exercise_id] for one in w.exercises] for w in outline.workouts],
            emphasis=outline.emphasis,
            lifter=lifter,
        ),
        findings=tuple(findings_of(outline.workouts, lifts, lifter, context)),
        session_minutes=lifter.session_minutes,
    )


def _dates(weeks: Sequence[PlannedWeek], days: int) -> list[list[date]]:
    """Return the dates of each workout of the week, week by week."""
    return [[week.sessions[day].scheduled_on for week in weeks] for day in range(days)]


async def workout_preview(
    tx: Transaction,
    *,
    mesocycle_id: UUID,
    workout_id: UUID,
    exercises: Sequence[OutlineExercise],
    now: datetime,
) -> PlanPreview:
    """Return what a running block would come to with other exercises in a workout.

    Raises NotFound, Invalid for a retired exercise that is new in it.
    """
    block = await load_block(tx, mesocycle_id)
    before = workout_of(block, workout_id)
    slots = slots_for(exercises, now=now)
    edited = with_slots(block, workout_id, slots)
    lifter = await load_lifter(tx)
    lifts = await load_planned_lifts(tx, edited.exercise_ids, lifter)
    refuse_retired(added_to(before, slots), lifts)
    plan = Replan(
        block=edited,
        gym=Gym(lifter=lifter, lifts=lifts, known={}),
        aims=aims_of(lifter, block.emphasis, on=block.start_date, last_trained=None),
        edited={workout_id},
    )
    ahead = {one.id: one for one in edited_sessions(plan, before, slots)}
    shown = replace(
        edited, sessions=tuple(ahead.get(one.id, one) for one in edited.sessions)
    )
    workouts = stored_workouts(shown, lifts, await load_pace(tx))
    context = Context(
        emphasis=shown.emphasis,
        profile=await find_profile(tx, lifter),
        minutes=[one.minutes for one in workouts],
    )
    return PlanPreview(
        weeks=tuple(
            PreviewedWeek(number=w.number, is_deload=w.is_deload, target_rir=w.rir)
            for w in shown.weeks
        ),
        workouts=workouts,
        muscles=muscles_of(
            [week_of_sets(shown, week.number, lifts) for week in shown.weeks],
            [[lifts[slot.exercise_id] for slot in w.slots] for w in shown.workouts],
            emphasis=shown.emphasis,
            lifter=lifter,
        ),
        findings=tuple(findings_of(outlined(shown.workouts), lifts, lifter, context)),
        session_minutes=lifter.session_minutes,
    )


def _workouts(
    outline: Outline, weeks: Sequence[PlannedWeek], gym: Gym, pace: OwnPace | None
) -> tuple[PreviewedWorkout, ...]:
    by_day = [
        [
            [
                SetsOf(
                    lift=gym.lifts[one.exercise_id],
                    sets=one.projected_sets,
                    superset=one.superset,
                )
                for one in week.sessions[day].exercises
            ]
            for week in weeks
        ]
        for day in range(len(outline.workouts))
    ]
    return tuple(
        _workout(
            workout.name,
            weeks[0].sessions[day].scheduled_on.weekday(),
            by_day[day],
            pace,
        )
        for day, workout in enumerate(outline.workouts)
    )


async def context_of_block(
    tx: Transaction, block: StoredBlock, lifts: Mapping[int, Lift], lifter: Lifter
) -> Context:
    """Return what is known of a stored block: the wishes, and its time and dates.

    Wishes say nothing of a block that is over. Two statements for one that is not.
    """
    if block.status not in ("planned", "active"):
        return Context(emphasis=block.emphasis)
    workouts = stored_workouts(block, lifts, await load_pace(tx))
    return Context(
        emphasis=block.emphasis,
        profile=await find_profile(tx, lifter),
        minutes=[one.minutes for one in workouts],
        dates=[
            [
                session.scheduled_on
                for session in block.sessions
                if session.workout_id == workout.id and session.is_open
            ]
            for workout in block.workouts
        ],
    )


def stored_workouts(
    block: StoredBlock, lifts: Mapping[int, Lift], pace: OwnPace | None
) -> tuple[PreviewedWorkout, ...]:
    """Return the workouts of a stored block: their sets and minutes, week by week."""
    return tuple(
        _workout(
            workout.name,
            workout.weekday or 0,
            [
                _sets_of(session, lifts)
                for session in block.sessions
                if session.workout_id == workout.id
            ],
            pace,
        )
        for workout in block.workouts
    )


def _workout(
    name: str, weekday: int, weeks: Sequence[Sequence[SetsOf]], pace: OwnPace | None
) -> PreviewedWorkout:
    return PreviewedWorkout(
        name=name,
        weekday=weekday,
        sets=tuple(sum(one.sets for one in week) for week in weeks),
        minutes=tuple(minutes_of(week, pace) for week in weeks),
    )


def _sets_of(session: Session, lifts: Mapping[int, Lift]) -> list[SetsOf]:
    return [
        SetsOf(
            lift=lifts[one.exercise_id],
            sets=one.projected_sets if one.target_sets is None else one.target_sets,
            superset=one.superset,
        )
        for one in session.exercises
    ]


def _sets(week: PlannedWeek, gym: Gym) -> WeekOfSets:
    return WeekOfSets(
        number=week.number,
        planned=[
            (gym.lifts[one.exercise_id].contributions, one.projected_sets)
            for session in week.sessions
            for one in session.exercises
        ],
        is_projected=week.number > 1,
    )
