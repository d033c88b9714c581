"""From block to block: the review of one, and the proposal for the next."""

from datetime import date
from uuid import UUID

import msgspec
from litestar.params import FromPath

from metricgain.api.routes import keep
from metricgain.api.session import Asker
from metricgain.engine.block_review import Trend
from metricgain.engine.landmarks import Emphasis, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.kit.clock import now
from metricgain.reads.block_review import BlockReview, ReviewedMuscle, block_review
from metricgain.reads.next_block import next_block


class ShownWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A hard week: direct sets, and performance against the first week.

    `change` is in per cent, null where nothing could be estimated.
    """

    week_number: int
    planned_sets: int
    done_sets: int
    change: float | None


class LandmarkShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Direct sets a week; `mrv` at two workouts a week."""

    maintenance: int
    mev: int
    target: int
    mrv: int


class LandmarkAdviceShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Landmarks as the block would have them, and why."""

    old: LandmarkShape
    new: LandmarkShape
    because: list[str]


class ReviewedMuscleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A muscle over the block: whether it rose to the end, and up to which sets."""

    muscle: Muscle
    emphasis: Emphasis
    trend: Trend
    because: str
    best_week: int | None
    best_sets: int | None
    weeks: list[ShownWeekShape]
    recovery_sessions: int
    advice: LandmarkAdviceShape | None


class KeptShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How much of the plan was done; `rate` in per cent of the workouts due."""

    workouts: int
    completed: int
    skipped: int
    missed: int
    planned_sets: int
    done_sets: int
    rate: float | None


class ReviewRecordShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A record that was set in the block and stands; `value` in kg."""

    exercise_id: int
    name: str
    kind: str
    reps: int
    value: float
    achieved_on: date


class HurtExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise that hurt a joint, in how many workouts, and how badly at worst."""

    exercise_id: int
    name: str
    times: int
    worst: int


class PlannedNextShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The block that the program of this one plans next."""

    id: UUID
    name: str
    start_date: date | None
    duration_weeks: int
    revision: int
    program_id: UUID


class BlockReviewShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A block as it was; `isOver` once no hard workout is ahead."""

    id: UUID
    name: str
    status: str
    start_date: date
    end_date: date | None
    is_over: bool
    kept: KeptShape
    muscles: list[ReviewedMuscleShape]
    records: list[ReviewRecordShape]
    joints: list[HurtExerciseShape]
    next_planned: PlannedNextShape | None


class ProposedExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of the proposed block, the one whose place it takes, and why."""

    exercise_id: int
    name: str
    sets: int
    old_sets: int
    rep_min: int
    rep_max: int
    superset: int | None
    notes: str | None
    replaces: int | None
    replaces_name: str | None
    because: str


class ProposedWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of the proposed block; `weekday` from 0 for Monday.

    `like` is the workout of the block before that it is made after.
    """

    name: str
    weekday: int
    like: UUID
    exercises: list[ProposedExerciseShape]


class NextMuscleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The direct sets a week that a muscle starts with, its emphasis, and why."""

    muscle: Muscle
    old_sets: int
    new_sets: int
    old_emphasis: Emphasis
    new_emphasis: Emphasis
    because: list[str]


class NextBlockShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The block that is proposed after a block; its loads follow when it begins.

    `planned` is the block of the program that it would become, null outside of one.
    """

    mesocycle_id: UUID
    name: str
    duration_weeks: int
    workouts: list[ProposedWorkoutShape]
    muscles: list[NextMuscleShape]
    emphasis: dict[Muscle, Emphasis]
    planned: PlannedNextShape | None


@keep("/mesocycles/{mesocycle_id:uuid}/review", tags=["planning"])
async def get_block_review(
    mesocycle_id: FromPath[UUID], asker: Asker
) -> BlockReviewShape:
    """Return what a block has shown: performance, adherence, records and joints.

    And what that would change in landmarks; nothing is changed by it.
    """
    async with asker.reading() as tx:
        found = await block_review(tx, mesocycle_id, now=now())
    return _shown(found)


@keep("/mesocycles/{mesocycle_id:uuid}/next", tags=["planning"])
async def get_next_block(mesocycle_id: FromPath[UUID], asker: Asker) -> NextBlockShape:
    """Return the block that is proposed after this one, with a reason for each change.

    Start it as any plan of your own: `POST /mesocycles` with its `workouts`. Where a
    program plans the next block (`planned`), `POST /mesocycles/{id}/start` of that one.
    """
    async with asker.reading() as tx:
        found = await next_block(tx, mesocycle_id, now=now())
    return msgspec.convert(found, NextBlockShape, from_attributes=True)


def _shown(found: BlockReview) -> BlockReviewShape:
    return BlockReviewShape(
        id=found.id,
        name=found.name,
        status=found.status,
        start_date=found.start_date,
        end_date=found.end_date,
        is_over=found.is_over,
        kept=msgspec.convert(found.kept, KeptShape, from_attributes=True),
        muscles=[_muscle(each) for each in found.muscles],
        records=msgspec.convert(
            found.records, list[ReviewRecordShape], from_attributes=True
        ),
        joints=msgspec.convert(
            found.joints, list[HurtExerciseShape], from_attributes=True
        ),
        next_planned=msgspec.convert(
            found.next_planned, PlannedNextShape | None, from_attributes=True
        ),
    )


def _muscle(each: ReviewedMuscle) -> ReviewedMuscleShape:
    shown, advice = each.shown, each.advice
    return ReviewedMuscleShape(
        muscle=each.muscle,
        emphasis=each.emphasis,
        trend=shown.trend,
        because=shown.because,
        best_week=shown.best_week,
        best_sets=shown.best_sets,
        weeks=[
            ShownWeekShape(
                week_number=week.week_number,
                planned_sets=week.planned_sets,
                done_sets=week.done_sets,
                change=None if week.change is None else round(100 * week.change, 1),
            )
            for week in shown.weeks
        ],
        recovery_sessions=each.outcome.recovery_sessions,
        advice=None
        if advice is None
        else LandmarkAdviceShape(
            old=_landmark(advice.old),
            new=_landmark(advice.new),
            because=list(advice.because),
        ),
    )


def _landmark(numbers: Landmark) -> LandmarkShape:
    return LandmarkShape(
        maintenance=numbers.maintenance,
        mev=numbers.mev,
        target=numbers.target,
        mrv=numbers.mrv_at_2,
    )


ROUTES = [get_block_review, get_next_block]
