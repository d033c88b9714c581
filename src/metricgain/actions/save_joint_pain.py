"""Answer whether an exercise hurt."""

from dataclasses import replace
from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.feedback import (
    ExerciseFeedback,
    check_level,
    find_exercise_feedback,
    save_exercise_feedback,
)
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import open_log


async def save_joint_pain(
    change: Change, *, log_id: UUID, exercise_id: int, joint_pain: int | None
) -> ExerciseFeedback | None:
    """Write the joint pain of an exercise, 0 to 3, in one workout.

    The later answer stays; an earlier one only fills in what is unanswered. Returns
    what is noted now, None when the workout was deleted after this. Raises Invalid,
    NotFound.
    """
    check_level(joint_pain, field="joint_pain")
    log = await open_log(change, log_id, at=change.made_at)
    if log is None:
        return None
    found = await find_exercise_feedback(change, log_id, exercise_id)
    if change.is_before(found.recorded_at) and found.joint_pain is not None:
        return found
    at = change.later_of(found.recorded_at)
    new = replace(found, joint_pain=joint_pain, recorded_at=at)
    if new != found:
        await save_exercise_feedback(change, new)
        await reconsider_log(change, log)
    return new
