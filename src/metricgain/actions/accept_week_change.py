"""Move sets within a week, as it was offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.week_changes import is_accepted, load_offer, save_week_change


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSets:
    """The sets that the lifter has seen an exercise of a workout get."""

    workout_instance_id: UUID
    exercise_id: int
    sets: int


async def accept_week_change(
    change: Change,
    *,
    id: UUID,  # noqa: A002 - the name it has in every table
    instance_id: UUID,
    minutes: int | None,
    seen: Sequence[SeenSets],
) -> None:
    """Carry out what was offered for a skipped workout, or for one with little time.

    Accepting it again changes nothing. Raises NotFound, and Conflict where something
    else would be offered by now than the lifter has seen, or nothing.
    """
    if await is_accepted(change, id, instance_id):
        return
    offered = await load_offer(change.tx, instance_id, minutes=minutes)
    now = {
        (one.workout_id, one.exercise_id, one.new_sets)
        for one in offered.change.changes
    }
    if not now:
        raise Conflict("nothing is to be changed in this week", field="changes")
    if now != {(s.workout_instance_id, s.exercise_id, s.sets) for s in seen}:
        raise Conflict(
            "the week has changed since this was offered",
            field="changes",
            remedy="Look at what is offered now.",
        )
    await save_week_change(change, id, offered)
