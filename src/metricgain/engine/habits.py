"""How somebody trains, inferred from what was done: docs/engine/habits.md."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from statistics import median
from string import ascii_uppercase
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.iso_weeks import DAYS, monday_of
from metricgain.engine.muscles import Muscle

WEEKS: Final = 12
LEAST_SESSIONS: Final = 3
LEAST_WEEKS: Final = 2
MOST_DAYS: Final = 6
SAME_WORKOUT: Final = 0.4
SAME_NAME: Final = 0.2
LEAST_SHARE: Final = 1 / 3
MOST_EXERCISES: Final = 8
MOST_SETS: Final = 8
LEAST_REPS: Final = 5
MOST_REPS: Final = 30
NARROWEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneExercise:
    """An exercise of a workout: the reps of its working sets, in order.

    `contributions` are the sets that a set counts for a muscle, 1 or 0.5. One that
    cannot be planned any more counts, and is not proposed.
    """

    exercise_id: int
    reps: tuple[int, ...]
    contributions: Mapping[Muscle, float]
    is_plannable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneSession:
    """A workout that was done on a day, its exercises in their order."""

    day: date
    name: str
    exercises: tuple[DoneExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitualExercise:
    """An exercise as it is usually done; `share` of its workouts have it."""

    exercise_id: int
    sets: int
    rep_min: int
    rep_max: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitualWorkout:
    """A workout of the usual week; `weekday` counts from 0 for Monday."""

    name: str
    weekday: int
    sessions: int
    exercises: tuple[HabitualExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitualVolume:
    """Weekly sets of a muscle on the average."""

    muscle: Muscle
    direct_sets: float
    fractional_sets: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How somebody trained in `weeks` weeks with training, up to the last workout.

    There are no `workouts` where too little was done to tell.
    """

    first_day: date | None = None
    last_day: date | None = None
    weeks: int = 0
    sessions: int = 0
    days_per_week: int = 0
    weekdays: tuple[int, ...] = ()
    workouts: tuple[HabitualWorkout, ...] = ()
    volume: tuple[HabitualVolume, ...] = ()


def habits_of(sessions: Iterable[DoneSession]) -> Habits:
    """Return the habits of the last weeks before the last of some workouts."""
    done = sorted((one for one in sessions if one.exercises), key=lambda one: one.day)
    if not done:
        return Habits()
    last = done[-1].day
    first = monday_of(last) - timedelta(days=DAYS * (WEEKS - 1))
    recent = [one for one in done if one.day >= first]
    weeks = Counter(monday_of(one.day) for one in recent)
    enough = len(recent) >= LEAST_SESSIONS and len(weeks) >= LEAST_WEEKS
    days = min(MOST_DAYS, ceil(median(weeks.values())))
    weekdays = _weekdays(recent, days)
    return Habits(
        first_day=recent[0].day,
        last_day=last,
        weeks=len(weeks),
        sessions=len(recent),
        days_per_week=days,
        weekdays=weekdays,
        workouts=_week(_groups(recent), weekdays) if enough else (),
        volume=_volume(recent, len(weeks)),
    )


def _weekdays(sessions: Sequence[DoneSession], days: int) -> tuple[int, ...]:
    """Return the usual weekdays; where too few were ever used, any others follow."""
    counts = Counter(one.day.weekday() for one in sessions)
    by_use = sorted(range(DAYS), key=lambda weekday: (-counts[weekday], weekday))
    return tuple(sorted(by_use[:days]))


@dataclass(slots=True)
class _Group:
    """Workouts that are taken for one."""

    sessions: list[DoneSession] = field(default_factory=list)

    def likeness(self, session: DoneSession) -> float:
        """Return how much a workout shares with the newest of this group."""
        newest = self.sessions[0]
        mine = {one.exercise_id for one in newest.exercises}
        its = {one.exercise_id for one in session.exercises}
        same = bool(session.name) and session.name.casefold() == newest.name.casefold()
        return len(mine & its) / len(mine | its) + (SAME_NAME if same else 0)

    def on(self, weekday: int) -> int:
        """Return how often the workout was on a weekday."""
        return sum(one.day.weekday() == weekday for one in self.sessions)


