"""Start a block from a week of an earlier one."""

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
from metricgain.store.changes import Change
from metricgain.store.mesocycles import Session, StoredBlock, load_block
from metricgain.store.starting import Origin, ground_for, start_block


async def copy_mesocycle(
    change: Change,
    *,
    mesocycle_id: UUID,
    parent_mesocycle_id: UUID,
    week: int,
    choices: Choices,
) -> None:
    """Start a block with the exercises and sets of one week of an earlier block.

    It remembers where it comes from. Copying it again changes nothing. Raises Conflict
    while another block runs, Invalid for a week that cannot be copied, NotFound.
    """
    ground = await ground_for(change, mesocycle_id)
    if ground is None:
        return
    parent = await load_block(change.tx, parent_mesocycle_id)
    try:
        outline = chosen(_outline(parent, week), choices)
    except ChoiceError as error:
        raise Invalid(error.rule, field=error.field) from error
    origin = Origin(mesocycle_id=parent_mesocycle_id, week=week)
    await start_block(change, mesocycle_id, outline, ground=ground, origin=origin)


def _outline(parent: StoredBlock, week: int) -> Outline:
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
            )
            for workout in parent.workouts
            if workout.id in sessions
        ),
    )


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
