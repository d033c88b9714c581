"""A workout in less time than it takes; docs/engine/short-session.md."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.marginal_value import worth_of_sets
from metricgain.engine.moved_sets import place
from metricgain.engine.muscles import Muscle
from metricgain.engine.week_changes import (
    PlannedWeek,
    SetsChange,
    Standing,
    WeekChange,
    WeekExercise,
    WeekWorkout,
    seconds_left,
)
from metricgain.engine.wording import sets

_MINUTE: Final = 60


def shorten(week: PlannedWeek, workout_id: UUID, *, minutes: int) -> WeekChange:
    """Return a workout that fits into the minutes, and where its cut sets go.

    Sets that are done stay, and one set at least remains. Nothing changes where there
    is time enough. Raises ValueError for a workout that the week does not have, or
    that is skipped.
    """
    workout = next((each for each in week.workouts if each.id == workout_id), None)
    if workout is None or workout.standing is Standing.SKIPPED:
        raise ValueError("workout_id: no workout of the week that can be shortened")
    cutting = _Cutting(
        week=week, exercises=tuple(workout.exercises), weekly=_weekly(week)
    )
    before = cutting.seconds()
    limit = minutes * _MINUTE
    while cutting.seconds() > limit and (cut := cutting.least_worth()) is not None:
        cutting.take(*cut)
    while (back := cutting.most_worth_that_fits(workout.exercises, limit)) is not None:
        cutting.take(back, -1)
    return _result(week, workout, cutting, minutes=minutes, before=before)


def _result(
    week: PlannedWeek,
    workout: WeekWorkout,
    cutting: "_Cutting",
    *,
    minutes: int,
    before: int,
) -> WeekChange:
    pairs = list(zip(workout.exercises, cutting.exercises, strict=True))
    lost: Counter[Muscle] = Counter()
    for old, new in pairs:
        for muscle in old.muscles:
            lost[muscle] += old.sets - new.sets
    shorter = replace(
        week,
        workouts=[
            replace(workout, exercises=cutting.exercises, standing=Standing.THERE)
            if each.id == workout.id
            else each
            for each in week.workouts
        ],
    )
    moved = (
        WeekChange()
        if week.is_easy
        else place(shorter, lost, source="the workout that you cut short")
    )
    return WeekChange(
        changes=(
            *(
                SetsChange(
                    workout_id=workout.id,
                    exercise_id=old.exercise_id,
                    old_sets=old.sets,
                    new_sets=new.sets,
                    because=_because(old.sets - new.sets, new.sets, minutes),
                )
                for old, new in pairs
                if new.sets != old.sets
            ),
            *moved.changes,
        ),
        left=moved.left,
        minutes_before=-(-before // _MINUTE),
        minutes_after=-(-cutting.seconds() // _MINUTE),
    )


def _because(cut: int, remaining: int, minutes: int) -> str:
    if not remaining:
        return (
            f"Left out to fit into {minutes} minutes: it would add the least to this"
            " week."
        )
    if cut == 1:
        return (
            f"1 set less to fit into {minutes} minutes: it would add the least to"
            " this week."
        )
    return (
        f"{sets(cut)} less to fit into {minutes} minutes: they would add the least"
        " to this week."
    )


def _weekly(week: PlannedWeek) -> Counter[Muscle]:
    """Return the fractional sets of the week, in halves, so that they are whole."""
    halves: Counter[Muscle] = Counter()
    for each in week.workouts:
        if each.standing is not Standing.SKIPPED:
            for one in each.exercises:
                for muscle, share in one.contributions.items():
                    halves[muscle] += round(2 * share) * one.sets
    return halves


@dataclass(slots=True, kw_only=True)
class _Cutting:
    """The workout being cut; `weekly` are the half sets of each muscle's week."""

    week: PlannedWeek
    exercises: tuple[WeekExercise, ...]
    weekly: Counter[Muscle]

    def seconds(self) -> int:
        return seconds_left(self.exercises, self.week.pace)

    def take(self, place_in: int, count: int) -> None:
        """Take sets off an exercise; a negative count gives them back."""
        self.exercises = self._with(place_in, count)
        for muscle, share in self.exercises[place_in].contributions.items():
            self.weekly[muscle] -= round(2 * share) * count

    def least_worth(self) -> tuple[int, int] | None:
        """Return which exercise loses how many sets: the least worth for the time."""
        now = self.seconds()
        choices: list[tuple[tuple[float, float, int, int], int, int]] = []
        for place_in, one in enumerate(self.exercises):
            for count in range(1, one.sets - one.done + 1):
                shorter = self._with(place_in, count)
                saved = now - seconds_left(shorter, self.week.pace)
                if saved <= 0 or not any(each.sets for each in shorter):
                    continue
                worth = self._worth(one, count)
                rank = (round(worth / saved, 15), round(worth, 12), -place_in, count)
                choices.append((rank, place_in, count))
        if not choices:
            return None
        _, place_in, count = min(choices)
        return place_in, count

    def most_worth_that_fits(
        self, planned: Sequence[WeekExercise], limit: int
    ) -> int | None:
        """Return the exercise whose next set fits again and is worth the most."""
        best: tuple[float, int] | None = None
        for place_in, (one, whole) in enumerate(
            zip(self.exercises, planned, strict=True)
        ):
            if one.sets >= whole.sets:
                continue
            longer = self._with(place_in, -1)
            if seconds_left(longer, self.week.pace) > limit:
                continue
            worth = self._worth(one, -1)
            if best is None or -worth > best[0]:
                best = (-worth, place_in)
        return None if best is None else best[1]

    def _with(self, place_in: int, count: int) -> tuple[WeekExercise, ...]:
        return tuple(
            replace(one, sets=one.sets - count) if number == place_in else one
            for number, one in enumerate(self.exercises)
        )

    def _worth(self, one: WeekExercise, count: int) -> float:
        return worth_of_sets(
            count,
            one.contributions,
            weekly={muscle: halves / 2 for muscle, halves in self.weekly.items()},
            emphasis={m: Emphasis(e) for m, e in self.week.emphasis.items()},
        )
