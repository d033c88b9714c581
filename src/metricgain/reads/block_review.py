"""The review of a block: what it has shown, and what that would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.engine.block_review import ExerciseDone, Shown, review_muscles
from metricgain.engine.landmark_advice import Advice, advise, outcome_of
from metricgain.engine.landmarks import Emphasis, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.personal_landmarks import BlockOutcome
from metricgain.store.block_review import (
    BlockOutcomes,
    ExerciseOutcome,
    MuscleAnswered,
    StandingRecord,
    load_outcomes,
)
from metricgain.store.database import Transaction
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import Lift, load_lifts
from metricgain.store.mesocycles import StoredBlock, load_block

FIRST_WEEK = 1
_SORENESS_UNKNOWN = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedMuscle:
    """A muscle over the block, and what it would change in its landmarks."""

    muscle: Muscle
    emphasis: Emphasis
    shown: Shown
    outcome: BlockOutcome
    landmark: Landmark
    advice: Advice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How much of the plan was done.

    `rate` is the share of workouts due that were done, in per cent; None if none was.
    """

    workouts: int
    completed: int
    skipped: int
    missed: int
    planned_sets: int
    done_sets: int
    rate: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtExercise:
    """An exercise that hurt a joint, in how many workouts, and how badly at worst."""

    exercise_id: int
    name: str
    times: int
    worst: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRecord:
    """A record of the block that stands: `value` is in kg."""

    exercise_id: int
    name: str
    kind: str
    reps: int
    value: float
    achieved_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """The block that the program of this one plans next."""

    id: UUID
    name: str
    start_date: date | None
    duration_weeks: int
    revision: int
    program_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReview:
    """A block as it was; `is_over` once no hard workout is ahead."""

    id: UUID
    name: str
    status: str
    start_date: date
    end_date: date | None
    is_over: bool
    kept: Kept
    muscles: tuple[ReviewedMuscle, ...]
    records: tuple[NamedRecord, ...]
    joints: tuple[HurtExercise, ...]
    next_planned: PlannedBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGround:
    """A block with everything that its review and the next block are made from."""

    block: StoredBlock
    outcomes: BlockOutcomes
    lifter: Lifter
    lifts: Mapping[int, Lift]

    def done(self, rows: Sequence[ExerciseOutcome]) -> list[ExerciseDone]:
        """Return rows as the engine takes them; what was not due is left out."""
        return [
            ExerciseDone(
                exercise_id=row.exercise_id,
                week_number=row.week_number,
                planned_sets=row.planned_sets,
                done_sets=row.done_sets,
                contributions=self.lifts[row.exercise_id].contributions,
                e1rm_kg=row.e1rm_kg,
                joint_pain=row.joint_pain,
                is_easy=row.is_easy,
            )
            for row in rows
            if row.exercise_id in self.lifts and not row.is_dropped
        ]

    def name(self, exercise_id: int) -> str:
        """Return what an exercise is called."""
        lift = self.lifts.get(exercise_id)
        return lift.name if lift else str(exercise_id)


async def load_review_ground(
    tx: Transaction, mesocycle_id: UUID, *, now: datetime
) -> ReviewGround:
    """Return what a review is made from, by four statements. Raises NotFound."""
    block = await load_block(tx, mesocycle_id)
    outcomes = await load_outcomes(tx, mesocycle_id, now=now)
    lifter = await load_lifter(tx)
    ids = {*outcomes.exercise_ids, *block.exercise_ids}
    return ReviewGround(
        block=block,
        outcomes=outcomes,
        lifter=lifter,
        lifts=await load_lifts(tx, ids, lifter),
    )


async def block_review(
    tx: Transaction, mesocycle_id: UUID, *, now: datetime
) -> BlockReview:
    """Return the review of a block. Raises NotFound."""
    ground = await load_review_ground(tx, mesocycle_id, now=now)
    block, outcomes = ground.block, ground.outcomes
    return BlockReview(
        id=block.id,
        name=block.name,
        status=block.status,
        start_date=block.start_date,
        end_date=block.end_date,
        is_over=_is_over(ground),
        kept=_kept(outcomes),
        muscles=reviewed_muscles(ground),
        records=tuple(_named(record, ground) for record in outcomes.records),
        joints=_joints(ground),
        next_planned=planned_block(ground),
    )


