"""The limits that no planner passes."""

from collections import Counter
from collections.abc import Iterator

from metricgain.engine.generator.cost import given_by
from metricgain.engine.generator.task import (
    FEWEST_SETS,
    HARD_SETS,
    MOST_AXIAL,
    MOST_DAYS_OF_EXERCISE,
    MOST_EXERCISES,
    MOST_OF_PATTERN,
    MOST_SETS_OF_DAY,
    Placed,
    Task,
)
from metricgain.engine.muscles import Muscle


def broken(task: Task, placed: Placed) -> list[str]:
    """Return the names of the limits that a week passes, none if it keeps them all."""
    return sorted(
        {*_of_exercises(task, placed), *_of_days(task, placed), *_of_week(task, placed)}
    )


def sets_by_day(task: Task, placed: Placed) -> list[Counter[Muscle]]:
    """Return the direct sets of every muscle on every day."""
    found = [Counter[Muscle]() for _ in task.weekdays]
    for (index, day), sets in placed.items():
        for muscle in task.options[index].direct:
            found[day][muscle] += sets
    return found


def _of_exercises(task: Task, placed: Placed) -> Iterator[str]:
    days: dict[int, set[int]] = {}
    for (index, day), sets in placed.items():
        days.setdefault(index, set()).add(day)
        if not FEWEST_SETS <= sets <= task.most_sets:
            yield "sets"
    for used in days.values():
        if len(used) > MOST_DAYS_OF_EXERCISE:
            yield "often"
        if any({a, b} <= used for a, b in task.adjacent):
            yield "next_day"


def _of_days(task: Task, placed: Placed) -> Iterator[str]:
    by_muscle = sets_by_day(task, placed)
    for day in range(len(task.weekdays)):
        mine = [
            (task.options[i], sets) for (i, on), sets in placed.items() if on == day
        ]
        seconds = sum(
            once + each * sets
            for (once, each), sets in [
                (task.seconds_of(option), sets) for option, sets in mine
            ]
        )
        patterns = Counter(option.pattern for option, _ in mine)
        checks = {
            "time": seconds > task.seconds,
            "exercises": len(mine) > MOST_EXERCISES,
            "day": sum(sets for _, sets in mine) > MOST_SETS_OF_DAY,
            "axial": sum(option.axial for option, _ in mine) > MOST_AXIAL,
            "pattern": max(patterns.values(), default=0) > MOST_OF_PATTERN,
            "muscle": max(by_muscle[day].values(), default=0) > task.most_of_muscle,
        }
        yield from (name for name, is_broken in checks.items() if is_broken)
    for a, b in task.adjacent:
        if any(
            by_muscle[a][m] >= HARD_SETS and by_muscle[b][m] >= HARD_SETS
            for m in Muscle
        ):
            yield "spacing"


def _of_week(task: Task, placed: Placed) -> Iterator[str]:
    for muscle, given in given_by(task, placed).items():
        need = task.needs[muscle]
        if given.direct > (need.twice if given.sessions > 1 else need.once):
            yield "mrv"
