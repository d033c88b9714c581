"""A week that somebody else made, brought within the limits of every plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metricgain.engine.generator.board import Board
from metricgain.engine.generator.greedy import fill
from metricgain.engine.generator.options import Option, refusal
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.task import FEWEST_SETS, Place, Placed, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """An exercise as somebody else planned it: sets of the first week on a weekday.

    `exercise_id` is None for a name that nobody knows.
    """

    name: str
    exercise_id: int | None
    weekday: int
    sets: int


class RepairCode(StrEnum):
    """What was done to a plan, as docs/engine/generator.md lists it."""

    UNKNOWN = "repair.unknown"
    RULED_OUT = "repair.ruled_out"
    DAY = "repair.day"
    NO_ROOM = "repair.no_room"
    SETS = "repair.sets"
    ADDED = "repair.added"
    WEEKS = "repair.weeks"
    EMPHASIS = "repair.emphasis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One thing that was mended; `place` is the exercise or the block it is about."""

    code: RepairCode
    place: str
    because: str


RULED_OUT: Final[Mapping[str, str]] = {
    "banned": "It was left out: you have ruled it out.",
    "equipment": "It was left out: you do not have the equipment.",
    "injuries": "It was left out: it loads a joint that hurts.",
    "experience": "It was left out: it takes more practice than you have.",
    "health": "It was left out: it is too heavy for light training.",
    "kind": "It was left out: exercises of its kind are not planned.",
}


def ruled_out(wished: Wished, option: Option | None, profile: Profile) -> Repair | None:
    """Return why an exercise cannot be planned at all, None if it can."""
    if option is None:
        code, because = RepairCode.UNKNOWN, "It was left out: nobody knows it here."
    elif wish := refusal(option, profile):
        code, because = RepairCode.RULED_OUT, RULED_OUT[wish]
    elif wished.weekday not in profile.weekdays:
        code, because = RepairCode.DAY, "It was left out: you do not train on that day."
    else:
        return None
    return Repair(code=code, place=wished.name, because=because)


def repaired(task: Task, wishes: Sequence[Wished]) -> tuple[Placed, tuple[Repair, ...]]:
    """Return the week nearest to what was wished that keeps every limit.

    Wishes are taken in their order, with fewer sets where the limits ask for it; what
    finds no room is left out. Then the gaps are filled as the greedy planner would.
    """
    board = Board(task)
    asked = _by_place(task, wishes)
    for place, sets in asked.items():
        _place(board, place, sets)
    fill(board)
    placed = dict(sorted(board.sets.items()))
    return placed, tuple(_mended(task, asked, placed))


def _by_place(task: Task, wishes: Sequence[Wished]) -> dict[Place, int]:
    indexes = {one.exercise_id: index for index, one in enumerate(task.options)}
    days = {weekday: day for day, weekday in enumerate(task.weekdays)}
    found: dict[Place, int] = {}
    for wish in wishes:
        index, day = indexes.get(wish.exercise_id or 0), days.get(wish.weekday)
        if index is not None and day is not None:
            found[index, day] = found.get((index, day), 0) + wish.sets
    return found


def _place(board: Board, place: Place, sets: int) -> None:
    most = max(FEWEST_SETS, min(sets, board.task.most_sets))
    for fewer in range(most, FEWEST_SETS - 1, -1):
        if board.may(place, fewer):
            board.put(place, fewer)
            return


def _mended(task: Task, asked: Mapping[Place, int], placed: Placed) -> Iterator[Repair]:
    for place, sets in asked.items():
        now = placed.get(place, 0)
        name = task.options[place[0]].name
        if now == 0:
            yield Repair(
                code=RepairCode.NO_ROOM,
                place=name,
                because="It was left out: the limits of a plan leave no room for it.",
            )
        elif now != sets:
            yield Repair(
                code=RepairCode.SETS,
                place=name,
                because=f"It has {now} sets instead of {sets}.",
            )
    for place, sets in placed.items():
        if place not in asked:
            yield Repair(
                code=RepairCode.ADDED,
                place=task.options[place[0]].name,
                because=f"It was added with {sets} sets, to fill a gap.",
            )
