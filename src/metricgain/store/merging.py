"""Make one exercise part of another, with everything that was done and planned."""

from dataclasses import dataclass

from metricgain.store.archiving import bring_back
from metricgain.store.changes import Change
from metricgain.store.database import sql
from metricgain.store.exercises import retire_own
from metricgain.store.templates import replace_in_templates


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeState:
    """Two exercises, and what may stand in the way.

    `goes_on` is a workout in progress with the first one, `both_planned` a workout of
    the running block that has both.
    """

    load_kind: str
    per_side: bool
    into_load_kind: str
    into_per_side: bool
    into_is_retired: bool
    goes_on: bool
    both_planned: bool


async def merge_state(change: Change, exercise_id: int, into: int) -> MergeState | None:
    """Return what is known of both; None unless the first is the user's own."""
    row = await change.tx.row(
        sql("exercise_merge_state"), change.user_id, exercise_id, into
    )
    return None if row is None else MergeState(**dict(row))


async def merge(change: Change, exercise_id: int, into: int, state: MergeState) -> int:
    """Move everything, retire what is left, and return how many sets moved.

    One statement for each kind of row, however long the history is.
    """
    await bring_back(change, exercises=[exercise_id])
    both = (change.user_id, exercise_id, into)
    differs = state.load_kind != state.into_load_kind
    moved = await change.tx.value(
        sql("exercise_merge_sets"),
        *both,
        state.load_kind if differs else None,
        change.revision,
    )
    for statement in (
        sql("exercise_merge_feedback"),
        sql("exercise_merge_prescriptions"),
        sql("exercise_merge_plans"),
        sql("exercise_merge_links"),
    ):
        await change.tx.run(statement, *both, change.revision)
    await replace_in_templates(change, exercise_id, into)
    await retire_own(change, exercise_id)
    assert isinstance(moved, int)
    return moved
