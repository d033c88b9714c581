"""Note something about an exercise of a workout."""

from dataclasses import replace
from uuid import UUID

from metricgain.kit.notes import checked_note
from metricgain.store.changes import Change
from metricgain.store.feedback import (
    ExerciseFeedback,
    find_exercise_feedback,
    save_exercise_feedback,
)
from metricgain.store.logs import open_log


async def save_notes(
    change: Change, *, log_id: UUID, exercise_id: int, note: str | None
) -> ExerciseFeedback | None:
    """Write the note about an exercise in one workout; an empty one takes it away.

    The later note stays; an earlier one only fills in where there is none. Returns
    what is noted now, None when the workout was deleted after this. Raises Invalid,
    NotFound. Notes about the whole workout belong to edit_workout_log.
    """
    note = checked_note(note, field="note")
    log = await open_log(change, log_id, at=change.made_at)
    if log is None:
        return None
    found = await find_exercise_feedback(change, log_id, exercise_id)
    if change.is_before(found.recorded_at) and found.note is not None:
        return found
    new = replace(found, note=note, recorded_at=change.later_of(found.recorded_at))
    if new != found:
        await save_exercise_feedback(change, new)
    return new