def planned_block(ground: ReviewGround) -> PlannedBlock | None:
    """Return the block that the program of a block plans next, None without one."""
    planned = ground.outcomes.next_planned
    if planned is None:
        return None
    return PlannedBlock(
        id=planned.id,
        name=planned.name,
        start_date=planned.start_date,
        duration_weeks=planned.duration_weeks,
        revision=planned.revision,
        program_id=planned.program_id,
    )


def reviewed_muscles(ground: ReviewGround) -> tuple[ReviewedMuscle, ...]:
    """Return every muscle that the block trained directly, with what it has shown."""
    found = review_muscles(ground.done(ground.outcomes.exercises))
    return tuple(_muscle(muscle, shown, ground) for muscle, shown in found.items())


def _muscle(muscle: Muscle, shown: Shown, ground: ReviewGround) -> ReviewedMuscle:
    answered = [each for each in ground.outcomes.muscles if each.muscle is muscle]
    outcome = outcome_of(
        shown,
        stimuli=_stimuli(answered),
        performances=[a.performance for a in answered if a.performance is not None],
        recovery_sessions=sum(each.kind == "recover" for each in answered),
    )
    emphasis = ground.block.emphasis.get(muscle, Emphasis.GROW)
    landmark = ground.lifter.landmark(muscle)
    return ReviewedMuscle(
        muscle=muscle,
        emphasis=emphasis,
        shown=shown,
        outcome=outcome,
        landmark=landmark,
        advice=advise(
            muscle,
            landmark,
            shown=shown,
            outcome=outcome,
            emphasis=emphasis,
            sessions_per_week=max(1, _sessions(muscle, ground)),
        ),
    )


def _stimuli(answered: Sequence[MuscleAnswered]) -> list[float]:
    """Return the summed answers of the first week; soreness counts as their mean."""
    return [
        each.pump + each.challenge + each.soreness
        if each.soreness is not None
        else _SORENESS_UNKNOWN * (each.pump + each.challenge)
        for each in answered
        if each.week_number == FIRST_WEEK
        and each.pump is not None
        and each.challenge is not None
    ]


def _sessions(muscle: Muscle, ground: ReviewGround) -> int:
    return sum(
        any(
            muscle in ground.lifts[slot.exercise_id].direct_muscles
            for slot in workout.slots
            if slot.exercise_id in ground.lifts
        )
        for workout in ground.block.workouts
    )


def _is_over(ground: ReviewGround) -> bool:
    if ground.block.status in ("completed", "archived"):
        return True
    hard = [each for each in ground.outcomes.sessions if not each.is_deload]
    return bool(hard) and all(each.status != "scheduled" for each in hard)


def _kept(outcomes: BlockOutcomes) -> Kept:
    due = [each for each in outcomes.sessions if not each.is_dropped]
    completed = sum(each.status == "completed" for each in due)
    skipped = sum(each.status == "skipped" for each in due)
    missed = sum(each.is_missed for each in due)
    counted = completed + skipped + missed
    rows = [each for each in outcomes.exercises if not each.is_dropped]
    return Kept(
        workouts=len(due),
        completed=completed,
        skipped=skipped,
        missed=missed,
        planned_sets=sum(row.planned_sets for row in rows),
        done_sets=sum(row.done_sets for row in rows),
        rate=round(100 * completed / counted, 1) if counted else None,
    )


def _named(record: StandingRecord, ground: ReviewGround) -> NamedRecord:
    return NamedRecord(
        exercise_id=record.exercise_id,
        name=ground.name(record.exercise_id),
        kind=record.kind,
        reps=record.reps,
        value=record.value,
        achieved_on=record.achieved_on,
    )


def _joints(ground: ReviewGround) -> tuple[HurtExercise, ...]:
    pains: dict[int, list[int]] = {}
    for row in ground.outcomes.exercises:
        if row.joint_pain:
            pains.setdefault(row.exercise_id, []).append(row.joint_pain)
    return tuple(
        HurtExercise(
            exercise_id=exercise_id,
            name=ground.name(exercise_id),
            times=len(found),
            worst=max(found),
        )
        for exercise_id, found in sorted(
            pains.items(), key=lambda item: (-max(item[1]), item[0])
        )
    )
