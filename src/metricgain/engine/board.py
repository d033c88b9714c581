"""A session on the drawing board: sets are moved one at a time, within the caps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from metricgain.engine.muscles import Muscle
from metricgain.engine.table import STOPS_ADDING
from metricgain.engine.wording import name_of

DIRECT: Final = 1.0
MOST_PER_EXERCISE: Final = 5
MOST_PER_SESSION: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of the next session.

    `base_sets` are the planned sets of the same slot one week earlier, else the
    template's; behind a recovery session, those it would have had.
    `contributions` are 1 (direct) or 0.5 per muscle. `sfr` is the stimulus to
    fatigue ratio, `joint_pain` 0 to 3, both None when unknown. `seconds_per_set`
    is work and rest, `setup_seconds` is once for the exercise.
    """

    position: int
    base_sets: int
    contributions: Mapping[Muscle, float]
    reps: int | None = None
    sfr: float | None = None
    joint_pain: int | None = None
    seconds_per_set: int = 0
    setup_seconds: int = 0

    def trains(self, muscle: Muscle) -> bool:
        """Whether a set of it is a direct set of the muscle."""
        return self.contributions.get(muscle, 0.0) >= DIRECT

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """The muscles it trains directly."""
        return tuple(muscle for muscle in Muscle if self.trains(muscle))


@dataclass(slots=True, kw_only=True)
class Board:
    """The session being worked on; `sets` is by position."""

    exercises: tuple[PlannedExercise, ...]
    sets: dict[int, int]
    ceilings: dict[Muscle, int] = field(default_factory=dict)
    floors: dict[Muscle, int] = field(default_factory=dict)
    seconds: int | None = None

    def total(self, muscle: Muscle) -> int:
        """Return the muscle's direct sets as they stand."""
        return sum(
            self.sets[exercise.position]
            for exercise in self.exercises
            if exercise.trains(muscle)
        )

    def cut(self, muscle: Muscle, *, target: int, keep_floors: bool) -> str | None:
        """Take sets from the muscle until its target, or say why that failed.

        One at a time from the exercise with the most sets, the later one of
        equals; each keeps 1 set. With `keep_floors` no muscle of the exercise
        falls below its floor.
        """
        while self.total(muscle) > target:
            candidates = [
                exercise
                for exercise in self._training(muscle)
                if self.sets[exercise.position] > 1
                and not (keep_floors and self._at_floor(exercise))
            ]
            if not candidates:
                return self._why_no_cut(muscle)
            most = max(candidates, key=lambda e: (self.sets[e.position], e.position))
            self.sets[most.position] -= 1
        return None

    def add_one(self, muscle: Muscle, *, wanting: Iterable[Muscle]) -> str | None:
        """Add one set for the muscle, or say why no exercise can take it.

        It goes to an exercise whose other direct muscles want sets too, then
        to the one with the fewest sets, the better ratio of stimulus to
        fatigue, the earlier one.
        """
        wanted = set(wanting)
        training = self._training(muscle)
        obstacles = {e.position: self._obstacle(e, muscle) for e in training}
        candidates = [e for e in training if obstacles[e.position] is None]
        if not candidates:
            return next(iter(obstacles.values()), "no exercise trains it directly")
        best = min(
            candidates,
            key=lambda e: (
                -len(wanted.intersection(e.muscles)),
                self.sets[e.position],
                -(e.sfr or 0.0),
                e.position,
            ),
        )
        self.sets[best.position] += 1
        return None

    def _training(self, muscle: Muscle) -> list[PlannedExercise]:
        return [exercise for exercise in self.exercises if exercise.trains(muscle)]

    def _obstacle(self, exercise: PlannedExercise, muscle: Muscle) -> str | None:
        if (exercise.joint_pain or 0) >= STOPS_ADDING:
            return "the exercise that could take it hurt your joints"
        if self.sets[exercise.position] >= MOST_PER_EXERCISE:
            return f"an exercise grows to {MOST_PER_EXERCISE} sets at most"
        for other in exercise.muscles:
            if other is not muscle and self.total(other) >= self.ceilings[other]:
                return f"it would also add to your {name_of(other)}"
        if sum(self.sets.values()) >= MOST_PER_SESSION:
            return f"a session holds at most {MOST_PER_SESSION} sets"
        if self.seconds is not None and self._time_with(exercise) > self.seconds:
            return "the session would take longer than the time you have"
        return None

    def _time_with(self, exercise: PlannedExercise) -> int:
        planned = sum(
            each.setup_seconds + each.seconds_per_set * self.sets[each.position]
            for each in self.exercises
        )
        return planned + exercise.seconds_per_set

    def _at_floor(self, exercise: PlannedExercise) -> bool:
        return any(
            self.total(muscle) <= self.floors.get(muscle, 0)
            for muscle in exercise.muscles
        )

    def _why_no_cut(self, muscle: Muscle) -> str:
        if all(self.sets[e.position] == 1 for e in self._training(muscle)):
            return "every exercise keeps at least 1 set"
        return "a muscle of the same exercise would fall below what keeps its size"
