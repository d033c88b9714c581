"""Choose other exercises for a workout, for the rest of its block."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.outline import OutlineExercise
from metricgain.kit.errors import NotFound
from metricgain.kit.ids import uuid7
from metricgain.kit.notes import checked_note
from metricgain.store.changes import Change
from metricgain.store.editing import (
    load_replan,
    load_running,
    save_shape,
    touch_workout,
)
from metricgain.store.mesocycles import (
    Slot,
    StoredBlock,
    Workout,
    clear_slots,
    rewrite_sessions,
    save_slots,
)
from metricgain.store.planning import findings_of, refuse_errors, refuse_retired
from metricgain.store.replanning import chosen_sets, outlined, replanned


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
    before = next((w for w in block.workouts if w.id == workout_id), None)
    if before is None:
        raise NotFound("this block has no such workout", field="workoutId")
    if change.made_at < before.updated_at or _same(before, exercises):
        return
    slots = tuple(_slot(change, one) for one in exercises)
    edited = _with(block, replace(before, slots=slots))
    plan = await load_replan(
        change, edited, on=change.made_at.date(), edited={workout_id}
    )
    new = {s.exercise_id for s in slots} - {s.exercise_id for s in before.slots}
    refuse_retired(sorted(new), plan.gym.lifts)
    findings = findings_of(outlined(edited.workouts), plan.gym.lifts, plan.gym.lifter)
    refuse_errors(findings)
    await clear_slots(change, workout_id)
    await save_slots(change, [(workout_id, slots)], unit=str(plan.gym.lifter.unit))
    await touch_workout(change, workout_id)
    await save_shape(change, edited)
    sets_before = {slot.exercise_id: slot.sets for slot in before.slots}
    changed = {
        slot.exercise_id
        for slot in slots
        if sets_before.get(slot.exercise_id, slot.sets) != slot.sets
    }
    await rewrite_sessions(
        change,
        mesocycle_id,
        [
            chosen_sets(session, changed, slots)
            for session in replanned(plan)
            if session.workout_id == workout_id
        ],
    )


def _slot(change: Change, one: OutlineExercise) -> Slot:
    return Slot(
        id=uuid7(change.now),
        exercise_id=one.exercise_id,
        sets=one.sets,
        rep_min=one.rep_min,
        rep_max=one.rep_max,
        superset=one.superset,
        notes=checked_note(one.notes, field="notes"),
    )


def _same(before: Workout, exercises: Sequence[OutlineExercise]) -> bool:
    (outline,) = outlined([before])
    return outline.exercises == tuple(exercises)


def _with(block: StoredBlock, edited: Workout) -> StoredBlock:
    return replace(
        block,
        workouts=tuple(edited if w.id == edited.id else w for w in block.workouts),
    )
