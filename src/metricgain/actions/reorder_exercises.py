"""Do the exercises of one workout in another order."""

from collections.abc import Sequence
from uuid import UUID

from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.session_plan import SessionPlan, load_open_session, order_planned


async def reorder_exercises(
    change: Change, *, instance_id: UUID, order: Sequence[int]
) -> SessionPlan:
    """Put the exercises of one workout in this order; it names each of them once.

    Returns the session. Raises Invalid, NotFound, and Conflict when it is done.
    """
    plan = await load_open_session(change, instance_id)
    present = [each.exercise_id for each in plan.exercises]
    if sorted(order) != sorted(present):
        raise Invalid(
            "an order names every exercise of the workout once",
            field="order",
            remedy="Load the workout again: its exercises may have changed.",
        )
    if list(order) == present:
        return plan
    return await order_planned(change, plan, order)
