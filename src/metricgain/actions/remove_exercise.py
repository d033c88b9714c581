"""Leave one exercise out, in one workout."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.session_plan import SessionPlan, drop_planned, load_open_session


async def remove_exercise(
    change: Change, *, instance_id: UUID, exercise_id: int
) -> SessionPlan:
    """Take an exercise out of one workout; sets that were logged of it stay.

    Removing it again changes nothing. Returns the session. Raises NotFound, and
    Conflict when the workout is done.
    """
    plan = await load_open_session(change, instance_id)
    if plan.find(exercise_id) is None:
        return plan
    return await drop_planned(change, plan, exercise_id)
