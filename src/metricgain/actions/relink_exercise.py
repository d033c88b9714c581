"""Let a name of another app stand for another exercise."""

from dataclasses import dataclass, replace

from metricgain.importers.words import fold
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.exercise_links import (
    ExerciseLink,
    find_exercise_name,
    load_links,
    move_imported_sets,
    move_links,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """The link as it is now, and how many sets moved with it."""

    link: ExerciseLink
    sets_moved: int


async def relink_exercise(
    change: Change, *, app: str, raw_name: str, exercise_id: int
) -> Relinked:
    """Give a name the exercise that the lifter chose, and its imported sets with it.

    Other spellings of the name go along, and a retired exercise of the lifter's own
    comes back. Sets that were logged here stay where they
    are. Raises NotFound for a name that was never imported (field `rawName`) and an
    exercise that is not there (field `exerciseId`), and Conflict where other names of
    the app stand for the same exercise, because their sets cannot be told apart.
    """
    links = {link.raw_name: link for link in await load_links(change.tx, app)}
    link = links.get(raw_name)
    if link is None:
        raise NotFound("no such name was imported from this app", field="rawName")
    name = await find_exercise_name(change.tx, exercise_id)
    if name is None:
        raise NotFound("there is no such exercise", field="exerciseId")
    new = replace(
        link,
        exercise_id=exercise_id,
        exercise_name=name,
        outcome="confirmed",
        score=100,
    )
    if new == link:
        return Relinked(link=link, sets_moved=0)
    if link.exercise_id == exercise_id:
        await move_links(change, app, [raw_name], exercise_id=exercise_id)
        return Relinked(link=new, sets_moved=0)
    sharing = [one for one in links.values() if one.exercise_id == link.exercise_id]
    _check_same_name(link, sharing)
    names = [one.raw_name for one in sharing]
    await move_links(change, app, names, exercise_id=exercise_id)
    moved = await move_imported_sets(
        change, app, before=link.exercise_id, after=exercise_id
    )
    return Relinked(link=new, sets_moved=moved)


def _check_same_name(link: ExerciseLink, sharing: list[ExerciseLink]) -> None:
    others = [
        one.raw_name for one in sharing if fold(one.raw_name) != fold(link.raw_name)
    ]
    if others:
        raise Conflict(
            f"the sets of this name cannot be told from those of {others[0]!r}",
            field="rawName",
            remedy="Both stand for the same exercise. Change the sets one by one.",
        )
