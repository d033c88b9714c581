"""How long planned workouts take, at the lifter's own pace once that is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import (
    BARS,
    Effort,
    OwnPace,
    TimedExercise,
    effort_of,
    rest_seconds,
    session_seconds,
)
from metricgain.store.database import Transaction, sql
from metricgain.store.lifts import Lift

_MINUTE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsOf:
    """The sets of an exercise in a workout."""

    lift: Lift
    sets: int
    superset: int | None


async def load_pace(tx: Transaction) -> OwnPace | None:
    """Return the lifter's median seconds per set in the last 20 workouts, or None."""
    row = await tx.row(sql("own_pace"), tx.user_id)
    if row is None or row["seconds_per_set"] is None:
        return None
    return OwnPace(
        seconds_per_set=float(row["seconds_per_set"]), sessions=row["sessions"]
    )


def minutes_of(exercises: Sequence[SetsOf], pace: OwnPace | None) -> int:
    """Return the minutes of a workout, rounded up; 0 without sets."""
    seconds = session_seconds(timed(exercises), own_pace=pace)
    return -(-seconds // _MINUTE)


def timed(exercises: Sequence[SetsOf]) -> list[TimedExercise]:
    """Return what the time of a workout depends on.

    The first exercise of a muscle, among those with sets, is the one to warm up for.
    """
    warm: set[Muscle] = set()
    found = []
    for one in exercises:
        direct = one.lift.direct_muscles if one.sets else frozenset()
        found.append(
            TimedExercise(
                sets=one.sets,
                effort=(effort := _effort(one.lift)),
                barbell=one.lift.equipment in BARS,
                skill=one.lift.skill_level - 1,
                first_of_muscle=bool(direct - warm),
                unilateral=one.lift.unilateral,
                superset=one.superset,
                rest=rest_seconds(effort, one.lift.rests),
            )
        )
        warm |= direct
    return found


def _effort(lift: Lift) -> Effort:
    return effort_of(lift.equipment, is_compound=lift.is_compound)
