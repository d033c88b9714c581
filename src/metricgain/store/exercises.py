"""Exercises to choose from, and those that users add for themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Final, cast

from metricgain.catalogue.names import normalise
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.switches import Mode, Switch

_CATALOGUE: Final = "catalogue"
OWNER_BITS = 22
"""As in store/tables/metadata.py: an exercise's id is owner << 22 | number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRow:
    """An exercise as it is shown; `muscles` counts a set 1 or 0.5."""

    id: int
    name: str
    description: str | None
    muscle_group: MuscleGroup
    exercise_type: str
    equipment: str
    movement_pattern: str
    load_kind: str
    body_weight_factor: float
    per_side: bool
    unilateral: bool
    rep_min: int
    rep_max: int
    is_compound: bool
    traps_lifter: bool
    is_timed: bool
    skill_level: int
    joints: tuple[str, ...]
    is_system: bool
    is_retired: bool
    muscles: Mapping[Muscle, float]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExercise:
    """An exercise that a user adds; the id carries its owner."""

    id: int
    name: str
    muscle_group: MuscleGroup
    exercise_type: str
    equipment: str
    movement_pattern: str
    muscles: Mapping[Muscle, float]
    description: str | None = None
    load_kind: str = "external"
    body_weight_factor: float = 0.0
    per_side: bool = False
    unilateral: bool = False
    rep_min: int = 8
    rep_max: int = 15
    is_compound: bool = False
    traps_lifter: bool = False
    is_timed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What exercises to look for: words of a name, a group, a type."""

    words: str | None = None
    group: MuscleGroup | None = None
    exercise_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnState:
    """When an own exercise was changed and deleted last, and whether it is in use."""

    changed_at: datetime | None
    deleted_at: datetime | None
    is_used: bool


async def find_exercises(
    tx: Transaction, wanted: Wanted, *, after: tuple[str, int] | None, limit: int
) -> list[ExerciseRow]:
    """Return exercises by name, after a place in that order; none that is retired."""
    match tx.switches.mode(Switch.CATALOGUE_CACHE):
        case Mode.OFF:
            return await _search(tx, wanted, after, limit)
        case Mode.ON:
            found = await _recall(tx, wanted, after, limit)
            return await _search(tx, wanted, after, limit) if found is None else found
        case Mode.SHADOW:
            plain = await _search(tx, wanted, after, limit)
            found = await _recall(tx, wanted, after, limit)
            if found is not None and found != plain:
                tx.switches.differ(
                    Switch.CATALOGUE_CACHE, question="exercises", user_id=tx.user_id
                )
            return plain


async def keep_catalogue(tx: Transaction) -> None:
    """Keep the catalogue that is loaded in memory before anybody asks for it."""
    version = await tx.value(sql("catalogue_version"))
    if isinstance(version, str):
        await _kept(tx, version)


async def _search(
    tx: Transaction, wanted: Wanted, after: tuple[str, int] | None, limit: int
) -> list[ExerciseRow]:
    name, exercise_id = after or (None, None)
    rows = await tx.rows(
        sql("exercises_search"),
        tx.user_id,
        None,
        _pattern(wanted.words),
        wanted.group,
        wanted.exercise_type,
        name,
        exercise_id,
        limit,
    )
    return [_exercise(row) for row in rows]


async def _recall(
    tx: Transaction, wanted: Wanted, after: tuple[str, int] | None, limit: int
) -> list[ExerciseRow] | None:
    """Return what a search finds from memory, or None where only the database knows.

    The database compares words in its own way, and sorts a user's own exercises among
    the others. Asking whether there are any tells the version of the catalogue too, so
    that one that another process has loaded is never overlooked.
    """
    if _pattern(wanted.words) is not None:
        return None
    state = await tx.row(sql("catalogue_beside_own"), tx.user_id)
    if state is None or state["version"] is None or state["has_own"]:
        return None
    rows = await _kept(tx, state["version"])
    if after is not None:
        places = [
            place for place, row in enumerate(rows) if (row.name, row.id) == after
        ]
        if not places:
            return None
        rows = rows[places[0] + 1 :]
    found = (
        row
        for row in rows
        if wanted.group in (None, row.muscle_group)
        and wanted.exercise_type in (None, row.exercise_type)
    )
    return list(islice(found, limit))


async def _kept(tx: Transaction, version: str) -> tuple[ExerciseRow, ...]:
    kept = tx.memory.recall(_CATALOGUE, version)
    if kept is None:
        rows = await tx.rows(sql("catalogue_exercises"))
        kept = tuple(_exercise(row) for row in rows)
        tx.memory.keep(_CATALOGUE, version, kept)
    return cast("tuple[ExerciseRow, ...]", kept)


async def load_exercise(tx: Transaction, exercise_id: int) -> ExerciseRow:
    """Return one exercise, retired or not. Raises NotFound."""
    unlimited = (None,) * 5
    row = await tx.row(sql("exercises_search"), tx.user_id, exercise_id, *unlimited, 1)
    if row is None:
        raise NotFound("there is no such exercise", field="exerciseId")
    return _exercise(row)


async def own_state(change: Change, exercise_id: int) -> OwnState:
    """Return what stands in the way of writing or deleting an own exercise."""
    row = await change.tx.row(sql("exercise_state"), change.user_id, exercise_id)
    assert row is not None
    return OwnState(
        changed_at=row["changed_at"],
        deleted_at=row["deleted_at"],
        is_used=row["is_used"],
    )


async def store_own(change: Change, own: OwnExercise) -> None:
    """Write an own exercise with its muscles."""
    await change.tx.run(
        sql("exercise_save"),
        change.user_id,
        own.id,
        own.name,
        own.description,
        own.muscle_group,
        own.exercise_type,
        own.equipment,
        own.movement_pattern,
        own.load_kind,
        Decimal(str(own.body_weight_factor)),
        own.per_side,
        own.unilateral,
        own.rep_min,
        own.rep_max,
        own.is_compound,
        own.traps_lifter,
        own.is_timed,
        change.made_at,
        change.revision,
    )
    change.touched.exercises.add(own.id)
    await change.tx.run(
        sql("exercise_muscles_save"),
        own.id,
        list(own.muscles),
        [Decimal(str(share)) for share in own.muscles.values()],
    )


async def retire_own(change: Change, exercise_id: int) -> None:
    """Keep an own exercise for its history only."""
    await change.tx.run(
        sql("exercise_retire"),
        change.user_id,
        exercise_id,
        change.made_at,
        change.revision,
    )


async def delete_own(change: Change, exercise_id: int) -> None:
    """Delete an own exercise that nothing was done with."""
    await change.tx.run(
        sql("exercise_delete"),
        change.user_id,
        exercise_id,
        change.made_at,
        change.revision,
    )


def _pattern(words: str | None) -> str | None:
    """Return the words as names are compared, with no character that LIKE reads."""
    if words is None or not normalise(words):
        return None
    plain = normalise(words).replace("\\", "\\\\")
    return plain.replace("%", "\\%").replace("_", "\\_")


def _exercise(row: Row) -> ExerciseRow:
    muscles: Mapping[str, float] = row["muscles"] or {}
    return ExerciseRow(
        id=row["id"],
        name=row["name"],
        description=row["description"],
        muscle_group=MuscleGroup(row["muscle_group"]),
        exercise_type=row["exercise_type"],
        equipment=row["equipment"],
        movement_pattern=row["movement_pattern"],
        load_kind=row["load_kind"],
        body_weight_factor=float(row["body_weight_factor"]),
        per_side=row["per_side"],
        unilateral=row["unilateral"],
        rep_min=row["rep_min"],
        rep_max=row["rep_max"],
        is_compound=row["is_compound"],
        traps_lifter=row["traps_lifter"],
        is_timed=row["is_timed"],
        skill_level=row["skill_level"],
        joints=tuple(row["joints"]),
        is_system=row["is_system"],
        is_retired=row["is_retired"],
        muscles={m: float(muscles[m]) for m in Muscle if m in muscles},
        aliases=tuple(row["aliases"] or ()),
    )
