"""How somebody trains, and the week that a block could begin with."""

from dataclasses import dataclass
from datetime import date

from metricgain.engine.habits import habits_of
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.store.database import Transaction
from metricgain.store.habits import load_recent_past


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualExercise:
    """An exercise as it is usually done; its e1RM is in kg."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    share: float
    e1rm_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualWorkout:
    """A workout of the usual week; `weekday` from 0 for Monday."""

    name: str
    weekday: int
    sessions: int
    exercises: tuple[UsualExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualSets:
    """Weekly sets of a muscle on the average."""

    muscle: Muscle
    muscle_group: MuscleGroup
    direct_sets: float
    fractional_sets: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualTraining:
    """Habits; without `workouts` where too little was done to tell."""

    first_day: date | None
    last_day: date | None
    weeks: int
    sessions: int
    days_per_week: int
    weekdays: tuple[int, ...]
    workouts: tuple[UsualWorkout, ...]
    muscles: tuple[UsualSets, ...]


async def usual_training(tx: Transaction) -> UsualTraining:
    """Return how the bound user trained in the weeks before their last workout."""
    past = await load_recent_past(tx)
    found = habits_of(past.sessions)
    return UsualTraining(
        first_day=found.first_day,
        last_day=found.last_day,
        weeks=found.weeks,
        sessions=found.sessions,
        days_per_week=found.days_per_week,
        weekdays=found.weekdays,
        workouts=tuple(
            UsualWorkout(
                name=workout.name,
                weekday=workout.weekday,
                sessions=workout.sessions,
                exercises=tuple(
                    UsualExercise(
                        exercise_id=one.exercise_id,
                        name=past.lifts[one.exercise_id].name,
                        sets=one.sets,
                        rep_min=one.rep_min,
                        rep_max=one.rep_max,
                        share=round(one.share, 2),
                        e1rm_kg=past.lifts[one.exercise_id].e1rm_kg,
                    )
                    for one in workout.exercises
                ),
            )
            for workout in found.workouts
        ),
        muscles=tuple(
            UsualSets(
                muscle=one.muscle,
                muscle_group=GROUP_OF[one.muscle],
                direct_sets=round(one.direct_sets, 1),
                fractional_sets=round(one.fractional_sets, 1),
            )
            for one in found.volume
        ),
    )
