"""One planned workout, set by set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from metricgain.engine.equipment import AvailableLoads, Unit, as_entered, kg_of
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.set_plan import PlannedSet, warm_up_sets, working_sets
from metricgain.store.block_screens import SessionOfBlock, load_session
from metricgain.store.database import Transaction
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import Lift, load_lifts, loads_on
from metricgain.store.mesocycles import Prescription


@dataclass(frozen=True, slots=True, kw_only=True)
class SetToDo:
    """One set: a weight in `unit`, None where a first set finds it, and reps."""

    weight: Decimal | None
    unit: str
    reps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseToDo:
    """An exercise with its warm-ups and its working sets, and why they are so.

    `target_sets` is None until it is prescribed: the sets are then a projection.
    """

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    position: int
    target_sets: int | None
    projected_sets: int
    reps: int | None
    rep_min: int
    rep_max: int
    weight: Decimal | None
    unit: str
    rir: int
    superset: int | None
    swap: str | None
    is_recovery: bool
    because: str
    rule_id: str
    warm_ups: tuple[SetToDo, ...]
    sets: tuple[SetToDo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWorkout:
    """A workout of a block; `status` is that of its log once it has begun."""

    id: UUID
    mesocycle_id: UUID
    mesocycle_name: str
    workout_id: UUID
    name: str
    week_number: int
    position: int
    scheduled_on: date
    status: str
    is_deload: bool
    is_prescribed: bool
    revision: int
    exercises: tuple[ExerciseToDo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What an exercise can be loaded with, and its first set if that is known."""

    loads: AvailableLoads
    first: PlannedSet | None


async def planned_workout(tx: Transaction, instance_id: UUID) -> PlannedWorkout:
    """Return one planned workout with every set of it. Raises NotFound."""
    session = await load_session(tx, instance_id)
    lifter = await load_lifter(tx)
    lifts = await load_lifts(tx, (e.exercise_id for e in session.exercises), lifter)
    return PlannedWorkout(
        id=session.id,
        mesocycle_id=session.mesocycle_id,
        mesocycle_name=session.mesocycle_name,
        workout_id=session.workout_id,
        name=session.name,
        week_number=session.week_number,
        position=session.position,
        scheduled_on=session.scheduled_on,
        status=session.log_status or session.status,
        is_deload=session.is_deload,
        is_prescribed=session.prescribed_at is not None,
        revision=session.revision,
        exercises=tuple(_exercises(session, lifts, lifter)),
    )


def _exercises(
    session: SessionOfBlock, lifts: Mapping[int, Lift], lifter: Lifter
) -> list[ExerciseToDo]:
    warm: set[Muscle] = set()
    found = []
    for position, planned in enumerate(session.exercises, 1):
        lift = lifts[planned.exercise_id]
        is_cold = not lift.direct_muscles <= warm
        warm |= lift.direct_muscles
        is_easy = session.is_deload or planned.is_recovery
        work = _work(planned, loads_on(lift, lifter, session.workout_id))
        warm_ups, sets = _sets(planned, work, lifter, is_cold=is_cold, is_easy=is_easy)
        found.append(
            ExerciseToDo(
                exercise_id=planned.exercise_id,
                name=lift.name,
                muscle_group=lift.muscle_group,
                position=position,
                target_sets=planned.target_sets,
                projected_sets=planned.projected_sets,
                reps=planned.reps,
                rep_min=planned.rep_min,
                rep_max=planned.rep_max,
                weight=planned.weight,
                unit=planned.unit,
                rir=planned.rir,
                superset=planned.superset,
                swap=planned.swap,
                is_recovery=planned.is_recovery,
                because=planned.because,
                rule_id=planned.rule_id,
                warm_ups=warm_ups,
                sets=sets,
            )
        )
    return found


def _work(planned: Prescription, loads: AvailableLoads) -> _Work:
    if planned.weight is None or planned.reps is None:
        return _Work(loads=loads, first=None)
    kg = kg_of(float(planned.weight), Unit(planned.unit))
    first = PlannedSet(load=as_entered(kg, loads), reps=planned.reps)
    return _Work(loads=loads, first=first)


def _sets(
    planned: Prescription, work: _Work, lifter: Lifter, *, is_cold: bool, is_easy: bool
) -> tuple[tuple[SetToDo, ...], tuple[SetToDo, ...]]:
    """Return the warm-ups and the working sets of an exercise."""
    count = planned.target_sets
    if count is None or planned.reps is None:
        return (), ()
    if work.first is None:
        unknown = SetToDo(weight=None, unit=planned.unit, reps=planned.reps)
        return (), (unknown,) * count
    sets = working_sets(
        work.first,
        sets=count,
        rep_min=min(planned.rep_min, work.first.reps),
        loads=work.loads,
        is_easy=is_easy,
    )
    warm_ups = warm_up_sets(
        work.first, loads=work.loads, percentages=lifter.warm_up_percentages
    )
    return _to_do(warm_ups if is_cold and count else ()), _to_do(sets)


def _to_do(sets: tuple[PlannedSet, ...]) -> tuple[SetToDo, ...]:
    return tuple(
        SetToDo(
            weight=Decimal(str(round(one.load.entered, 2))),
            unit=str(one.load.unit),
            reps=one.reps,
        )
        for one in sets
    )
