"""A workout of a running block with other exercises, and its sessions ahead."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.outline import OutlineExercise
from metricgain.kit.errors import NotFound
from metricgain.kit.ids import uuid7
from metricgain.kit.notes import checked_note
from metricgain.store.mesocycles import Session, Slot, StoredBlock, Workout
from metricgain.store.replanning import Replan, chosen_sets, replanned


def workout_of(block: StoredBlock, workout_id: UUID) -> Workout:
    """Return a workout of the plan of a block. Raises NotFound."""
    found = next((w for w in block.workouts if w.id == workout_id), None)
    if found is None:
        raise NotFound("this block has no such workout", field="workoutId")
    return found


def slots_for(
    exercises: Sequence[OutlineExercise], *, now: datetime
) -> tuple[Slot, ...]:
    """Return chosen exercises as rows of the plan. Raises Invalid for a bad note."""
    return tuple(
        Slot(
            id=uuid7(now),
            exercise_id=one.exercise_id,
            sets=one.sets,
            rep_min=one.rep_min,
            rep_max=one.rep_max,
            superset=one.superset,
            notes=checked_note(one.notes, field="notes"),
        )
        for one in exercises
    )


def with_slots(
    block: StoredBlock, workout_id: UUID, slots: tuple[Slot, ...]
) -> StoredBlock:
    """Return a block whose workout has these exercises."""
    return replace(
        block,
        workouts=tuple(
            replace(w, slots=slots) if w.id == workout_id else w for w in block.workouts
        ),
    )


def edited_sessions(
    plan: Replan, before: Workout, slots: Sequence[Slot]
) -> list[Session]:
    """Return the open sessions of an edited workout as they come to be."""
    sets_before = {slot.exercise_id: slot.sets for slot in before.slots}
    changed = {
        slot.exercise_id
        for slot in slots
        if sets_before.get(slot.exercise_id, slot.sets) != slot.sets
    }
    return [
        chosen_sets(session, changed, slots)
        for session in replanned(plan)
        if session.workout_id == before.id
    ]


def added_to(before: Workout, slots: Sequence[Slot]) -> list[int]:
    """Return the exercises that the workout did not have, by id."""
    had = {slot.exercise_id for slot in before.slots}
    return sorted({slot.exercise_id for slot in slots} - had)