def _groups(sessions: Sequence[DoneSession]) -> list[_Group]:
    """Return the workouts that came again and again, the most frequent first."""
    groups: list[_Group] = []
    for session in reversed(sessions):
        best = max(groups, key=lambda group: group.likeness(session), default=None)
        if best is None or best.likeness(session) < SAME_WORKOUT:
            best = _Group()
            groups.append(best)
        best.sessions.append(session)
    return sorted(groups, key=lambda group: -len(group.sessions))


def _week(
    groups: Sequence[_Group], weekdays: Sequence[int]
) -> tuple[HabitualWorkout, ...]:
    usual = [group for group in groups if _exercises(group)][: len(weekdays)]
    if not usual:
        return ()
    waiting = [usual[place % len(usual)] for place in range(len(weekdays))]
    turns: list[_Group] = []
    names: Counter[str] = Counter()
    workouts = []
    for weekday in weekdays:
        group = max(waiting, key=lambda one: one.on(weekday))
        waiting.remove(group)
        if group not in turns:
            turns.append(group)
        name = _name(group, turns.index(group))
        names[name] += 1
        workouts.append(
            HabitualWorkout(
                name=name if names[name] == 1 else f"{name} {names[name]}",
                weekday=weekday,
                sessions=len(group.sessions),
                exercises=_exercises(group),
            )
        )
    return tuple(workouts)


def _name(group: _Group, place: int) -> str:
    names = Counter(one.name for one in group.sessions if one.name.strip())
    return names.most_common(1)[0][0] if names else ascii_uppercase[place]


def _exercises(group: _Group) -> tuple[HabitualExercise, ...]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    done: defaultdict[int, list[DoneExercise]] = defaultdict(list)
    for session in group.sessions:
        for place, one in enumerate(session.exercises):
            if one.is_plannable and any(one.reps):
                places[one.exercise_id].append(place)
                done[one.exercise_id].append(one)
    total = len(group.sessions)
    usual = [one for one, found in done.items() if len(found) >= total * LEAST_SHARE]
    kept = sorted(usual, key=lambda one: -len(done[one]))[:MOST_EXERCISES]
    kept.sort(key=lambda one: (median(places[one]), one))
    return tuple(_exercise(done[one], total) for one in kept)


def _exercise(done: Sequence[DoneExercise], total: int) -> HabitualExercise:
    sets = ceil(median(len(one.reps) for one in done))
    low, high = _range(sorted(reps for one in done for reps in one.reps))
    return HabitualExercise(
        exercise_id=done[0].exercise_id,
        sets=max(1, min(MOST_SETS, sets)),
        rep_min=low,
        rep_max=high,
        share=len(done) / total,
    )


def _range(reps: Sequence[int]) -> tuple[int, int]:
    """Return the middle half of some reps, as a range that can be planned."""
    last = len(reps) - 1
    low = min(max(reps[last // 4], LEAST_REPS), MOST_REPS - NARROWEST)
    high = min(max(reps[ceil(last * 3 / 4)], low), MOST_REPS)
    missing = NARROWEST - (high - low)
    if missing > 0:
        low = max(LEAST_REPS, low - missing // 2)
        high = max(high, low + NARROWEST)
    return low, high


def _volume(sessions: Sequence[DoneSession], weeks: int) -> tuple[HabitualVolume, ...]:
    direct: Counter[Muscle] = Counter()
    fractional: defaultdict[Muscle, float] = defaultdict(float)
    for session in sessions:
        for one in session.exercises:
            for muscle, share in one.contributions.items():
                fractional[muscle] += share * len(one.reps)
                direct[muscle] += len(one.reps) if share == DIRECT else 0
    return tuple(
        HabitualVolume(
            muscle=muscle,
            direct_sets=direct[muscle] / weeks,
            fractional_sets=fractional[muscle] / weeks,
        )
        for muscle in Muscle
        if fractional[muscle]
    )
