"""What is wrong with a planned week, in points: planners look for the fewest.

Both planners add up the same points, so that their plans can be compared.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from metricgain.engine.generator.needs import Need
from metricgain.engine.generator.options import Option
from metricgain.engine.generator.task import Placed, Task
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.ramp import MOST_SETS_TO_ADD_TO

UNDER: Final[Mapping[Emphasis, int]] = {
    Emphasis.EMPHASIZE: 30,
    Emphasis.GROW: 12,
    Emphasis.MAINTAIN: 12,
}
"""For a set less than the first week shall have."""
UNKEPT: Final = 5
"""For half a set less than keeps a muscle's size, halves included."""
OVER: Final = 6
SLACK: Final = 2
"""So many sets more than planned cost nothing: exercises train several muscles."""
RARELY: Final = 25
OFTEN_FROM_START: Final = 4
OFTEN_FROM_GOAL: Final = 6
CROWDED: Final = 2
CROWDED_FROM: Final = 5
LONG: Final = 3
LONG_FROM: Final = 4
EMPTY_DAY: Final = 60
UNEVEN: Final = 1
LOPSIDED: Final = 2
LOPSIDED_FROM: Final = 3
USE: Final = 2
UNFAMILIAR: Final = 1
DRAWN: Final = 1
MOST_RARE: Final = 5
SMALL: Final = 1
"""For an isolation where a compound lift of the same group could be."""
CRAMPED: Final[Mapping[Emphasis, int]] = {
    Emphasis.EMPHASIZE: 4,
    Emphasis.GROW: 1,
    Emphasis.MAINTAIN: 1,
}
"""For a set of the goal that the chosen exercises cannot rise to."""
FAVOURITE: Final = -2
FAVOURITE_UNUSED: Final = 15
AVOIDED: Final = 8
MOVED: Final = 6
MANY_OF_MUSCLE: Final = 4
MANY_IN_WEEK: Final = 3
BORROWED: Final = 6
"""For a set less than half of a muscle's first week by exercises meant for it."""
SHARED: Final = frozenset({Muscle.UPPER_BACK, Muscle.LOWER_BACK, Muscle.GLUTES})
"""Muscles that are usually trained by exercises meant for others."""
BIG_GROUPS: Final = frozenset({MuscleGroup.CHEST, MuscleGroup.BACK, MuscleGroup.LEGS})
PUSHING: Final = frozenset(
    {"horizontal_press", "incline_press", "decline_press", "vertical_press", "dip"}
)
PULLING: Final = frozenset({"row", "pulldown"})


class Given(NamedTuple):
    """What a week gives one muscle.

    `halves` counts indirect sets too, in halves; `own` only the sets of exercises that
    are meant for it.
    """

    direct: int = 0
    halves: int = 0
    sessions: int = 0
    own: int = 0


def cost(task: Task, placed: Placed) -> int:
    """Return the points of a week; 0 has every wish met and no exercise in it."""
    given = given_by(task, placed)
    exercises = Counter(day for (_, day), sets in placed.items() if sets)
    sets = Counter[int]()
    for (_, day), count in placed.items():
        sets[day] += count
    by_main = Counter(
        task.options[index].main_muscle
        for index in {index for (index, _), count in placed.items() if count}
    )
    slots = Counter(
        task.options[index].main_muscle for (index, _), count in placed.items() if count
    )
    days = range(len(task.weekdays))
    return (
        sum(
            cost_of_muscle(task.needs[m], given[m])
            + cost_of_room(task.needs[m], slots[m])
            for m in Muscle
        )
        + sum(cost_of_day(exercises[day]) for day in days)
        + sum(
            use_cost(task, task.options[index], task.weekdays[day])
            + cost_of_sets(count)
            for (index, day), count in placed.items()
            if count
        )
        + UNEVEN * (max(sets[d] for d in days) - min(sets[d] for d in days))
        + cost_of_balance(balance_of(task, placed))
        + sum(
            MANY_OF_MUSCLE * max(0, count - MANY_IN_WEEK) for count in by_main.values()
        )
        + unused_cost(task, placed)
    )


