"""One whole block: weeks, workouts, sets per muscle, and what to look out for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from metricgain.engine.disruptions import GoOn, after_gap
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.planned_week import Finding
from metricgain.reads.muscle_weeks import MuscleInBlock, muscles_of, week_of_sets
from metricgain.reads.plan_preview import context_of_block
from metricgain.store.database import Transaction
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import Lift, load_lifts
from metricgain.store.logs import local_date
from metricgain.store.mesocycles import Session, StoredBlock, load_block
from metricgain.store.planning import findings_of
from metricgain.store.replanning import outlined


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockExercise:
    """An exercise of one workout; `target_sets` is None until it is prescribed."""

    exercise_id: int
    name: str
    target_sets: int | None
    projected_sets: int
    done_sets: int | None
    reps: int | None
    rep_min: int
    rep_max: int
    weight: Decimal | None
    unit: str
    rir: int
    superset: int | None
    swap: str | None
    is_recovery: bool
    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSession:
    """A workout on a day; `status` is that of its log once it has begun."""

    id: UUID
    workout_id: UUID
    name: str
    position: int
    scheduled_on: date
    status: str
    is_prescribed: bool
    exercises: tuple[BlockExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockWeek:
    """A week, numbered from 1."""

    number: int
    start: date
    end: date
    is_deload: bool
    target_rir: int
    sessions: tuple[BlockSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAdvice:
    """What to do after days without training: repeat, restart or new_block."""

    kind: str
    days: int
    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExercise:
    """An exercise of the plan: sets of the first week and a rep range."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None
    notes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWorkout:
    """A workout that comes once in every week; `weekday` from 0 for Monday."""

    id: UUID
    name: str
    weekday: int | None
    position: int
    exercises: tuple[PlanExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One mesocycle as its screen shows it."""

    id: UUID
    name: str
    description: str | None
    status: str
    duration_weeks: int
    current_week: int
    days_per_week: int
    start_date: date
    end_date: date | None
    ended_early: bool
    completed_at: datetime | None
    parent_mesocycle_id: UUID | None
    copied_from_week: int | None
    archived_at: datetime | None
    program_id: UUID | None
    revision: int
    emphasis: Mapping[Muscle, Emphasis]
    workouts: tuple[PlanWorkout, ...]
    weeks: tuple[BlockWeek, ...]
    muscles: tuple[MuscleInBlock, ...]
    findings: tuple[Finding, ...]
    gap_advice: GapAdvice | None


async def block(tx: Transaction, mesocycle_id: UUID, *, now: datetime) -> Block:
    """Return a whole block, by five statements. Raises NotFound."""
    stored = await load_block(tx, mesocycle_id)
    lifter = await load_lifter(tx)
    today = local_date(now, lifter.timezone, field="now")
    lifts = await load_lifts(tx, stored.exercise_ids, lifter)
    return Block(
        id=stored.id,
        name=stored.name,
        description=stored.description,
        status=stored.status,
        duration_weeks=stored.duration_weeks,
        current_week=stored.current_week,
        days_per_week=stored.days_per_week,
        start_date=stored.start_date,
        end_date=stored.end_date,
        ended_early=stored.ended_early,
        completed_at=stored.completed_at,
        parent_mesocycle_id=stored.parent_mesocycle_id,
        copied_from_week=stored.copied_from_week,
        archived_at=stored.archived_at,
        program_id=stored.program_id,
        revision=stored.revision,
        emphasis=stored.emphasis,
        workouts=tuple(_workouts(stored, lifts)),
        weeks=tuple(_weeks(stored, lifts)),
        muscles=_muscles(stored, lifts, lifter),
        findings=tuple(
            findings_of(
                outlined(stored.workouts),
                lifts,
                lifter,
                await context_of_block(tx, stored, lifts, lifter),
            )
        ),
        gap_advice=gap_advice(stored.last_trained, today)
        if stored.status == "active" and stored.has_begun
        else None,
    )


def gap_advice(last_trained: date | None, today: date) -> GapAdvice | None:
    """Return what to do after a break, None within a week of the last workout."""
    days = 0 if last_trained is None else max(0, (today - last_trained).days)
    advice = after_gap(days)
    if isinstance(advice, GoOn):
        return None
    return GapAdvice(
        kind=advice.kind, days=days, because=advice.because, rule_id=advice.rule_id
    )


def _workouts(stored: StoredBlock, lifts: Mapping[int, Lift]) -> list[PlanWorkout]:
    return [
        PlanWorkout(
            id=workout.id,
            name=workout.name,
            weekday=workout.weekday,
            position=workout.position,
            exercises=tuple(
                PlanExercise(
                    exercise_id=slot.exercise_id,
                    name=lifts[slot.exercise_id].name,
                    sets=slot.sets,
                    rep_min=slot.rep_min,
                    rep_max=slot.rep_max,
                    superset=slot.superset,
                    notes=slot.notes,
                )
                for slot in workout.slots
            ),
        )
        for workout in stored.workouts
    ]


def _weeks(stored: StoredBlock, lifts: Mapping[int, Lift]) -> list[BlockWeek]:
    names = {workout.id: workout.name for workout in stored.workouts}
    return [
        BlockWeek(
            number=week.number,
            start=week.start,
            end=week.end,
            is_deload=week.is_deload,
            target_rir=week.rir,
            sessions=tuple(
                _session(session, names[session.workout_id], lifts)
                for session in stored.sessions
                if session.week_number == week.number
            ),
        )
        for week in stored.weeks
    ]


def _session(session: Session, name: str, lifts: Mapping[int, Lift]) -> BlockSession:
    return BlockSession(
        id=session.id,
        workout_id=session.workout_id,
        name=name,
        position=session.position,
        scheduled_on=session.scheduled_on,
        status=session.log_status or session.status,
        is_prescribed=session.prescribed_at is not None,
        exercises=tuple(
            BlockExercise(
                exercise_id=one.exercise_id,
                name=lifts[one.exercise_id].name,
                target_sets=one.target_sets,
                projected_sets=one.projected_sets,
                done_sets=one.done_sets,
                reps=one.reps,
                rep_min=one.rep_min,
                rep_max=one.rep_max,
                weight=one.weight,
                unit=one.unit,
                rir=one.rir,
                superset=one.superset,
                swap=one.swap,
                is_recovery=one.is_recovery,
                because=one.because,
                rule_id=one.rule_id,
            )
            for one in session.exercises
        ),
    )


def _muscles(
    stored: StoredBlock, lifts: Mapping[int, Lift], lifter: Lifter
) -> tuple[MuscleInBlock, ...]:
    return muscles_of(
        [week_of_sets(stored, week.number, lifts) for week in stored.weeks],
        [[lifts[slot.exercise_id] for slot in w.slots] for w in stored.workouts],
        emphasis=stored.emphasis,
        lifter=lifter,
    )
