"""What every plan is made with: the lifter's aims, exercises, history and checks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeVar
from uuid import UUID

from metricgain.engine.block import LONG_BREAK_DAYS, Aims, Day, Known, Planned
from metricgain.engine.block import Slot as PlanSlot
from metricgain.engine.generator.options import axial_of
from metricgain.engine.generator.profile import Profile
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline, OutlineExercise, OutlineWorkout
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    Finding,
    PlannedDay,
    PlannedExercise,
    errors_of,
)
from metricgain.engine.planned_week import Lifter as CheckedLifter
from metricgain.engine.rir import LONGEST_BLOCK, SHORTEST_BLOCK
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.database import Transaction, sql
from metricgain.store.history import load_known
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import Lift, load_lifts, loads_on
from metricgain.store.mesocycles import Prescription

MOST_REPS: Final = 100
FIRST_DAY: Final = date(1970, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """The exercises of a plan with what is known of them."""

    lifter: Lifter
    lifts: Mapping[int, Lift]
    known: Mapping[int, Known]

    def slot(self, planned: OutlineExercise, like: UUID | None = None) -> PlanSlot:
        """Return an exercise of an outline as the engine plans it.

        Its loads are those of where the workout that it is `like` was trained.
        """
        lift = self.lifts[planned.exercise_id]
        return PlanSlot(
            exercise_id=lift.exercise_id,
            group=lift.muscle_group,
            contributions=lift.contributions,
            loads=loads_on(lift, self.lifter, like) if like else lift.loads,
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
            Day(name=w.name, slots=tuple(self.slot(one, w.like) for one in w.exercises))
            for w in workouts
        )


async def load_gym(
    tx: Transaction, exercise_ids: Iterable[int], *, lifter: Lifter, on: date
) -> Gym:
    """Return exercises and what is known of them on a day, by two statements.

    Raises NotFound for an exercise that the user does not have.
    """
    lifts = await load_planned_lifts(tx, exercise_ids, lifter)
    known = await load_known(tx, lifts, lifter=lifter, on=on)
    return Gym(lifter=lifter, lifts=lifts, known=known)


async def load_planned_lifts(
    tx: Transaction, exercise_ids: Iterable[int], lifter: Lifter
) -> Mapping[int, Lift]:
    """Return the exercises of a plan. Raises NotFound for one the user lacks."""
    wanted = frozenset(exercise_ids)
    lifts = await load_lifts(tx, wanted, lifter)
    missing = wanted - lifts.keys()
    if missing:
        raise NotFound(
            f"there is no exercise {min(missing)}",
            field="exerciseId",
            remedy="Pick one from GET /api/v1/exercises.",
        )
    return lifts


async def last_trained_on(tx: Transaction) -> date | None:
    """Return the day of the user's last workout, None before the first."""
    found = await tx.value(sql("last_trained"), tx.user_id)
    assert found is None or isinstance(found, date)
    return found


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
        deload_style=lifter.deload_style,
    )


def check_outline(outline: Outline) -> None:
    """Raise Invalid for weeks, dates and weekdays that no block has."""
    if not SHORTEST_BLOCK <= outline.weeks <= LONGEST_BLOCK:
        raise Invalid(
            f"a block has 3 to 7 weeks, not {outline.weeks}", field="durationWeeks"
        )
    last = LAST_DAY - timedelta(weeks=LONGEST_BLOCK)
    if not FIRST_DAY <= outline.start_date <= last:
        raise Invalid("a block starts within 1970 to 2100", field="startDate")
    weekdays = [workout.weekday for workout in outline.workouts]
    if not outline.workouts:
        raise Invalid("a block has at least one workout a week", field="workouts")
    if any(day not in range(7) for day in weekdays):
        raise Invalid("weekdays count from 0 for Monday to 6", field="weekdays")
    if len(set(weekdays)) != len(weekdays):
        raise Invalid("there is one workout a day", field="weekdays")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of a plan besides its exercises; what is not is not checked.

    `weekdays` are the days on which its workouts really come; `minutes` their time,
    week by week; `dates` all days on which each one comes.
    """

    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    profile: Profile | None = None
    weekdays: Sequence[int | None] = ()
    minutes: Sequence[Sequence[int]] = ()
    dates: Sequence[Sequence[date]] = ()


def findings_of(
    workouts: Sequence[OutlineWorkout],
    lifts: Mapping[int, Lift],
    lifter: Lifter,
    context: Context | None = None,
) -> list[Finding]:
    """Return all that a week of workouts gets wrong, by the rules of every plan."""
    known = context or Context()
    days = [
        PlannedDay(
            name=workout.name,
            weekday=_at(known.weekdays, index, workout.weekday),
            minutes=minutes[0] if (minutes := _at(known.minutes, index, ())) else None,
            # The last week is the deload.
            peak_minutes=max(minutes[:-1], default=None),
            dates=_at(known.dates, index, ()),
            exercises=[
                _checked(one, lifts[one.exercise_id]) for one in workout.exercises
            ],
        )
        for index, workout in enumerate(workouts)
    ]
    return check_plan(
        days,
        lifter=CheckedLifter(
            experience=lifter.experience,
            overrides=lifter.landmarks,
            emphasis=known.emphasis,
            profile=known.profile,
        ),
    )


_Each = TypeVar("_Each")


def _at(items: Sequence[_Each], index: int, default: _Each) -> _Each:
    return items[index] if index < len(items) else default


def _checked(planned: OutlineExercise, lift: Lift) -> PlannedExercise:
    return PlannedExercise(
        name=lift.name,
        contributions=lift.contributions,
        sets=planned.sets,
        rep_min=planned.rep_min,
        rep_max=planned.rep_max,
        exercise_id=lift.exercise_id,
        equipment=lift.equipment,
        pattern=lift.movement_pattern,
        joints=lift.joints,
        axial=axial_of(lift.movement_pattern, lift.equipment),
    )


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
