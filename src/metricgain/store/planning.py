"""What every plan is made with: the lifter's aims, exercises, history and checks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from metricgain.engine.block import LONG_BREAK_DAYS, Aims, Day, Known, Planned
from metricgain.engine.block import Slot as PlanSlot
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import OutlineExercise, OutlineWorkout
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    Finding,
    PlannedDay,
    PlannedExercise,
    errors_of,
)
from metricgain.engine.planned_week import Lifter as CheckedLifter
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.database import Transaction
from metricgain.store.history import load_known
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import Lift, load_lifts
from metricgain.store.mesocycles import Prescription

MOST_REPS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """The exercises of a plan with what is known of them."""

    lifter: Lifter
    lifts: Mapping[int, Lift]
    known: Mapping[int, Known]

    def slot(self, planned: OutlineExercise) -> PlanSlot:
        """Return an exercise of an outline as the engine plans it."""
        lift = self.lifts[planned.exercise_id]
        return PlanSlot(
            exercise_id=lift.exercise_id,
            group=lift.muscle_group,
            contributions=lift.contributions,
            loads=lift.loads,
            traps_lifter=lift.traps_lifter,
            sets=planned.sets,
            rep_min=planned.rep_min,
            rep_max=planned.rep_max,
            superset=planned.superset,
            known=self.known.get(lift.exercise_id),
        )

    def days(self, workouts: Sequence[OutlineWorkout]) -> tuple[Day, ...]:
        """Return workouts of an outline as the engine plans them."""
        return tuple(
            Day(name=w.name, slots=tuple(self.slot(one) for one in w.exercises))
            for w in workouts
        )


async def load_gym(
    tx: Transaction, exercise_ids: Iterable[int], *, lifter: Lifter, on: date
) -> Gym:
    """Return exercises and what is known of them on a day, by two statements.

    Raises NotFound for an exercise that the user does not have.
    """
    wanted = frozenset(exercise_ids)
    lifts = await load_lifts(tx, wanted, lifter)
    missing = wanted - lifts.keys()
    if missing:
        raise NotFound(
            f"there is no exercise {min(missing)}",
            field="exerciseId",
            remedy="Pick one from GET /api/v1/exercises.",
        )
    known = await load_known(tx, lifts, lifter=lifter, on=on)
    return Gym(lifter=lifter, lifts=lifts, known=known)


def aims_of(
    lifter: Lifter,
    emphasis: Mapping[Muscle, Emphasis],
    *,
    on: date,
    last_trained: date | None,
) -> Aims:
    """Return what a lifter brings to a block that starts on a day.

    Novices and those who come back after four weeks start with care.
    """
    long_ago = last_trained is not None and (on - last_trained).days >= LONG_BREAK_DAYS
    return Aims(
        experience=lifter.experience,
        landmarks=lifter.landmarks,
        emphasis=emphasis,
        rir_floor=lifter.rir_floor,
        careful_start=lifter.experience is Experience.BEGINNER or long_ago,
    )


def findings_of(
    workouts: Sequence[OutlineWorkout], lifts: Mapping[int, Lift], lifter: Lifter
) -> list[Finding]:
    """Return all that a week of workouts gets wrong, by the volume rules."""
    days = [
        PlannedDay(
            name=workout.name,
            exercises=[
                PlannedExercise(
                    name=lifts[one.exercise_id].name,
                    contributions=lifts[one.exercise_id].contributions,
                    sets=one.sets,
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                )
                for one in workout.exercises
            ],
        )
        for workout in workouts
    ]
    checked = CheckedLifter(experience=lifter.experience, overrides=lifter.landmarks)
    return check_plan(days, lifter=checked)


def refuse_errors(findings: Sequence[Finding]) -> None:
    """Raise Invalid for the first finding that breaks a limit; warnings pass."""
    for finding in errors_of(findings):
        raise Invalid(
            finding.because, field=finding.place, remedy=f"Rule: {finding.code}."
        )


def refuse_retired(exercise_ids: Iterable[int], lifts: Mapping[int, Lift]) -> None:
    """Raise Invalid for an exercise that is kept for its history only."""
    for exercise_id in exercise_ids:
        if lifts[exercise_id].is_retired:
            raise Invalid(
                "this exercise is retired and kept for its history only",
                field=lifts[exercise_id].name,
                remedy="Pick another exercise.",
            )


def prescription_of(planned: Planned, lift: Lift) -> Prescription:
    """Return what is stored of a planned exercise."""
    load = planned.load
    return Prescription(
        exercise_id=planned.exercise_id,
        projected_sets=planned.projected_sets,
        target_sets=planned.target_sets,
        full_sets=planned.target_sets,
        reps=planned.reps,
        rep_min=planned.rep_min,
        rep_max=planned.rep_max,
        weight=None if load is None else Decimal(str(round(load.entered, 2))),
        unit=str(load.unit if load else lift.loads.unit),
        rir=planned.rir,
        superset=planned.superset,
        because=planned.because,
        rule_id=planned.rule_id,
    )
