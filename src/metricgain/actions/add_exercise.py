"""Do one exercise more, in one workout."""

from typing import Final
from uuid import UUID

from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.session_plan import (
    PlannedExercise,
    SessionPlan,
    add_planned,
    load_open_session,
    with_first_load,
)

MOST_SETS: Final = 15


async def add_exercise(
    change: Change, *, instance_id: UUID, exercise_id: int, sets: int = 2
) -> SessionPlan:
    """Add an exercise at the end of one workout, with 1 to 15 sets.

    Load and reps come from the lifter's own history, the RIR from the week. Adding it
    again changes nothing. Returns the session. Raises Invalid, NotFound, and Conflict
    when the workout is done.
    """
    if not 1 <= sets <= MOST_SETS:
        raise Invalid("an exercise has 1 to 15 sets", field="sets")
    plan = await load_open_session(change, instance_id)
    if plan.find(exercise_id) is not None:
        return plan
    wanted = PlannedExercise(
        exercise_id=exercise_id,
        position=max((each.position for each in plan.exercises), default=0) + 1,
        target_sets=sets if plan.is_prescribed else None,
        projected_sets=sets,
        target_reps=None,
        target_reps_min=1,
        target_reps_max=1,
        target_weight=None,
        weight_unit="kg",
        target_rir=plan.week_rir,
    )
    return await add_planned(change, plan, await with_first_load(change, plan, wanted))
