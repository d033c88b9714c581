"""Plans to start a block from: a template or an earlier block, with what is chosen."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from metricgain.engine.outline import (
    ChoiceError,
    Choices,
    Outline,
    OutlineExercise,
    OutlineWorkout,
    chosen,
)
from metricgain.kit.errors import Invalid
from metricgain.store.database import Transaction
from metricgain.store.mesocycles import Session, StoredBlock, load_block
from metricgain.store.replanning import outlined
from metricgain.store.templates import load_template


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTemplate:
    """A block as a template has it, with what the lifter wants otherwise."""

    template_id: UUID
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class FromBlock:
    """A block as a week of an earlier one, with what the lifter wants otherwise."""

    mesocycle_id: UUID
    week: int
    choices: Choices


PlanSource: TypeAlias = Outline | FromTemplate | FromBlock
"""Where the plan of a new block comes from."""


async def outline_from(tx: Transaction, source: PlanSource) -> Outline:
    """Return the plan of a new block. Raises Invalid, NotFound."""
    match source:
        case FromTemplate():
            template = await load_template(tx, source.template_id)
            return _chosen(template.outline(), source.choices)
        case FromBlock():
            parent = await load_block(tx, source.mesocycle_id)
            return _chosen(outline_of_week(parent, source.week), source.choices)
        case Outline():
            return source


def outline_of_block(block: StoredBlock) -> Outline:
    """Return the plan of a block as it is chosen now, sets as in its first week."""
    return Outline(
        name=block.name,
        description=block.description,
        start_date=block.start_date,
        weeks=block.duration_weeks,
        emphasis=block.emphasis,
        workouts=outlined(block.workouts),
    )


def outline_of_week(parent: StoredBlock, week: int) -> Outline:
    """Return a plan with the exercises and sets of one week of a block.

    Raises Invalid for a week that it has not, and for its deload.
    """
    sessions = {s.workout_id: s for s in parent.sessions if s.week_number == week}
    if not sessions:
        raise Invalid(
            f"that block has the weeks 1 to {parent.last_week}, not {week}",
            field="week",
        )
    if any(session.is_deload for session in sessions.values()):
        raise Invalid(
            "the deload is no week to start from", field="week", remedy="Pick another."
        )
    return Outline(
        name=parent.name,
        description=parent.description,
        start_date=parent.start_date,
        weeks=parent.duration_weeks,
        emphasis=parent.emphasis,
        workouts=tuple(
            OutlineWorkout(
                name=workout.name,
                weekday=workout.weekday or 0,
                exercises=_exercises(sessions[workout.id]),
                like=workout.id,
            )
            for workout in parent.workouts
            if workout.id in sessions
        ),
    )


def _chosen(plan: Outline, choices: Choices) -> Outline:
    """Return a plan as the lifter wants it. Raises Invalid."""
    try:
        return chosen(plan, choices)
    except ChoiceError as error:
        raise Invalid(error.rule, field=error.field) from error


def _exercises(session: Session) -> tuple[OutlineExercise, ...]:
    """Return the exercises in their order, with the sets that they had when whole."""
    return tuple(
        OutlineExercise(
            exercise_id=one.exercise_id,
            sets=max(1, one.full_sets or one.target_sets or one.projected_sets),
            rep_min=one.rep_min,
            rep_max=one.rep_max,
            superset=one.superset,
        )
        for one in session.exercises
    )
