"""The exercises of one planned session, and changing them for that session only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from metricgain.engine.first_week import Calibrate, first_load, starting_reps
from metricgain.engine.rir import needs_floor_one
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Row, sql
from metricgain.store.history import load_known
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import load_lifts

CALIBRATE_RULE: Final = "first_week.calibrate"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of a session; `target_sets` is None until it is prescribed.

    The weight is in `weight_unit`, None where a first set has to find it.
    """

    exercise_id: int
    position: int
    target_sets: int | None
    projected_sets: int
    target_reps: int | None
    target_reps_min: int
    target_reps_max: int
    target_weight: Decimal | None
    weight_unit: str
    target_rir: int
    superset: int | None = None
    swap: str | None = None
    because: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """One planned session. `week_rir` is the target RIR of its week."""

    id: UUID
    is_prescribed: bool
    week_rir: int
    exercises: tuple[PlannedExercise, ...]

    def find(self, exercise_id: int) -> PlannedExercise | None:
        """Return the exercise of this id, None if it is not in the session."""
        for planned in self.exercises:
            if planned.exercise_id == exercise_id:
                return planned
        return None


async def load_open_session(change: Change, instance_id: UUID) -> SessionPlan:
    """Return a session that is still to be done, or being done.

    Raises NotFound, and Conflict for one that is done or skipped.
    """
    rows = await change.tx.rows(sql("session_plan"), change.user_id, instance_id)
    if not rows:
        raise NotFound("this workout is not planned", field="workout_instance_id")
    first = rows[0]
    if first["status"] != "scheduled" or first["log_status"] == "completed":
        raise Conflict(
            "this workout is not ahead any more",
            field="workout_instance_id",
            remedy="Change a coming one.",
        )
    return SessionPlan(
        id=instance_id,
        is_prescribed=first["prescribed_at"] is not None,
        week_rir=first["week_rir"],
        exercises=tuple(_planned(row) for row in rows if row["exercise_id"]),
    )


async def with_first_load(
    change: Change, plan: SessionPlan, planned: PlannedExercise
) -> PlannedExercise:
    """Return an exercise that is new to a session, loaded from the user's history.

    Reps come from the exercise's own range. Before the session is prescribed only the
    range is set. Raises NotFound.
    """
    lifter = await load_lifter(change.tx)
    lifts = await load_lifts(change.tx, [planned.exercise_id], lifter)
    lift = lifts.get(planned.exercise_id)
    if lift is None:
        raise NotFound("this exercise does not exist", field="exercise_id")
    floor_one = needs_floor_one(
        experience=lifter.experience, traps_lifter=lift.traps_lifter
    )
    ranged = replace(
        planned,
        target_rir=max(planned.target_rir, lifter.rir_floor, int(floor_one)),
        target_reps_min=lift.rep_min,
        target_reps_max=lift.rep_max,
        weight_unit=lift.loads.unit,
    )
    if not plan.is_prescribed:
        return ranged
    known = await load_known(change.tx, lifts, lifter=lifter, on=change.made_at.date())
    found = known.get(planned.exercise_id)
    answer = first_load(
        found.history if found else None,
        reps=starting_reps(lift.rep_min, lift.rep_max),
        rep_max=lift.rep_max,
        target_rir=ranged.target_rir,
        loads=lift.loads,
    )
    if isinstance(answer, Calibrate):
        return replace(
            ranged,
            target_reps=starting_reps(lift.rep_min, lift.rep_max),
            because=answer.because,
            rule_id=CALIBRATE_RULE,
        )
    return replace(
        ranged,
        target_reps=answer.reps,
        target_weight=round(Decimal(str(answer.load.entered)), 2),
        because=answer.because,
        rule_id=answer.rule,
    )


async def add_planned(
    change: Change, plan: SessionPlan, planned: PlannedExercise
) -> SessionPlan:
    """Add an exercise to a session and return the session."""
    await change.tx.run(
        sql("session_exercise_save"),
        change.user_id,
        plan.id,
        planned.exercise_id,
        planned.position,
        planned.target_sets,
        planned.projected_sets,
        planned.target_reps,
        planned.target_reps_min,
        planned.target_reps_max,
        planned.target_weight,
        planned.weight_unit,
        planned.target_rir,
        planned.superset,
        planned.because,
        planned.rule_id,
    )
    await _touch(change, plan.id)
    exercises = sorted((*plan.exercises, planned), key=_place)
    return replace(plan, exercises=tuple(exercises))


async def swap_planned(
    change: Change, plan: SessionPlan, exercise_id: int, planned: PlannedExercise
) -> SessionPlan:
    """Put `planned` in the place of an exercise of a session; return the session."""
    await change.tx.run(
        sql("session_exercise_swap"),
        change.user_id,
        plan.id,
        exercise_id,
        planned.exercise_id,
        planned.target_reps,
        planned.target_reps_min,
        planned.target_reps_max,
        planned.target_weight,
        planned.weight_unit,
        planned.target_rir,
        planned.because,
        planned.rule_id,
    )
    await _touch(change, plan.id)
    exercises = (
        planned if each.exercise_id == exercise_id else each for each in plan.exercises
    )
    return replace(plan, exercises=tuple(exercises))


async def drop_planned(
    change: Change, plan: SessionPlan, exercise_id: int
) -> SessionPlan:
    """Take an exercise out of a session and return the session."""
    await change.tx.run(
        sql("session_exercise_drop"), change.user_id, plan.id, exercise_id
    )
    await _touch(change, plan.id)
    left = (each for each in plan.exercises if each.exercise_id != exercise_id)
    return replace(plan, exercises=tuple(left))


async def order_planned(
    change: Change, plan: SessionPlan, order: Sequence[int]
) -> SessionPlan:
    """Put the exercises of a session in this order and return the session."""
    await change.tx.run(sql("session_order"), change.user_id, plan.id, list(order))
    await _touch(change, plan.id)
    place = {exercise_id: number for number, exercise_id in enumerate(order, 1)}
    ordered = (
        replace(each, position=place[each.exercise_id]) for each in plan.exercises
    )
    return replace(plan, exercises=tuple(sorted(ordered, key=_place)))


async def _touch(change: Change, instance_id: UUID) -> None:
    await change.tx.run(
        sql("session_touch"), change.user_id, instance_id, change.revision
    )


def _place(planned: PlannedExercise) -> tuple[int, int]:
    return planned.position, planned.exercise_id


def _planned(row: Row) -> PlannedExercise:
    return PlannedExercise(
        exercise_id=row["exercise_id"],
        position=row["position"],
        target_sets=row["target_sets"],
        projected_sets=row["projected_sets"],
        target_reps=row["target_reps"],
        target_reps_min=row["target_reps_min"],
        target_reps_max=row["target_reps_max"],
        target_weight=row["target_weight"],
        weight_unit=row["weight_unit"],
        target_rir=row["target_rir"],
        superset=row["superset"],
        swap=row["swap"],
        because=row["because"],
        rule_id=row["rule_id"],
    )
