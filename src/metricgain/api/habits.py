"""Habits: how one trains, to start a block from."""

from datetime import date

import msgspec

from metricgain.api.routes import keep
from metricgain.api.session import Asker
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.reads.habits import usual_training


class UsualExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise as it is usually done; in `share` of its workouts it occurs."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    share: float
    e1rm_kg: float | None


class UsualWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of the usual week; `sessions` is how often it was done."""

    name: str
    weekday: int
    sessions: int
    exercises: list[UsualExerciseShape]


class UsualSetsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Weekly sets of a muscle on the average."""

    muscle: Muscle
    muscle_group: MuscleGroup
    direct_sets: float
    fractional_sets: float


class HabitsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How one trained in the weeks before the last workout.

    `weeks` are those with training. `workouts` are what a block could begin with, in
    the words of `POST /api/v1/mesocycles`; there are none where too little was done to
    tell, and `sessions` is 0 without a history.
    """

    first_day: date | None
    last_day: date | None
    weeks: int
    sessions: int
    days_per_week: int
    weekdays: list[int]
    workouts: list[UsualWorkoutShape]
    muscles: list[UsualSetsShape]


@keep("/habits", tags=["planning"])
async def get_habits(asker: Asker) -> HabitsShape:
    """Return how one trains: days, workouts, exercises, sets per muscle, strength."""
    async with asker.reading() as tx:
        found = await usual_training(tx)
    return msgspec.convert(found, HabitsShape, from_attributes=True)


ROUTES = [get_habits]
