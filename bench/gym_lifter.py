"""The simulated lifter in a gym: lifts what is prescribed and answers how it felt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, floor
from random import Random  # noqa: TID251 - every caller passes a seeded generator
from typing import Final

from bench.lifter import (
    Assumptions,
    Effort,
    Overreach,
    SimulatedLifter,
    draw_traits,
)
from metricgain.catalogue.reader import CatalogueExercise
from metricgain.engine.e1rm import e1rm
from metricgain.engine.muscles import Muscle

_UNKNOWN_KG: Final = {
    "barbell": 90.0,
    "ez_bar": 38.0,
    "dumbbell": 30.0,
    "cable": 45.0,
    "stack": 70.0,
    "plate_machine": 120.0,
}
"""The maximum that the lifter has in an exercise without a history, by equipment."""
_ANY_UNKNOWN_KG: Final = 40.0
_ISOLATION: Final = 0.6
_WEEKS_BEFORE: Final = 8
_DAYS_BEFORE: Final = (0, 3)
_SETS_BEFORE: Final = 4
_STEP_KG: Final = 2.5
_REPS_PER_PERCENT: Final = 0.4
_TIRING: Final = 0.5
_WORN_OUT: Final = 0.97
_MOST_STATED: Final = 5
_REPS_WITHOUT_LOAD: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is prescribed for an exercise: the reps of each set, and the weight.

    A weight of None is to be found out by the first set.
    """

    exercise_id: int
    reps: tuple[int, ...]
    weight_kg: float | None
    rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A set as done: kilograms, reps, and the reps in reserve as the lifter feels."""

    weight_kg: float
    reps: int
    rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """The answers about a muscle after a workout, 0 to 3."""

    pump: int
    challenge: int


@dataclass(slots=True)
class _Today:
    sets: dict[Muscle, int] = field(default_factory=dict)
    rirs: dict[Muscle, list[float]] = field(default_factory=dict)
    capacity: dict[Muscle, float] = field(default_factory=dict)


class GymLifter:
    """Lives day by day; as strong in each exercise as its first prescription said."""

    def __init__(self, rng: Random, *, catalogue: Sequence[CatalogueExercise]) -> None:
        assumed = Assumptions(habit_sd=0.25)
        self._rng = rng
        self._assumed = assumed
        self._body = SimulatedLifter(
            draw_traits(rng, assumed),
            assumed=assumed,
            overreach=Overreach.MILD,
            rng=rng,
        )
        self._exercises = {one.id: one for one in catalogue}
        self._strength: dict[int, float] = {}
        self._loadless: dict[int, float] = {}
        self._today = _Today()
        self._live_before(weeks=_WEEKS_BEFORE)
        self._usual = {muscle: self._body.strength(muscle) for muscle in Muscle}

    def wake_up(self, *, days: int) -> None:
        """Let days pass since the last workout."""
        for _ in range(days):
            self._body.end_day()
        self._today = _Today()

    def muscles(self, exercise_id: int) -> list[Muscle]:
        """Return the muscles that the exercise trains directly."""
        shares = self._exercises[exercise_id].muscles
        return [Muscle(name) for name, share in shares.items() if share == 1]

    def soreness(self, muscle: Muscle, *, aching: bool) -> int:
        """Answer how sore the muscle's last session left it; worse when aching."""
        return min(3, self._body.soreness(muscle) + 2 * aching)

    def do(self, asked: Asked, *, worn_out: bool = False) -> list[Done]:
        """Do the sets of an exercise and let the muscles feel them."""
        muscles = self.muscles(asked.exercise_id)
        condition = min(self._condition(m, worn_out=worn_out) for m in muscles)
        weight = asked.weight_kg
        if weight is None:
            weight = self._first_guess(asked)
        done: list[Done] = []
        left: list[float] = []
        for number, reps in enumerate(asked.reps):
            possible = self._possible(asked, weight, condition)
            possible -= _TIRING * min(number, 2)
            did = max(1, min(reps, floor(possible + 0.5)))
            left.append(max(0.0, possible - did))
            done.append(Done(weight_kg=weight, reps=did, rir=self._stated(left[-1])))
        for muscle in muscles:
            today = self._today
            today.sets[muscle] = today.sets.get(muscle, 0) + len(done)
            today.rirs.setdefault(muscle, []).extend(left)
        return done

    def felt(self) -> Mapping[Muscle, Felt]:
        """Answer about each muscle of today's workout, which ends with it."""
        answers = {}
        for muscle, sets in self._today.sets.items():
            rirs = self._today.rirs[muscle]
            effort = Effort(muscle=muscle, sets=sets, true_rir=sum(rirs) / len(rirs))
            self._body.train(effort)
            answers[muscle] = Felt(
                pump=self._body.pump(effort), challenge=self._body.challenge(effort)
            )
        return answers

    def _live_before(self, *, weeks: int) -> None:
        """Train as people do who have a history, so that the block finds them used."""
        for day in range(7 * weeks):
            if day % 7 in _DAYS_BEFORE:
                for muscle in Muscle:
                    effort = Effort(muscle=muscle, sets=_SETS_BEFORE, true_rir=2)
                    self._body.train(effort)
            self._body.end_day()

    def _condition(self, muscle: Muscle, *, worn_out: bool) -> float:
        known = self._today.capacity
        if muscle not in known:
            today = self._body.capacity(muscle) / self._usual[muscle]
            known[muscle] = today * (_WORN_OUT if worn_out else 1)
        return known[muscle]

    def _possible(self, asked: Asked, weight: float, condition: float) -> float:
        """Return the reps that are in the lifter today with this weight."""
        key, reps = asked.exercise_id, asked.reps[0]
        spare = asked.rir + self._assumed.rir_error_mean
        luck = exp(self._rng.gauss(0, self._assumed.day_to_day_sd / 2))
        if weight <= 0:
            base = self._loadless.setdefault(key, reps + spare + _REPS_WITHOUT_LOAD)
            return base + 100 * _REPS_PER_PERCENT * (condition * luck - 1)
        strength = self._strength.setdefault(key, e1rm(weight, reps, spare))
        return 30 * (strength * condition * luck / weight - 1)

    def _first_guess(self, asked: Asked) -> float:
        exercise = self._exercises[asked.exercise_id]
        maximum = _UNKNOWN_KG.get(exercise.equipment, _ANY_UNKNOWN_KG)
        maximum *= 1 if exercise.is_compound else _ISOLATION
        wanted = maximum / (1 + (asked.reps[0] + asked.rir) / 30)
        return max(_STEP_KG, floor(wanted / _STEP_KG) * _STEP_KG)

    def _stated(self, left: float) -> int:
        error = self._rng.gauss(
            self._assumed.rir_error_mean, self._assumed.rir_error_sd
        )
        return round(min(_MOST_STATED, max(0.0, left - error)))
