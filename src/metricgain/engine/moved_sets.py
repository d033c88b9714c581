"""Finds places for sets in the rest of a week, within every cap."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from metricgain.engine.board import MOST_PER_EXERCISE, MOST_PER_SESSION
from metricgain.engine.caps import MOST_ADDED, MOST_PER_MUSCLE_AND_SESSION
from metricgain.engine.landmarks import Emphasis, mrv
from metricgain.engine.muscles import Muscle
from metricgain.engine.week_changes import (
    LeftOver,
    PlannedWeek,
    SetsChange,
    Standing,
    WeekChange,
    WeekExercise,
    WeekWorkout,
    seconds_left,
)
from metricgain.engine.wording import name_of, sets

_FIRST_SERVED: Final = (Emphasis.EMPHASIZE, Emphasis.GROW, Emphasis.MAINTAIN)
_MINUTE: Final = 60
NO_WORKOUT: Final = "no other workout ahead in this week trains it directly"


def redistribute(week: PlannedWeek, skipped_id: UUID) -> WeekChange:
    """Return where the sets of a skipped workout go; docs/engine/missed-session.md.

    Nothing moves in a deload. Raises ValueError unless the workout is skipped.
    """
    skipped = next((each for each in week.workouts if each.id == skipped_id), None)
    if skipped is None or skipped.standing is not Standing.SKIPPED:
        raise ValueError("skipped_id: no skipped workout of the week")
    if week.is_easy:
        return WeekChange()
    return place(week, direct_sets_of(skipped), source="the workout that you skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedHere:
    """An exercise as it is decided, and the sets that were moved to it or away."""

    sets: int
    muscles: tuple[Muscle, ...]
    moved: int


def with_moved(exercises: Sequence[MovedHere]) -> tuple[int, ...]:
    """Return the sets of each exercise of a session with those that were moved.

    One at a time, as far as 5 sets an exercise, 12 a muscle and 25 a session allow.
    """
    counts = [max(0, each.sets + min(0, each.moved)) for each in exercises]
    for place_in, each in enumerate(exercises):
        for _ in range(max(0, each.moved)):
            fullest = max(
                (
                    sum(
                        count
                        for other, count in zip(exercises, counts, strict=True)
                        if muscle in other.muscles
                    )
                    for muscle in each.muscles
                ),
                default=0,
            )
            if (
                counts[place_in] >= MOST_PER_EXERCISE
                or fullest >= MOST_PER_MUSCLE_AND_SESSION
                or sum(counts) >= MOST_PER_SESSION
            ):
                break
            counts[place_in] += 1
    return tuple(counts)


def direct_sets_of(workout: WeekWorkout) -> Counter[Muscle]:
    """Return the planned direct sets of each muscle in a workout."""
    return Counter(
        {
            muscle: sum(one.sets for one in workout.exercises if one.trains(muscle))
            for muscle in Muscle
        }
    )


def place(
    week: PlannedWeek, wanted: Mapping[Muscle, int], *, source: str
) -> WeekChange:
    """Return where direct sets of muscles go, one at a time, and what finds no place.

    They go to exercises that train the muscle already, in workouts that have not
    begun: to the workout that has gained least for the muscle, and in it to the
    exercise with the fewest sets. The muscles that are emphasized come first.
    """
    board = _Board(week=week, wanted=Counter(wanted))
    waiting = [
        muscle
        for emphasis in _FIRST_SERVED
        for muscle in Muscle
        if board.wanted[muscle] > 0
        and week.emphasis.get(muscle, Emphasis.GROW) is emphasis
    ]
    left: list[LeftOver] = []
    while waiting:
        for muscle in tuple(waiting):
            if board.wanted[muscle] <= 0:
                waiting.remove(muscle)
                continue
            obstacle = board.add_one(muscle)
            if obstacle is not None:
                waiting.remove(muscle)
                left.append(_left_over(muscle, board.wanted[muscle], obstacle))
    return WeekChange(changes=board.changes(source), left=tuple(left))


def _left_over(muscle: Muscle, count: int, obstacle: str) -> LeftOver:
    verb = "finds" if count == 1 else "find"
    return LeftOver(
        muscle=muscle,
        sets=count,
        because=f"{sets(count)} for your {name_of(muscle)} {verb} no place in this"
        f" week, because {obstacle}.",
    )


@dataclass(slots=True, kw_only=True)
class _Board:
    """The week being worked on; `gained` is by workout and exercise."""

    week: PlannedWeek
    wanted: Counter[Muscle]
    gained: Counter[tuple[UUID, int]] = field(default_factory=Counter)

    def changes(self, source: str) -> tuple[SetsChange, ...]:
        return tuple(
            SetsChange(
                workout_id=workout.id,
                exercise_id=one.exercise_id,
                old_sets=one.sets,
                new_sets=one.sets + gained,
                because=f"{sets(gained)} {'comes' if gained == 1 else 'come'} from"
                f" {source}.",
            )
            for workout in self.week.workouts
            for one in workout.exercises
            for gained in (self.gained[workout.id, one.exercise_id],)
            if gained
        )

    def add_one(self, muscle: Muscle) -> str | None:
        """Add one direct set of the muscle, or say why there is no place for it."""
        obstacles: list[str] = []
        best: tuple[tuple[int, ...], WeekWorkout, WeekExercise] | None = None
        for number, workout in enumerate(self.week.workouts):
            if workout.standing is not Standing.AHEAD:
                continue
            for place_in, one in enumerate(workout.exercises):
                if not one.trains(muscle):
                    continue
                obstacle = self._obstacle(workout, one)
                if obstacle is not None:
                    obstacles.append(obstacle)
                    continue
                rank = (
                    self._gained_by(workout, muscle),
                    -sum(self.wanted[other] > 0 for other in one.muscles),
                    one.sets + self.gained[workout.id, one.exercise_id],
                    number,
                    place_in,
                )
                if best is None or rank < best[0]:
                    best = (rank, workout, one)
        if best is None:
            return obstacles[0] if obstacles else NO_WORKOUT
        _, workout, one = best
        self.gained[workout.id, one.exercise_id] += 1
        self.wanted.subtract(one.muscles)
        return None

    def _obstacle(self, workout: WeekWorkout, one: WeekExercise) -> str | None:
        if one.is_closed:
            return "the exercise that could take it hurt your joints or recovers"
        if one.sets + self.gained[workout.id, one.exercise_id] >= MOST_PER_EXERCISE:
            return f"an exercise grows to {MOST_PER_EXERCISE} sets at most"
        for muscle in one.muscles:
            obstacle = self._obstacle_of(muscle, workout)
            if obstacle is not None:
                return obstacle
        return self._too_much_for(workout, one)

    def _obstacle_of(self, muscle: Muscle, workout: WeekWorkout) -> str | None:
        if self.wanted[muscle] <= 0:
            return f"it would also add to your {name_of(muscle)}"
        if self._gained_by(workout, muscle) >= MOST_ADDED:
            return f"a workout takes on {MOST_ADDED} more sets for a muscle at most"
        if self._direct(workout, muscle) >= MOST_PER_MUSCLE_AND_SESSION:
            return (
                f"one session holds at most {sets(MOST_PER_MUSCLE_AND_SESSION)} for"
                " a muscle"
            )
        counted = [
            total
            for each in self.week.workouts
            if each.standing is not Standing.SKIPPED
            and (total := self._direct(each, muscle))
        ]
        most = mrv(
            self.week.landmarks[muscle],
            muscle=muscle,
            sessions_per_week=max(1, len(counted)),
        )
        if sum(counted) >= most:
            return (
                f"your {name_of(muscle)} would pass {sets(most)} a week, the most to"
                " recover from"
            )
        return None

    def _too_much_for(self, workout: WeekWorkout, one: WeekExercise) -> str | None:
        grown = [
            replace(
                each,
                sets=each.sets
                + self.gained[workout.id, each.exercise_id]
                + (each.exercise_id == one.exercise_id),
            )
            for each in workout.exercises
        ]
        if sum(each.sets for each in grown) > MOST_PER_SESSION:
            return f"a session holds at most {MOST_PER_SESSION} sets"
        minutes = self.week.minutes
        if minutes is not None:
            seconds = seconds_left(grown, self.week.pace)
            if seconds > minutes * _MINUTE:
                return "the session would take longer than the time you have"
        return None

    def _gained_by(self, workout: WeekWorkout, muscle: Muscle) -> int:
        return sum(
            self.gained[workout.id, one.exercise_id]
            for one in workout.exercises
            if one.trains(muscle)
        )

    def _direct(self, workout: WeekWorkout, muscle: Muscle) -> int:
        planned = sum(one.sets for one in workout.exercises if one.trains(muscle))
        return planned + self._gained_by(workout, muscle)
