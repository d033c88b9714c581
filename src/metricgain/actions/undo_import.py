"""Take back an import."""

from dataclasses import dataclass
from uuid import UUID

from metricgain.importers.identity import set_id
from metricgain.kit.errors import Conflict
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.exercises import delete_own, own_state
from metricgain.store.undoing import (
    Brought,
    KeptWorkout,
    bury_sets,
    load_brought,
    note_undone,
    take_measures,
    take_names,
    take_sets,
    take_workouts,
    workouts_to_keep,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What went with an import, and the workouts that stay, with the sets in them."""

    workouts: int
    sets: int
    measures: int
    kept: tuple[KeptWorkout, ...]


async def undo_import(change: Change, *, import_id: UUID) -> Undone:
    """Remove exactly what an import brought; what the user has done since stays.

    Sets that were changed stay with their workout, and so do workouts with sets,
    answers or notes of the user's own. Names and custom exercises that were made for
    the import go if nothing uses them. The file can be imported again. Raises NotFound,
    and Conflict for an import that is undone already.
    """
    brought = await load_brought(change, import_id)
    if brought.undone_at is not None:
        raise Conflict("this import is undone already", field="importId")
    taken = await take_sets(
        change,
        [
            (log_id, set_id(log_id, ordinal))
            for log_id, count in brought.logs
            for ordinal in range(count)
        ],
    )
    kept = await workouts_to_keep(change, [log_id for log_id, _ in brought.logs])
    staying = {one.id for one in kept}
    await bury_sets(
        change,
        [(log_id, one) for log_id in staying for one in taken.get(log_id, ())],
    )
    workouts = await take_workouts(
        change, [log_id for log_id, _ in brought.logs if log_id not in staying]
    )
    await take_names(change, brought)
    await _take_exercises(change, brought)
    measures = await take_measures(change, import_id)
    await note_undone(change, import_id)
    await note_event(change.tx, change.user_id, "import_undone", now=change.now)
    return Undone(
        workouts=workouts,
        sets=sum(len(ids) for ids in taken.values()),
        measures=measures,
        kept=tuple(kept),
    )


async def _take_exercises(change: Change, brought: Brought) -> None:
    for exercise_id in brought.exercises:
        state = await own_state(change, exercise_id)
        if state.changed_at is not None and not state.is_used:
            await delete_own(change, exercise_id)
