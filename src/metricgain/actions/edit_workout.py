"""Choose other exercises for a workout, for the rest of its block."""

from collections.abc import Sequence
from uuid import UUID

from metricgain.engine.outline import OutlineExercise
from metricgain.store.changes import Change
from metricgain.store.editing import (
    load_replan,
    load_running,
    save_shape,
    touch_workout,
)
from metricgain.store.mesocycles import (
    Workout,
    clear_slots,
    rewrite_sessions,
    save_slots,
)
from metricgain.store.planning import findings_of, refuse_errors, refuse_retired
from metricgain.store.replanning import outlined
from metricgain.store.workout_edits import (
    added_to,
    edited_sessions,
    slots_for,
    with_slots,
    workout_of,
)


async def edit_workout(
    change: Change,
    *,
    mesocycle_id: UUID,
    workout_id: UUID,
    exercises: Sequence[OutlineExercise],
) -> None:
    """Give a workout its exercises, in this order, for the rest of the block.

    Workouts that have begun stay as they are. An exercise that stays keeps its loads, a
    new one gets its first load from history. An edit older than the last one, or one
    that changes nothing, leaves all as it is. Raises NotFound, Conflict for a block
    that has ended, Invalid for what breaks a volume rule.
    """
    block = await load_running(change, mesocycle_id)
    before = workout_of(block, workout_id)
    if change.is_before(before.updated_at) or _same(before, exercises):
        return
    slots = slots_for(exercises, now=change.now)
    edited = with_slots(block, workout_id, slots)
    plan = await load_replan(
        change, edited, on=change.made_at.date(), edited={workout_id}
    )
    refuse_retired(added_to(before, slots), plan.gym.lifts)
    findings = findings_of(outlined(edited.workouts), plan.gym.lifts, plan.gym.lifter)
    refuse_errors(findings)
    await clear_slots(change, workout_id)
    await save_slots(change, [(workout_id, slots)], unit=str(plan.gym.lifter.unit))
    await touch_workout(change, workout_id)
    await save_shape(change, edited)
    await rewrite_sessions(change, mesocycle_id, edited_sessions(plan, before, slots))


def _same(before: Workout, exercises: Sequence[OutlineExercise]) -> bool:
    (outline,) = outlined([before])
    return outline.exercises == tuple(exercises)
