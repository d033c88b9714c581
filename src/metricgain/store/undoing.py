"""Takes back what an import brought, and leaves what the user has done since."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.database import sql

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """An import and what it brought: workouts, names and custom exercises.

    With each workout stands how many sets the file has in it.
    """

    id: UUID
    app: str
    file_name: str
    logs: tuple[tuple[UUID, int], ...]
    names: tuple[str, ...]
    exercises: tuple[int, ...]
    revision: int
    created_at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWorkout:
    """A workout that stays because it holds something of the user's own."""

    id: UUID
    name: str | None
    local_date: date
    sets: int


async def load_brought(change: Change, import_id: UUID) -> Brought:
    """Return what an import brought. Raises NotFound."""
    row = await change.tx.row(sql("undo_load"), change.user_id, import_id)
    if row is None:
        raise NotFound("there is no such import", field="importId")
    made = row["made"]
    return Brought(
        id=row["id"],
        app=row["app"],
        file_name=row["file_name"],
        logs=tuple(zip(row["log_ids"], row["log_sets"], strict=True)),
        names=tuple(made.get("names", ())),
        exercises=tuple(one["exercise_id"] for one in made.get("exercises", ())),
        revision=row["revision"],
        created_at=row["created_at"],
        undone_at=row["undone_at"],
    )


async def take_sets(
    change: Change, sets: Sequence[tuple[UUID, int]]
) -> dict[UUID, list[int]]:
    """Delete those of the sets that nobody has changed; return them by workout."""
    found: dict[UUID, list[int]] = defaultdict(list)
    # A few at once: no plan that looks at all of a long history for each set.
    for begin in range(0, len(sets), _AT_ONCE):
        part = sets[begin : begin + _AT_ONCE]
        rows = await change.tx.rows(
            sql("undo_sets"),
            change.user_id,
            [log_id for log_id, _ in part],
            [set_id for _, set_id in part],
            change.revision,
        )
        for row in rows:
            found[row["workout_log_id"]] += row["ids"]
    return found


async def workouts_to_keep(
    change: Change, log_ids: Sequence[UUID]
) -> list[KeptWorkout]:
    """Return the workouts that hold something of the user's own."""
    rows = await change.tx.rows(sql("undo_kept"), change.user_id, list(log_ids))
    return [KeptWorkout(**dict(row)) for row in rows]


async def take_workouts(change: Change, log_ids: Sequence[UUID]) -> int:
    """Delete workouts, for other devices too; return how many there were."""
    ids = list(log_ids)
    await change.tx.run(sql("undo_soreness"), change.user_id, ids, change.revision)
    row = await change.tx.row(
        sql("undo_logs"), change.user_id, ids, change.now, change.revision
    )
    assert row is not None
    change.touched.days.update(row["were_on"] or ())
    count: int = row["workouts"]
    return count


async def bury_sets(change: Change, sets: Sequence[tuple[UUID, int]]) -> None:
    """Let other devices hear that sets are gone whose workouts stay."""
    if sets:
        await change.tx.run(
            sql("undo_bury_sets"),
            change.user_id,
            [f"{log_id}/{set_id}" for log_id, set_id in sets],
            change.now,
            change.revision,
        )


async def take_names(change: Change, brought: Brought) -> None:
    """Forget the names that an import taught and nothing else stands on."""
    await change.tx.value(
        sql("undo_links"),
        change.user_id,
        brought.app,
        list(brought.names),
        brought.revision,
        change.now,
        change.revision,
    )


async def take_measures(change: Change, import_id: UUID) -> int:
    """Delete the measures of the body that an import brought; return how many."""
    return await change.tx.run(sql("undo_measures"), change.user_id, import_id)


async def note_undone(change: Change, import_id: UUID) -> None:
    """Remember that an import was undone."""
    await change.tx.run(
        sql("undo_note"), change.user_id, import_id, change.now, change.revision
    )
