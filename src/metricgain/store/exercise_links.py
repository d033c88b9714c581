"""The names of other apps and the exercises they stand for, after the import."""

from collections.abc import Sequence
from dataclasses import dataclass

from metricgain.store.archiving import bring_back
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLink:
    """A name, the exercise it stands for, and how that was found."""

    app: str
    raw_name: str
    exercise_id: int
    exercise_name: str
    outcome: str
    score: int


async def load_links(tx: Transaction, app: str | None = None) -> list[ExerciseLink]:
    """Return the links of the user's names, of all apps or of one."""
    rows = await tx.rows(sql("exercise_links_list"), tx.user_id, app)
    return [ExerciseLink(**dict(row)) for row in rows]


async def find_exercise_name(tx: Transaction, exercise_id: int) -> str | None:
    """Return the name of an exercise of the catalogue or of the user, or None.

    Those of the user may be retired.
    """
    name = await tx.value(sql("exercise_name_find"), tx.user_id, exercise_id)
    return name if isinstance(name, str) else None


async def move_links(
    change: Change, app: str, raw_names: Sequence[str], *, exercise_id: int
) -> None:
    """Let names stand for an exercise that the user chose; a retired one comes back."""
    await change.tx.run(
        sql("exercise_link_save"),
        change.user_id,
        app,
        list(raw_names),
        exercise_id,
        change.revision,
    )
    await change.tx.run(
        sql("exercise_revive"), change.user_id, exercise_id, change.revision
    )


async def knows_sets_of(tx: Transaction, app: str, raw_names: Sequence[str]) -> bool:
    """Tell whether it is known which sets of an app came under one of these names."""
    known = await tx.value(
        sql("imported_names_known"), tx.user_id, app, list(raw_names)
    )
    return known is True


async def move_imported_sets(
    change: Change,
    app: str,
    *,
    before: int,
    after: int,
    raw_names: Sequence[str] | None = None,
) -> int:
    """Move an app's sets from one exercise to another; return how many there were.

    With `raw_names`, only those that came under these names. A custom exercise that
    nothing is left of is retired.
    """
    await bring_back(change, exercises=[before])
    if raw_names is None:
        moved = await change.tx.value(
            sql("exercise_sets_move"),
            change.user_id,
            app,
            before,
            after,
            change.revision,
        )
    else:
        moved = await change.tx.value(
            sql("exercise_sets_split"),
            change.user_id,
            app,
            before,
            after,
            list(raw_names),
            change.revision,
        )
    await change.tx.run(
        sql("exercise_retire_unused"), change.user_id, before, change.revision
    )
    assert isinstance(moved, int)
    return moved
