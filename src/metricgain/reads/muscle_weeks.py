"""The weekly sets of each muscle over a block, beside its landmarks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from metricgain.engine.landmarks import Emphasis, mrv
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.volume import direct_sets, fractional_sets
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import Lift
from metricgain.store.mesocycles import StoredBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleInWeek:
    """The sets of a muscle in a week: planned (or projected), and done."""

    week_number: int
    direct_sets: int
    fractional_sets: float
    done_sets: int
    is_projected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleInBlock:
    """A muscle over the block, beside its landmarks in direct sets per week."""

    muscle: Muscle
    muscle_group: MuscleGroup
    emphasis: Emphasis
    maintenance: int
    mev: int
    target: int
    mrv: int
    weeks: tuple[MuscleInWeek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfSets:
    """The sets of a week as (contributions, sets): planned, and done."""

    number: int
    planned: Sequence[tuple[Mapping[Muscle, float], int]]
    done: Sequence[tuple[Mapping[Muscle, float], int]] = ()
    is_projected: bool = True


def muscles_of(
    weeks: Sequence[WeekOfSets],
    workouts: Sequence[Collection[Lift]],
    *,
    emphasis: Mapping[Muscle, Emphasis],
    lifter: Lifter,
) -> tuple[MuscleInBlock, ...]:
    """Return every muscle that an exercise of the workouts trains or helps to train."""
    trained = {
        muscle for lifts in workouts for lift in lifts for muscle in lift.contributions
    }
    return tuple(
        _muscle(muscle, weeks, workouts, emphasis=emphasis, lifter=lifter)
        for muscle in Muscle
        if muscle in trained
    )


def week_of_sets(
    stored: StoredBlock, number: int, lifts: Mapping[int, Lift]
) -> WeekOfSets:
    """Return the sets of one week of a block."""
    sessions = [one for one in stored.sessions if one.week_number == number]
    exercises = [one for session in sessions for one in session.exercises]
    return WeekOfSets(
        number=number,
        planned=[
            (
                lifts[one.exercise_id].contributions,
                one.projected_sets if one.target_sets is None else one.target_sets,
            )
            for one in exercises
        ],
        done=[
            (lifts[one.exercise_id].contributions, one.done_sets or 0)
            for one in exercises
        ],
        is_projected=any(session.prescribed_at is None for session in sessions),
    )


def _muscle(
    muscle: Muscle,
    weeks: Sequence[WeekOfSets],
    workouts: Sequence[Collection[Lift]],
    *,
    emphasis: Mapping[Muscle, Emphasis],
    lifter: Lifter,
) -> MuscleInBlock:
    landmark = lifter.landmark(muscle)
    sessions = sum(
        any(muscle in lift.direct_muscles for lift in lifts) for lifts in workouts
    )
    return MuscleInBlock(
        muscle=muscle,
        muscle_group=GROUP_OF[muscle],
        emphasis=emphasis.get(muscle, Emphasis.GROW),
        maintenance=landmark.maintenance,
        mev=landmark.mev,
        target=landmark.target,
        mrv=mrv(landmark, muscle=muscle, sessions_per_week=max(1, sessions)),
        weeks=tuple(
            MuscleInWeek(
                week_number=week.number,
                direct_sets=direct_sets(muscle, week.planned),
                fractional_sets=fractional_sets(muscle, week.planned),
                done_sets=direct_sets(muscle, week.done),
                is_projected=week.is_projected,
            )
            for week in weeks
        ),
    )
