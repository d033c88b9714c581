"""The planner that is always there: the best next step, until no step helps.

It begins with an empty week, which keeps every limit, and takes no step that breaks
one. So it always answers, and what it cannot meet is left over to be told.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

from metricgain.engine.generator.board import Board
from metricgain.engine.generator.task import FEWEST_SETS, Place, Placed, Task

MOST_STEPS: Final = 200
MOST_ROUNDS: Final = 6
_START_SETS: Final = (2, 3)

Step: TypeAlias = tuple[float, int]
"""What a change is worth, and the sets that it comes to."""


def plan_greedily(task: Task) -> Placed:
    """Return a week that keeps every limit, the same for the same task."""
    board = Board(task)
    fill(board)
    for _ in range(MOST_ROUNDS):
        before = board.cost()
        _replace(board)
        fill(board)
        if board.cost() >= before:
            break
    return dict(sorted(board.sets.items()))


def fill(board: Board) -> None:
    """Take the step that helps most for its time, again and again."""
    worths: dict[Place, Step] = {}
    for _ in range(MOST_STEPS):
        for place in _places(board):
            if place not in worths:
                worths[place] = _best_step(board, place)
        if not worths:
            return
        place = max(worths, key=lambda one: (worths[one][0], one))
        if worths[place][0] <= 0:
            return
        worth, sets = _best_step(board, place)
        if worth > 0:
            board.put(place, sets)
            _forget(board, worths, place)
        else:
            worths[place] = (worth, sets)


def _forget(board: Board, worths: dict[Place, Step], changed: Place) -> None:
    """Drop what a change has made wrong: its day, its exercise, its muscles."""
    options = board.task.options
    muscles = options[changed[0]].contributions.keys()
    for place in list(worths):
        same = place[0] == changed[0] or place[1] == changed[1]
        if same or muscles & options[place[0]].contributions.keys():
            del worths[place]


def _places(board: Board) -> Iterator[Place]:
    for index in range(len(board.task.options)):
        for day in range(len(board.task.weekdays)):
            yield index, day


def _best_step(board: Board, place: Place) -> Step:
    """Return the most that a change of one exercise on one day is worth."""
    now = board.sets.get(place, 0)
    best: Step = (0.0, now)
    for sets in (now - 1, now + 1) if now else _START_SETS:
        wanted = 0 if sets < FEWEST_SETS else sets
        if board.may(place, wanted):
            worth = _worth(board, place, wanted)
            if worth > best[0]:
                best = (worth, wanted)
    return best


def _worth(board: Board, place: Place, sets: int) -> float:
    """Return the points that a change saves, by the minute that it takes."""
    gain = board.gain(place, sets)
    more = sets - board.sets.get(place, 0)
    once, each = board.task.seconds_of(board.task.options[place[0]])
    if gain <= 0 or more <= 0:
        return float(gain)
    started = once if place not in board.sets else 0
    return gain * 60 / max(1, started + each * more)


def _replace(board: Board) -> None:
    """Put other exercises in the place of some, and some on other days."""
    for place in sorted(board.sets):
        sets = board.sets.get(place)
        if sets is None:
            continue
        start = board.cost()
        board.put(place, 0)
        empty = board.cost()
        best, chosen = start, (place, sets)
        for other in _others(board, place):
            for count in range(FEWEST_SETS, board.task.most_sets + 1):
                if not board.may(other, count):
                    continue
                found = empty - board.gain(other, count)
                if found < best:
                    best, chosen = found, (other, count)
        if best <= empty:
            board.put(*chosen)


def _others(board: Board, place: Place) -> Iterator[Place]:
    """Return where its work could be done instead: elsewhere, or by another."""
    task = board.task
    muscles = set(task.options[place[0]].direct)
    for index, option in enumerate(task.options):
        if muscles & set(option.direct):
            for day in range(len(task.weekdays)):
                if (index, day) not in board.sets:
                    yield index, day
