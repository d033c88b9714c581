"""Let a name of another app stand for another exercise."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from metricgain.importers.custom import custom_exercise
from metricgain.importers.words import fold
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.exercise_links import (
    ExerciseLink,
    find_exercise_name,
    knows_sets_of,
    load_links,
    move_imported_sets,
    move_links,
)
from metricgain.store.importing import (
    OwnExercise,
    free_exercise_id,
    load_named_exercises,
    save_own_exercises,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """The link as it is now, and how many sets moved with it."""

    link: ExerciseLink
    sets_moved: int


async def relink_exercise(
    change: Change, *, app: str, raw_name: str, exercise_id: int | None
) -> Relinked:
    """Give a name the exercise that the lifter chose, and its imported sets with it.

    None is an exercise of the lifter's own with this name, which is made unless there
    is one. Other spellings of the name go along, and a retired exercise of the lifter's
    own comes back. Where other names of the app stand for the same exercise, only the
    sets that came under this one move: this is how names that were merged are split.
    Sets that were logged here stay where they are. Raises NotFound for a name that was
    never imported (field `rawName`) and an exercise that is not there (field
    `exerciseId`), and Conflict where the exercise has the name's own name already, or
    where nothing tells its sets from those of other names.
    """
    links = {link.raw_name: link for link in await load_links(change.tx, app)}
    link = links.get(raw_name)
    if link is None:
        raise NotFound("no such name was imported from this app", field="rawName")
    chosen = await _chosen(change, link, exercise_id)
    new = replace(
        link,
        exercise_id=chosen.exercise_id,
        exercise_name=chosen.name,
        outcome="confirmed",
        score=100,
    )
    if new == link:
        return Relinked(link=link, sets_moved=0)
    if link.exercise_id == new.exercise_id:
        await move_links(change, app, [raw_name], exercise_id=new.exercise_id)
        return Relinked(link=new, sets_moved=0)
    sharing = [one for one in links.values() if one.exercise_id == link.exercise_id]
    names = [one.raw_name for one in sharing if _is_same_name(one, link)]
    others = [one for one in sharing if not _is_same_name(one, link)]
    await _check_told_apart(change, app, names, others)
    if chosen.is_new:
        await _make(change, chosen.exercise_id, raw_name)
    await move_links(change, app, names, exercise_id=new.exercise_id)
    moved = await move_imported_sets(
        change,
        app,
        before=link.exercise_id,
        after=new.exercise_id,
        raw_names=names if others else None,
    )
    return Relinked(link=new, sets_moved=moved)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a name is to mean; `is_new` is still to be made."""

    exercise_id: int
    name: str
    is_new: bool = False


async def _chosen(
    change: Change, link: ExerciseLink, exercise_id: int | None
) -> _Chosen:
    if exercise_id is None:
        return await _own(change, link)
    name = await find_exercise_name(change.tx, exercise_id)
    if name is None:
        raise NotFound("there is no such exercise", field="exerciseId")
    return _Chosen(exercise_id, name)


async def _own(change: Change, link: ExerciseLink) -> _Chosen:
    """Return the lifter's own exercise with this name, or a new one."""
    own = [one for one in await load_named_exercises(change.tx) if not one.is_system]
    spelling = fold(link.raw_name) or link.raw_name
    for one in own:
        if (fold(one.name) or one.name) == spelling:
            if one.exercise_id == link.exercise_id:
                raise Conflict(
                    "this exercise has this name already",
                    field="rawName",
                    remedy="Split the other names off, or choose another exercise.",
                )
            return _Chosen(one.exercise_id, one.name)
    taken = {one.exercise_id for one in own}
    found = free_exercise_id(change.user_id, spelling, taken)
    return _Chosen(found, link.raw_name, is_new=True)


async def _make(change: Change, exercise_id: int, raw_name: str) -> None:
    made = asdict(custom_exercise(raw_name))
    await save_own_exercises(change, [OwnExercise(exercise_id=exercise_id, **made)])


def _is_same_name(one: ExerciseLink, other: ExerciseLink) -> bool:
    return fold(one.raw_name) == fold(other.raw_name)


async def _check_told_apart(
    change: Change, app: str, names: Sequence[str], others: Sequence[ExerciseLink]
) -> None:
    if others and not await knows_sets_of(change.tx, app, names):
        other = others[0].raw_name
        raise Conflict(
            f"the sets of this name cannot be told from those of {other!r}",
            field="rawName",
            remedy="Both stand for the same exercise, and were imported before it was"
            " kept which set came under which name. Change the sets one by one.",
        )
