"""Plans a week by OR-tools' CP-SAT solver: the extra `planner`.

The points and the limits are those of engine/generator: the solver looks for the week
that the greedy planner looks for too, and proves how good it is.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final

from metricgain.engine.generator import cost
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
from metricgain.engine.ramp import MOST_SETS_TO_ADD_TO
from metricgain.kit.extras import extra

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

MOST_WORK: Final = 0.5
"""Deterministic seconds of the solver: the same answer on every machine."""
GOOD_ENOUGH: Final = 0.03
TWICE: Final = 2


def require_solver() -> ModuleType:
    """Return the solver's library. Raises NotInstalled without the extra `planner`."""
    return extra("ortools.sat.python.cp_model", group="planner", field="planner")


def plan_by_solver(task: Task, *, hint: Placed | None = None) -> Placed:
    """Return the best week that is found in the time, which keeps every limit.

    `hint` is a week to begin from. One worker, a fixed seed and a limit in
    deterministic time make the answer the same every time. Raises NotInstalled.
    """
    cp_model = require_solver()
    week = _Week(task, cp_model.CpModel())
    week.limit()
    week.model.minimize(sum(week.points()))
    for place, sets in week.sets.items():
        hinted = (hint or {}).get(place, 0)
        week.model.add_hint(sets, hinted)
        week.model.add_hint(week.used[place], hinted > 0)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = task.seed
    solver.parameters.max_deterministic_time = MOST_WORK
    solver.parameters.relative_gap_limit = GOOD_ENOUGH
    status = solver.solve(week.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return hint or {}
    found = {place: int(solver.value(sets)) for place, sets in week.sets.items()}
    placed = {place: sets for place, sets in found.items() if sets}
    if hint is not None and cost.cost(task, hint) <= cost.cost(task, placed):
        return hint
    return placed


class _Week:
    """The variables of a week: whether an exercise is done on a day, and its sets."""

    def __init__(self, task: Task, model: "CpModel") -> None:
        self.task = task
        self.model = model
        self.used: dict[Place, IntVar] = {}
        self.sets: dict[Place, IntVar] = {}
        self.days = range(len(task.weekdays))
        for index, option in enumerate(task.options):
            for day in self.days:
                name = f"{option.exercise_id}_{day}"
                used = model.new_bool_var(f"used_{name}")
                sets = model.new_int_var(0, task.most_sets, f"sets_{name}")
                model.add(sets >= FEWEST_SETS * used)
                model.add(sets <= task.most_sets * used)
                self.used[index, day], self.sets[index, day] = used, sets
        self._trained = {
            (m, d): self._any(self._users(m, d)) for m in Muscle for d in self.days
        }

    def limit(self) -> None:
        """Add every limit of generator/limits.py."""
        for day in self.days:
            self._limit_day(day)
        for index in range(len(self.task.options)):
            used = [self.used[index, day] for day in self.days]
            self.model.add(sum(used) <= MOST_DAYS_OF_EXERCISE)
            for a, b in self.task.adjacent:
                self.model.add(used[a] + used[b] <= 1)
        for muscle in Muscle:
            self._limit_muscle(muscle)

    def _limit_day(self, day: int) -> None:
        model, task = self.model, self.task
        options = list(enumerate(task.options))
        used = [self.used[i, day] for i, _ in options]
        sets = [self.sets[i, day] for i, _ in options]
        times = [task.seconds_of(option) for _, option in options]
        model.add(sum(used) <= MOST_EXERCISES)
        model.add(sum(sets) <= MOST_SETS_OF_DAY)
        model.add(
            sum(
                once * u + each * s
                for (once, each), u, s in zip(times, used, sets, strict=True)
            )
            <= task.seconds
        )
        model.add(
            sum(option.axial * u for (_, option), u in zip(options, used, strict=True))
            <= MOST_AXIAL
        )
        for pattern in sorted({option.pattern for _, option in options}):
            alike = [self.used[i, day] for i, o in options if o.pattern == pattern]
            if len(alike) > MOST_OF_PATTERN:
                model.add(sum(alike) <= MOST_OF_PATTERN)

    def _limit_muscle(self, muscle: Muscle) -> None:
        need = self.task.needs[muscle]
        by_day = [self._direct(muscle, [day]) for day in self.days]
        for sets in by_day:
            self.model.add(sets <= self.task.most_of_muscle)
        for a, b in self.task.adjacent:
            hard = [self.model.new_bool_var(""), self.model.new_bool_var("")]
            for flag, day in zip(hard, (a, b), strict=True):
                self.model.add(
                    by_day[day] <= HARD_SETS - 1 + self.task.most_of_muscle * flag
                )
            self.model.add(sum(hard) <= 1)
        twice = self._at_least_two(muscle)
        self.model.add(sum(by_day) <= need.once + (need.twice - need.once) * twice)

    def points(self) -> "Iterable[LinearExprT]":
        """Return all points of generator/cost.py."""
        for muscle in Muscle:
            yield from self._points_of_muscle(muscle)
        for day in self.days:
            yield from self._points_of_day(day)
        for (index, day), used in self.used.items():
            option, weekday = self.task.options[index], self.task.weekdays[day]
            yield cost.use_cost(self.task, option, weekday) * used
            if self.task.most_sets > cost.LONG_FROM:
                sets = self.sets[index, day]
                yield cost.LONG * self._above(sets - cost.LONG_FROM, most=1)
        yield from self._points_of_week()

    def _points_of_muscle(self, muscle: Muscle) -> "Iterable[LinearExprT]":
        need, model = self.task.needs[muscle], self.model
        direct = self._direct(muscle, self.days)
        mine = [
            i for i, one in enumerate(self.task.options) if one.main_muscle is muscle
        ]
        own = sum(self.sets[i, d] for i in mine for d in self.days)
        slots = sum(self.used[i, d] for i in mine for d in self.days)
        halves = sum(
            round(2 * one.contributions.get(muscle, 0)) * self.sets[i, d]
            for i, one in enumerate(self.task.options)
            if muscle in one.contributions
            for d in self.days
        )
        most = need.twice + 1
        yield cost.UNDER[need.emphasis] * self._above(need.start - direct, most=most)
        yield cost.UNKEPT * self._above(2 * need.maintenance - halves, most=2 * most)
        yield cost.OVER * self._above(direct - need.start - cost.SLACK, most=most)
        yield cost.BORROWED * self._above(cost.own_sets(need) - own, most=most)
        if need.start:
            room = need.goal - MOST_SETS_TO_ADD_TO * slots
            yield cost.CRAMPED[need.emphasis] * self._above(room, most=need.goal)
        if cost.wants_two(need):
            yield cost.RARELY * (1 - self._at_least_two(muscle))
        many = model.new_int_var(0, len(mine), "")
        ever = [self._any([self.used[i, d] for d in self.days]) for i in mine]
        model.add(many >= sum(ever) - cost.MANY_IN_WEEK)
        yield cost.MANY_OF_MUSCLE * many

    def _points_of_day(self, day: int) -> "Iterable[LinearExprT]":
        used = [self.used[i, day] for i in range(len(self.task.options))]
        crowd = sum(used) - cost.CROWDED_FROM
        yield cost.CROWDED * self._above(crowd, most=MOST_EXERCISES)
        yield cost.EMPTY_DAY * (1 - self._any(used))

    def _points_of_week(self) -> "Iterable[LinearExprT]":
        model, task = self.model, self.task
        options = range(len(task.options))
        totals = [sum(self.sets[i, d] for i in options) for d in self.days]
        most = model.new_int_var(0, MOST_SETS_OF_DAY, "most")
        fewest = model.new_int_var(0, MOST_SETS_OF_DAY, "fewest")
        for total in totals:
            model.add(most >= total)
            model.add(fewest <= total)
        yield cost.UNEVEN * (most - fewest)
        pushed = sum(
            cost.pull_of(task.options[i]) * self.sets[i, d]
            for i in options
            for d in self.days
        )
        lopsided = model.new_int_var(0, MOST_SETS_OF_DAY * len(self.days), "lopsided")
        model.add(lopsided >= pushed - cost.LOPSIDED_FROM)
        model.add(lopsided >= -pushed - cost.LOPSIDED_FROM)
        yield cost.LOPSIDED * lopsided
        for i in options:
            if task.options[i].exercise_id in task.favourites:
                ever = self._any([self.used[i, d] for d in self.days])
                yield cost.FAVOURITE_UNUSED * (1 - ever)

    def _users(self, muscle: Muscle, day: int) -> "Sequence[IntVar]":
        return [
            self.used[i, day]
            for i, one in enumerate(self.task.options)
            if muscle in one.direct
        ]

    def _direct(self, muscle: Muscle, days: Iterable[int]) -> "LinearExprT":
        return sum(
            self.sets[i, day]
            for i, one in enumerate(self.task.options)
            if muscle in one.direct
            for day in days
        )

    def _any(self, flags: "Sequence[IntVar]") -> "IntVar":
        """Return a variable that is 1 if any of the flags is."""
        found = self.model.new_bool_var("")
        if flags:
            self.model.add_max_equality(found, flags)
        else:
            self.model.add(found == 0)
        return found

    def _at_least_two(self, muscle: Muscle) -> "IntVar":
        """Return a variable that may be 1 only if a muscle has two sessions."""
        found = self.model.new_bool_var("")
        sessions = sum(self._trained[muscle, day] for day in self.days)
        self.model.add(sessions >= TWICE * found)
        return found

    def _above(self, much: "LinearExprT", *, most: int) -> "IntVar":
        """Return a variable that is at least so much, and at least 0."""
        found = self.model.new_int_var(0, max(0, most), "")
        self.model.add(found >= much)
        return found