def given_by(task: Task, placed: Placed) -> Mapping[Muscle, Given]:
    """Return what every muscle is given."""
    direct: Counter[Muscle] = Counter()
    halves: Counter[Muscle] = Counter()
    days: dict[Muscle, set[int]] = {muscle: set() for muscle in Muscle}
    own: Counter[Muscle] = Counter()
    for (index, day), sets in placed.items():
        own[task.options[index].main_muscle] += sets
        for muscle, share in task.options[index].contributions.items():
            halves[muscle] += round(2 * share) * sets
            if share == 1:
                direct[muscle] += sets
                days[muscle].add(day)
    return {
        muscle: Given(
            direct=direct[muscle],
            halves=halves[muscle],
            sessions=len(days[muscle]),
            own=own[muscle],
        )
        for muscle in Muscle
    }


def cost_of_muscle(need: Need, given: Given) -> int:
    """Return the points of one muscle."""
    points = UNDER[need.emphasis] * max(0, need.start - given.direct)
    points += UNKEPT * max(0, 2 * need.maintenance - given.halves)
    points += OVER * max(0, given.direct - need.start - SLACK)
    points += BORROWED * max(0, own_sets(need) - given.own)
    if wants_two(need) and given.sessions < 2:  # noqa: PLR2004 - once is rarely
        points += RARELY
    return points


def cost_of_room(need: Need, slots: int) -> int:
    """Return the points of too few exercises to rise to the goal with."""
    if not need.start:
        return 0
    return CRAMPED[need.emphasis] * max(0, need.goal - MOST_SETS_TO_ADD_TO * slots)


def own_sets(need: Need) -> int:
    """Return how many sets should come from exercises that are meant for a muscle."""
    return 0 if need.muscle in SHARED else (need.start + 1) // 2


def wants_two(need: Need) -> bool:
    """Return whether a muscle is better trained in two workouts than in one."""
    return need.start >= OFTEN_FROM_START and need.goal >= OFTEN_FROM_GOAL


def cost_of_day(exercises: int) -> int:
    """Return the points of the number of exercises of a day."""
    return CROWDED * max(0, exercises - CROWDED_FROM) if exercises else EMPTY_DAY


def cost_of_sets(sets: int) -> int:
    """Return the points of the sets of an exercise."""
    return LONG * max(0, sets - LONG_FROM)


def use_cost(task: Task, option: Option, weekday: int) -> int:
    """Return the points of choosing an exercise for a day."""
    points = USE + _taste(task, option.exercise_id)
    points += SMALL * (option.group in BIG_GROUPS and not option.is_compound)
    if not option.is_familiar:
        points += UNFAMILIAR + min(option.rank, MOST_RARE)
    if task.previous and (option.exercise_id, weekday) not in task.previous:
        points += MOVED
    return points + _drawn(task.seed, option.exercise_id)


def balance_of(task: Task, placed: Placed) -> int:
    """Return how many more sets push than pull."""
    return sum(
        sets * pull_of(task.options[index]) for (index, _), sets in placed.items()
    )


def pull_of(option: Option) -> int:
    """Return 1 for an exercise that pushes, -1 for one that pulls, else 0."""
    if option.pattern in PUSHING:
        return 1
    return -1 if option.pattern in PULLING else 0


def cost_of_balance(more_pushed: int) -> int:
    """Return the points of pushing more than pulling, or the other way round."""
    return LOPSIDED * max(0, abs(more_pushed) - LOPSIDED_FROM)


def unused_cost(task: Task, placed: Placed) -> int:
    """Return the points of favourites that are nowhere."""
    used = {task.options[i].exercise_id for (i, _), sets in placed.items() if sets}
    usable = {one.exercise_id for one in task.options} & task.favourites
    return FAVOURITE_UNUSED * len(usable - used)


def _taste(task: Task, exercise_id: int) -> int:
    if exercise_id in task.favourites:
        return FAVOURITE
    return AVOIDED if exercise_id in task.avoid else 0


@cache
def _drawn(seed: int, exercise_id: int) -> int:
    """Return 0 or 1, the same for the same seed and exercise."""
    return (exercise_id * 2654435761 + seed * 40503) >> 7 & DRAWN if seed else 0
