"""A week while it is being planned: what a change would cost, and whether it may be."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from metricgain.engine.generator.cost import (
    FAVOURITE_UNUSED,
    MANY_IN_WEEK,
    MANY_OF_MUSCLE,
    UNEVEN,
    Given,
    cost_of_balance,
    cost_of_day,
    cost_of_muscle,
    cost_of_room,
    cost_of_sets,
    pull_of,
    use_cost,
)
from metricgain.engine.generator.task import (
    FEWEST_SETS,
    HARD_SETS,
    MOST_AXIAL,
    MOST_DAYS_OF_EXERCISE,
    MOST_EXERCISES,
    MOST_OF_PATTERN,
    MOST_SETS_OF_DAY,
    Place,
    Placed,
    Task,
)
from metricgain.engine.muscles import Muscle

_DIRECT: Final = 2


class Board:
    """Sets by place, with the sums that costs and limits are read from."""

    def __init__(self, task: Task, placed: Placed | None = None) -> None:
        self.task = task
        self.sets: dict[Place, int] = {}
        days = range(len(task.weekdays))
        self._day_sets = [0 for _ in days]
        self._day_seconds = [0 for _ in days]
        self._day_axial = [0 for _ in days]
        self._day_used: list[set[int]] = [set() for _ in days]
        self._day_patterns = [Counter[str]() for _ in days]
        self._day_muscles = [Counter[Muscle]() for _ in days]
        self._direct = Counter[Muscle]()
        self._halves = Counter[Muscle]()
        self._sessions = Counter[Muscle]()
        self._used_on: dict[int, set[int]] = {}
        self._mains = Counter[Muscle]()
        self._slots = Counter[Muscle]()
        self._own = Counter[Muscle]()
        self._more_pushed = 0
        self._neighbours: list[set[int]] = [set() for _ in days]
        for a, b in task.adjacent:
            self._neighbours[a].add(b)
            self._neighbours[b].add(a)
        self._shares = [
            [(m, round(2 * share)) for m, share in one.contributions.items()]
            for one in task.options
        ]
        self._times = [task.seconds_of(one) for one in task.options]
        self._use_costs = [
            [use_cost(task, one, weekday) for weekday in task.weekdays]
            for one in task.options
        ]
        for place, sets in (placed or {}).items():
            self.put(place, sets)

    def put(self, place: Place, sets: int) -> None:
        """Give an exercise so many sets on a day; 0 takes it away."""
        index, day = place
        before = self.sets.get(place, 0)
        more = sets - before
        option = self.task.options[index]
        for muscle, halves in self._shares[index]:
            self._halves[muscle] += halves * more
            if halves == _DIRECT:
                had = self._day_muscles[day][muscle] > 0
                self._direct[muscle] += more
                self._day_muscles[day][muscle] += more
                self._sessions[muscle] += (self._day_muscles[day][muscle] > 0) - had
        once, each = self._times[index]
        self._own[option.main_muscle] += more
        self._day_sets[day] += more
        self._day_seconds[day] += each * more
        self._more_pushed += pull_of(option) * more
        if (sets > 0) != (before > 0):
            self._use(place, 1 if sets else -1, once)
        if sets:
            self.sets[place] = sets
        else:
            self.sets.pop(place, None)

    def _use(self, place: Place, by: int, once: int) -> None:
        index, day = place
        option = self.task.options[index]
        days = self._used_on.setdefault(index, set())
        self._day_seconds[day] += by * once
        self._day_axial[day] += by * option.axial
        self._slots[option.main_muscle] += by
        self._day_patterns[day][option.pattern] += by
        if by > 0:
            self._mains[option.main_muscle] += not days
            days.add(day)
            self._day_used[day].add(index)
        else:
            days.discard(day)
            self._day_used[day].discard(index)
            self._mains[option.main_muscle] -= not days

    def may(self, place: Place, sets: int) -> bool:
        """Return whether an exercise may have so many sets on a day."""
        before = self.sets.get(place, 0)
        if sets == 0:
            return True
        if not FEWEST_SETS <= sets <= self.task.most_sets:
            return False
        return self._has_time(place, sets) and (
            (before > 0 or self._may_open(place)) and self._muscles_may(place, sets)
        )

    def _has_time(self, place: Place, sets: int) -> bool:
        index, day = place
        before = self.sets.get(place, 0)
        once, each = self._times[index]
        longer = each * (sets - before) + (0 if before else once)
        return (
            self._day_seconds[day] + longer <= self.task.seconds
            and self._day_sets[day] + sets - before <= MOST_SETS_OF_DAY
        )

    def _may_open(self, place: Place) -> bool:
        index, day = place
        option = self.task.options[index]
        days = self._used_on.get(index, set())
        return (
            len(self._day_used[day]) < MOST_EXERCISES
            and self._day_axial[day] + option.axial <= MOST_AXIAL
            and self._day_patterns[day][option.pattern] < MOST_OF_PATTERN
            and len(days) < MOST_DAYS_OF_EXERCISE
            and not days & self._neighbours[day]
        )

    def _muscles_may(self, place: Place, sets: int) -> bool:
        index, day = place
        more = sets - self.sets.get(place, 0)
        for muscle, halves in self._shares[index]:
            if halves != _DIRECT:
                continue
            today = self._day_muscles[day][muscle] + more
            sessions = self._sessions[muscle] + (self._day_muscles[day][muscle] == 0)
            need = self.task.needs[muscle]
            most = need.twice if sessions > 1 else need.once
            if today > self.task.most_of_muscle or self._direct[muscle] + more > most:
                return False
            if today >= HARD_SETS and any(
                self._day_muscles[other][muscle] >= HARD_SETS
                for other in self._neighbours[day]
            ):
                return False
        return True

    def cost(self) -> int:
        """Return the points of the week, as `generator.cost.cost` adds them up."""
        task = self.task
        return (
            self._muscles_cost(Muscle)
            + sum(cost_of_day(len(used)) for used in self._day_used)
            + sum(self._place_cost(place, sets) for place, sets in self.sets.items())
            + self._week_cost()
            + FAVOURITE_UNUSED
            * sum(
                1
                for index, one in enumerate(task.options)
                if one.exercise_id in task.favourites and not self._used_on.get(index)
            )
        )

    def gain(self, place: Place, sets: int) -> int:
        """Return how many points fewer the week would have with a change."""
        index, day = place
        before = self._local(index, day)
        was = self.sets.get(place, 0)
        self.put(place, sets)
        after = self._local(index, day)
        self.put(place, was)
        return before - after

    def _local(self, index: int, day: int) -> int:
        """Return the points that a change of an exercise on a day can change."""
        task = self.task
        option = task.options[index]
        is_favourite = option.exercise_id in task.favourites
        place = (index, day)
        return (
            self._muscles_cost([muscle for muscle, _ in self._shares[index]])
            + cost_of_day(len(self._day_used[day]))
            + self._place_cost(place, self.sets.get(place, 0))
            + self._week_cost()
            + FAVOURITE_UNUSED * (is_favourite and not self._used_on.get(index))
        )

    def _muscles_cost(self, muscles: Iterable[Muscle]) -> int:
        needs = self.task.needs
        points = 0
        for muscle in muscles:
            given = Given(
                self._direct[muscle],
                self._halves[muscle],
                self._sessions[muscle],
                self._own[muscle],
            )
            points += cost_of_muscle(needs[muscle], given)
            points += cost_of_room(needs[muscle], self._slots[muscle])
        return points

    def _place_cost(self, place: Place, sets: int) -> int:
        if not sets:
            return 0
        index, day = place
        return self._use_costs[index][day] + cost_of_sets(sets)

    def _week_cost(self) -> int:
        uneven = UNEVEN * (max(self._day_sets) - min(self._day_sets))
        many = sum(
            MANY_OF_MUSCLE * max(0, count - MANY_IN_WEEK)
            for count in self._mains.values()
        )
        return uneven + cost_of_balance(self._more_pushed) + many
