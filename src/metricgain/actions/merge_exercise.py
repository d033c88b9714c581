"""Make one exercise part of another, so that both have one history."""

from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.changes import Change
from metricgain.store.exercises import OWNER_BITS
from metricgain.store.merging import MergeState, merge, merge_state


async def merge_exercise(change: Change, *, exercise_id: int, into: int) -> int:
    """Give an exercise's whole history to another one; return how many sets moved.

    Sets, feedback, prescriptions, plans, templates and imported names go along, and
    the exercise is retired. Doing it again moves what has come in since. Raises
    Invalid for an exercise of the catalogue, for itself, and where weights mean
    something else (one side or both); NotFound; Conflict while a workout with it goes
    on, or while the running block has both in one workout.
    """
    if exercise_id >> OWNER_BITS == 0:
        raise Invalid("an exercise of the catalogue stays", field="exerciseId")
    if exercise_id == into:
        raise Invalid("an exercise is not merged into itself", field="into")
    state = await merge_state(change, exercise_id, into)
    if state is None:
        raise NotFound("one of both exercises does not exist", field="exerciseId")
    _check(state)
    return await merge(change, exercise_id, into, state)


def _check(state: MergeState) -> None:
    if state.into_is_retired:
        raise Invalid(
            "this exercise is retired and kept for its history only", field="into"
        )
    if state.per_side is not state.into_per_side:
        raise Invalid(
            "the weights of one are per side, those of the other are not",
            field="into",
            remedy="Change your own exercise first, if that is a mistake.",
        )
    if state.goes_on:
        raise Conflict(
            "a workout with this exercise goes on",
            field="exerciseId",
            remedy="Finish it first.",
        )
    if state.both_planned:
        raise Conflict(
            "your running block has both in the same workout",
            field="exerciseId",
            remedy="Take one of them out of the workout first.",
        )
