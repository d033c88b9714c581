"""What the past adds up to: weeks, muscles, exercises and records.

The straightforward computation of docs/statistics.md, from everything that was ever
logged. The rows that the database keeps ready are compared with it. It counts in whole
grams, so that both come to the same number to the last digit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeAlias
from uuid import UUID

from metricgain.engine.contributions import DIRECT
from metricgain.engine.e1rm import (
    MOST_REPS_FOR_TREND,
    MOST_REPS_MEDIUM,
    REPS_PER_DOUBLING,
    confidence,
)
from metricgain.engine.equipment import KG_PER_LB
from metricgain.engine.muscles import Muscle
from metricgain.engine.volume import is_working_set

MOST_REPS_OF_A_RECORD: Final = MOST_REPS_FOR_TREND
"""Longer sets say nothing of strength, so they set no record of weight."""
LONGEST_WORKOUT: Final = timedelta(hours=24)
"""A workout that was left open counts as no longer than this."""

_GRAM: Final = Decimal("0.001")
_TENTH: Final = Decimal("0.1")

Week: TypeAlias = tuple[int, int]
"""The ISO year and week of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogged:
    """A set as it was entered: `weight` in kg, or in pounds if `in_pounds`.

    `load_kind` is None where it is that of the exercise, and `seconds` where no time
    was taken. A set that `is_doubtful` looks like a slip and waits to be confirmed.
    """

    id: int
    exercise_id: int
    weight: Decimal
    in_pounds: bool
    reps: int
    rir: Decimal | None
    load_kind: str | None
    is_warm_up: bool
    is_doubtful: bool
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutLogged:
    """A workout that was not skipped, on its day in the lifter's own time zone."""

    id: UUID
    local_date: date
    in_block: bool
    is_deload: bool
    started_at: datetime | None
    completed_at: datetime | None
    body_weight_kg: Decimal
    sets: Sequence[SetLogged]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFacts:
    """What has to be known of an exercise; `muscles` counts a set 1 or 0.5."""

    load_kind: str
    body_weight_factor: Decimal
    muscles: Mapping[Muscle, float]
    is_timed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One ISO week: kilograms, seconds, and whether its planned part was a deload."""

    week: Week
    total_volume: Decimal
    workout_count: int
    working_sets: int
    duration_seconds: int
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleRow:
    """One muscle in one ISO week. `sessions` are workouts with a direct set for it."""

    week: Week
    muscle: Muscle
    volume_kg: Decimal
    direct_sets: int
    fractional_sets: Decimal
    sessions: int
    last_trained: date | None
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRow:
    """One exercise in one ISO week; `best` is its (log, set), of reps and kilograms."""

    week: Week
    exercise_id: int
    sets: int
    volume_kg: Decimal
    max_one_rm: Decimal | None
    best_weight_kg: Decimal | None
    best_reps: int | None
    best: tuple[UUID, int] | None
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A best: of "weight" in kg at exactly `reps`, of "e1rm" in kg, or of "volume".

    `reps` is 0 but for weight. The set is None for a volume, which many have made.
    """

    exercise_id: int
    kind: str
    reps: int
    value: Decimal
    weight_kg: Decimal | None
    record_reps: int | None
    achieved_on: date
    workout_log_id: UUID
    set_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """All that is kept ready of one lifter's past. Each row is there once."""

    weeks: frozenset[WeekRow]
    muscles: frozenset[MuscleRow]
    exercises: frozenset[ExerciseRow]
    records: frozenset[RecordRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A set that counts, with its load in grams."""

    workout: WorkoutLogged
    done: SetLogged
    load_g: int
    muscles: Mapping[Muscle, float]

    @property
    def volume_g(self) -> int:
        return self.load_g * self.done.reps

    @property
    def tenths(self) -> int:
        """Reps plus reps in reserve, in tenths."""
        return 10 * self.done.reps + int((self.done.rir or Decimal(0)) * 10)

    @property
    def e1rm_g(self) -> int | None:
        """The estimate that is kept (engine/e1rm.py), to the gram, or None."""
        rir = float(self.done.rir or 0)
        if self.load_g <= 0 or self.done.reps < 1:
            return None
        if confidence(self.done.reps, rir) is None:
            return None
        if self.tenths == 10:  # noqa: PLR2004 - one rep with nothing in reserve
            return self.load_g
        share = 10 * REPS_PER_DOUBLING
        return (2 * self.load_g * (share + self.tenths) + share) // (2 * share)


_Sets: TypeAlias = Sequence[_Counted]


def statistics(
    workouts: Iterable[WorkoutLogged], exercises: Mapping[int, ExerciseFacts]
) -> Statistics:
    """Return everything that follows from what was logged. Raises KeyError.

    `exercises` holds every exercise that a set names.
    """
    weeks: dict[Week, list[_Counted]] = defaultdict(list)
    by_exercise: dict[int, list[_Counted]] = defaultdict(list)
    for counted in _counted(workouts, exercises):
        weeks[iso_week(counted.workout.local_date)].append(counted)
        by_exercise[counted.done.exercise_id].append(counted)
    return Statistics(
        weeks=frozenset(_week(week, sets) for week, sets in weeks.items()),
        muscles=frozenset(
            row for week, sets in weeks.items() for row in _muscles(week, sets)
        ),
        exercises=frozenset(
            row for week, sets in weeks.items() for row in _exercises(week, sets)
        ),
        records=frozenset(
            row
            for exercise_id, sets in by_exercise.items()
            for row in _records(exercise_id, sets)
        ),
    )


def iso_week(day: date) -> Week:
    """Return the ISO year and week of a day."""
    year, week, _ = day.isocalendar()
    return year, week


def counts(done: SetLogged, exercise: ExerciseFacts) -> bool:
    """Say whether a set counts (engine/volume.py); one that is timed needs no reps."""
    return is_working_set(
        reps=done.reps,
        rir=None if done.rir is None else float(done.rir),
        warm_up=done.is_warm_up,
        held_seconds=done.seconds if exercise.is_timed else None,
    )


def load_grams(
    done: SetLogged, exercise: ExerciseFacts, *, body_weight_kg: Decimal
) -> int:
    """Return what the body worked against in a set, to the gram.

    The rule is that of engine/logged_load.py: a weight per side stays that of one side.
    """
    kg = done.weight * (Decimal(str(KG_PER_LB)) if done.in_pounds else 1)
    kind = done.load_kind or exercise.load_kind
    if kind != "external":
        own = body_weight_kg * exercise.body_weight_factor
        kg = max(Decimal(0), own - kg) if kind == "assisted" else own + kg
    return int((1000 * kg).to_integral_value(ROUND_HALF_UP))


def _counted(
    workouts: Iterable[WorkoutLogged], exercises: Mapping[int, ExerciseFacts]
) -> Iterator[_Counted]:
    for workout in workouts:
        for done in workout.sets:
            exercise = exercises[done.exercise_id]
            if counts(done, exercise):
                yield _Counted(
                    workout=workout,
                    done=done,
                    load_g=load_grams(
                        done, exercise, body_weight_kg=workout.body_weight_kg
                    ),
                    muscles=exercise.muscles,
                )


def _week(week: Week, sets: _Sets) -> WeekRow:
    workouts = {one.workout.id: one.workout for one in sets}.values()
    planned = [workout.is_deload for workout in workouts if workout.in_block]
    return WeekRow(
        week=week,
        total_volume=_kg(sum(one.volume_g for one in sets)),
        workout_count=len(workouts),
        working_sets=len(sets),
        duration_seconds=sum(_seconds(workout) for workout in workouts),
        is_deload=bool(planned) and all(planned),
    )


def _seconds(workout: WorkoutLogged) -> int:
    if workout.started_at is None or workout.completed_at is None:
        return 0
    lasted = workout.completed_at - workout.started_at
    return int(min(lasted, LONGEST_WORKOUT) / timedelta(seconds=1))


def _muscles(week: Week, sets: _Sets) -> Iterator[MuscleRow]:
    for muscle in Muscle:
        trained = [(one, one.muscles[muscle]) for one in sets if muscle in one.muscles]
        direct = [one for one, share in trained if share >= DIRECT]
        if not trained:
            continue
        tonnage = sum(Decimal(str(share)) * one.volume_g for one, share in trained)
        yield MuscleRow(
            week=week,
            muscle=muscle,
            volume_kg=_kg(tonnage),
            direct_sets=len(direct),
            fractional_sets=Decimal(str(sum(share for _, share in trained))).quantize(
                _TENTH
            ),
            sessions=len({one.workout.id for one in direct}),
            last_trained=max((one.workout.local_date for one in direct), default=None),
            is_deload=all(one.workout.is_deload for one, _ in trained),
        )


def _exercises(week: Week, sets: _Sets) -> Iterator[ExerciseRow]:
    for exercise_id in {one.done.exercise_id for one in sets}:
        of_it = [one for one in sets if one.done.exercise_id == exercise_id]
        best = min(
            (one for one in of_it if not one.done.is_doubtful),
            key=lambda one: (
                -(one.e1rm_g or 0),
                -one.load_g,
                -one.done.reps,
                *_when(one),
            ),
            default=None,
        )
        e1rm_g = best.e1rm_g if best else None
        yield ExerciseRow(
            week=week,
            exercise_id=exercise_id,
            sets=len(of_it),
            volume_kg=_kg(sum(one.volume_g for one in of_it)),
            max_one_rm=None if e1rm_g is None else _kg(e1rm_g),
            best_weight_kg=_kg(best.load_g) if best else None,
            best_reps=best.done.reps if best else None,
            best=(best.workout.id, best.done.id) if best else None,
            is_deload=all(one.workout.is_deload for one in of_it),
        )


def _records(exercise_id: int, sets: _Sets) -> Iterator[RecordRow]:
    """Return the bests of one exercise; of equals, that of the earliest day."""
    sure = [one for one in sets if not (one.done.is_doubtful or one.workout.is_deload)]
    weights: dict[int, list[tuple[int, _Counted]]] = defaultdict(list)
    estimates: list[tuple[int, _Counted]] = []
    volumes: dict[UUID, int] = defaultdict(int)
    for one in sure:
        volumes[one.workout.id] += one.volume_g
        if one.load_g > 0 and 1 <= one.done.reps <= MOST_REPS_OF_A_RECORD:
            weights[one.done.reps].append((one.load_g, one))
        if one.e1rm_g is not None and one.tenths <= 10 * MOST_REPS_MEDIUM:
            estimates.append((one.e1rm_g, one))
    for reps, candidates in weights.items():
        yield _record(exercise_id, "weight", reps, candidates)
    if estimates:
        yield _record(exercise_id, "e1rm", 0, estimates)
    days = {one.workout.id: one.workout.local_date for one in sure}
    ranked = sorted((-g, days[log], log) for log, g in volumes.items() if g > 0)
    for grams, day, log in ranked[:1]:
        yield RecordRow(
            exercise_id=exercise_id,
            kind="volume",
            reps=0,
            value=_kg(-grams),
            weight_kg=None,
            record_reps=None,
            achieved_on=day,
            workout_log_id=log,
            set_id=None,
        )


def _record(
    exercise_id: int, kind: str, reps: int, candidates: Sequence[tuple[int, _Counted]]
) -> RecordRow:
    grams, best = min(candidates, key=lambda found: (-found[0], *_when(found[1])))
    return RecordRow(
        exercise_id=exercise_id,
        kind=kind,
        reps=reps,
        value=_kg(grams),
        weight_kg=_kg(best.load_g),
        record_reps=best.done.reps,
        achieved_on=best.workout.local_date,
        workout_log_id=best.workout.id,
        set_id=best.done.id,
    )


def _when(one: _Counted) -> tuple[date, UUID, int]:
    return one.workout.local_date, one.workout.id, one.done.id


def _kg(grams: Decimal | int) -> Decimal:
    return (Decimal(grams) / 1000).quantize(_GRAM, ROUND_HALF_UP)
