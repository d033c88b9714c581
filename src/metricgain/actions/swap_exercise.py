"""Do another exercise instead, in one workout."""

from dataclasses import replace
from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.session_plan import (
    SessionPlan,
    load_open_session,
    swap_planned,
    with_first_load,
)


async def swap_exercise(
    change: Change, *, instance_id: UUID, exercise_id: int, new_exercise_id: int
) -> SessionPlan:
    """Put another exercise in the place of one, for this workout only.

    It keeps the sets and the RIR; load and reps come from the lifter's own history of
    the new exercise. Sets that were logged of the old one stay. Swapping again changes
    nothing. Returns the session. Raises NotFound, and Conflict when the new one is in
    the workout already, or the workout is done.
    """
    plan = await load_open_session(change, instance_id)
    old, new = plan.find(exercise_id), plan.find(new_exercise_id)
    if exercise_id == new_exercise_id and old is not None:
        return plan
    if old is None:
        if new is None:
            raise NotFound("this exercise is not in the workout", field="exercise_id")
        return plan
    if new is not None:
        raise Conflict(
            "this exercise is in the workout already",
            field="new_exercise_id",
            remedy="Remove one of the two, or choose another exercise.",
        )
    wanted = replace(
        old,
        exercise_id=new_exercise_id,
        target_reps=None,
        target_weight=None,
        swap=None,
        because="",
        rule_id="",
    )
    loaded = await with_first_load(change, plan, wanted)
    return await swap_planned(change, plan, exercise_id, loaded)
