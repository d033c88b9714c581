"""The block that is proposed after a block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from metricgain.engine.alternatives import alternatives
from metricgain.engine.block_review import review_exercises
from metricgain.engine.generator.options import refusal
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.next_block import (
    BlockBefore,
    DayBefore,
    NextBlock,
    NextMuscle,
    propose,
    to_change,
)
from metricgain.engine.personal_landmarks import went_too_far
from metricgain.reads.block_review import (
    PlannedBlock,
    ReviewGround,
    load_review_ground,
    planned_block,
    reviewed_muscles,
)
from metricgain.store.alternatives import load_candidate, load_candidates
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.planner_options import load_ground
from metricgain.store.planning import FIRST_DAY
from metricgain.store.replanning import outlined
from metricgain.store.training_profiles import load_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedExercise:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedWorkout:
    """A workout of the proposed block; `weekday` from 0 for Monday.

    `like` is the workout of the block before that it is made after.
    """

    name: str
    weekday: int
    like: UUID
    exercises: tuple[ProposedExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedBlock:
    """The block that is proposed, with a reason for whatever it does otherwise.

    `planned` is the block of the program that it would become, None outside of one.
    """

    mesocycle_id: UUID
    name: str
    duration_weeks: int
    workouts: tuple[ProposedWorkout, ...]
    muscles: tuple[NextMuscle, ...]
    emphasis: Mapping[Muscle, Emphasis]
    planned: PlannedBlock | None


async def next_block(
    tx: Transaction, mesocycle_id: UUID, *, now: datetime
) -> ProposedBlock:
    """Return the block that is proposed after a block. Raises NotFound."""
    ground = await load_review_ground(tx, mesocycle_id, now=now)
    before = _before(ground)
    stand_ins = await _stand_ins(tx, before)
    names = {one.exercise_id: one.name for one in ground.lifts.values()}
    names |= {one[0]: one[1] for one in stand_ins.values()}
    found = propose(before, {old: one[0] for old, one in stand_ins.items()})
    planned = planned_block(ground)
    return ProposedBlock(
        mesocycle_id=mesocycle_id,
        name=ground.block.name,
        duration_weeks=(planned or ground.block).duration_weeks,
        workouts=_workouts(found, names, [one.id for one in ground.block.workouts]),
        muscles=found.muscles,
        emphasis=found.emphasis,
        planned=planned,
    )


def _before(ground: ReviewGround) -> BlockBefore:
    muscles = reviewed_muscles(ground)
    done = ground.done(ground.outcomes.exercises)
    pains: dict[int, int] = {}
    for each in done:
        if each.joint_pain is not None:
            worst = max(pains.get(each.exercise_id, 0), each.joint_pain)
            pains[each.exercise_id] = worst
    planned = ground.outcomes.next_planned
    days = outlined(ground.block.workouts)
    ids = {one.exercise_id for day in days for one in day.exercises}
    return BlockBefore(
        days=[
            DayBefore(name=day.name, weekday=day.weekday, exercises=day.exercises)
            for day in days
        ],
        contributions={
            exercise_id: ground.lifts[exercise_id].contributions
            for exercise_id in sorted(ids)
            if exercise_id in ground.lifts
        },
        muscles={each.muscle: each.shown for each in muscles},
        exercises=review_exercises(done),
        landmarks={muscle: ground.lifter.landmark(muscle) for muscle in Muscle},
        emphasis=ground.block.emphasis,
        previous=review_exercises(ground.done(ground.outcomes.previous)),
        too_far=frozenset(e.muscle for e in muscles if went_too_far(e.outcome)),
        pains=pains,
        planned=planned.emphasis if planned else None,
    )


async def _stand_ins(
    tx: Transaction, before: BlockBefore
) -> dict[int, tuple[int, str]]:
    """Return what takes the place of exercises, by their ids; each is taken once."""
    wanted = to_change(before)
    if not wanted:
        return {}
    lifter = await load_lifter(tx)
    profile = await load_profile(tx, lifter)
    options = (await load_ground(tx, lifter, on=FIRST_DAY)).options
    allowed = {one.exercise_id for one in options if refusal(one, profile) is None}
    allowed -= {one.exercise_id for day in before.days for one in day.exercises}
    candidates = [c for c in await load_candidates(tx) if c.exercise_id in allowed]
    found: dict[int, tuple[int, str]] = {}
    for exercise_id in wanted:
        taken = {new for new, _ in found.values()}
        best = alternatives(
            await load_candidate(tx, exercise_id),
            [one for one in candidates if one.exercise_id not in taken],
            most=1,
        )
        if best:
            one = best[0].candidate
            found[exercise_id] = (one.exercise_id, one.name)
    return found


def _workouts(
    found: NextBlock, names: Mapping[int, str], after: Sequence[UUID]
) -> tuple[ProposedWorkout, ...]:
    return tuple(
        ProposedWorkout(
            name=day.name,
            weekday=day.weekday,
            like=like,
            exercises=tuple(
                ProposedExercise(
                    exercise_id=one.planned.exercise_id,
                    name=names.get(one.planned.exercise_id, ""),
                    sets=one.planned.sets,
                    old_sets=one.old_sets,
                    rep_min=one.planned.rep_min,
                    rep_max=one.planned.rep_max,
                    superset=one.planned.superset,
                    notes=one.planned.notes,
                    replaces=one.replaces,
                    replaces_name=names.get(one.replaces) if one.replaces else None,
                    because=one.because,
                )
                for one in day.exercises
            ),
        )
        for day, like in zip(found.days, after, strict=True)
    )
