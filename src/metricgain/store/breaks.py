"""Plan a running block anew after a break; docs/engine/disruptions.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.deload import DeloadStyle, deload_sets
from metricgain.engine.disruptions import (
    RepeatWeek,
    RestartAccumulation,
    restarted_load,
    restarted_rir,
    restarted_sets,
)
from metricgain.engine.equipment import Unit, as_entered, kg_of
from metricgain.store.lifts import Lift
from metricgain.store.mesocycles import Prescription, Session, StoredBlock, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Comeback:
    """A block, what its break asks for, and by how much the workouts ahead move."""

    block: StoredBlock
    advice: RepeatWeek | RestartAccumulation
    later: timedelta
    lifts: Mapping[int, Lift]
    deload_style: DeloadStyle = DeloadStyle.BOTH

    @property
    def next_sessions(self) -> Mapping[UUID, Session]:
        """The next open session of each workout of the plan, by the workout."""
        found: dict[UUID, Session] = {}
        for session in self.block.sessions:
            if session.is_open:
                found.setdefault(session.workout_id, session)
        return found


def resumed_weeks(plan: Comeback) -> tuple[Week, ...]:
    """Return the weeks of the block; one that has begun grows by the break."""
    begun = {s.week_number for s in plan.block.sessions if not s.is_open}
    return tuple(
        replace(
            week,
            start=week.start + (timedelta() if week.number in begun else plan.later),
            end=week.end + plan.later,
        )
        if week.number >= plan.block.current_week
        else week
        for week in plan.block.weeks
    )


def resumed_sessions(plan: Comeback) -> list[Session]:
    """Return every open session on its new day, prescribed as the break asks."""
    return [
        replace(
            session,
            scheduled_on=session.scheduled_on + plan.later,
            exercises=tuple(_resumed(one, session, plan) for one in session.exercises),
        )
        for session in plan.block.sessions
        if session.is_open
    ]


def _resumed(one: Prescription, session: Session, plan: Comeback) -> Prescription:
    following = plan.next_sessions[session.workout_id]
    if isinstance(plan.advice, RepeatWeek):
        return _repeated(one, session, plan) if session is following else one
    if any(each.rule_id == plan.advice.rule_id for each in following.exercises):
        return one
    passed = session.week_number - following.week_number
    if session is following and not session.is_deload:
        return _restarted(one, session, plan)
    return replace(one, projected_sets=_projected(one, session, plan, passed))


def _repeated(one: Prescription, session: Session, plan: Comeback) -> Prescription:
    """Return the sets, load and RIR of the week before, if all of it was done.

    A week that has begun already is the one that is repeated: what is left of it stays.
    """
    has_begun = any(
        not s.is_open
        for s in plan.block.sessions
        if s.week_number == session.week_number
    )
    before = _in_week(one, session, plan, week=session.week_number - 1)
    if has_begun or session.is_deload or before is None or before.is_recovery:
        return one
    sets = before.full_sets or before.target_sets
    if sets is None:
        return one
    load_is_known = before.weight is not None
    return replace(
        one,
        target_sets=sets,
        full_sets=sets,
        is_recovery=False,
        rir=before.rir,
        weight=before.weight if load_is_known else one.weight,
        unit=before.unit if load_is_known else one.unit,
        reps=before.reps if load_is_known else one.reps,
        because=plan.advice.because,
        rule_id=plan.advice.rule_id,
    )


def _restarted(one: Prescription, session: Session, plan: Comeback) -> Prescription:
    first = _in_week(one, session, plan, week=1)
    now = one.full_sets or one.target_sets or one.projected_sets
    planned = first.target_sets if first else None
    sets = restarted_sets(first_week=now if planned is None else planned, planned=now)
    weight, unit = _lighter(one, plan.lifts[one.exercise_id])
    return replace(
        one,
        target_sets=sets,
        full_sets=sets,
        projected_sets=sets,
        is_recovery=False,
        weight=weight,
        unit=unit,
        rir=restarted_rir(one.rir),
        because=plan.advice.because,
        rule_id=plan.advice.rule_id,
    )


def _lighter(one: Prescription, lift: Lift) -> tuple[Decimal | None, str]:
    if one.weight is None:
        return None, one.unit
    known = as_entered(kg_of(float(one.weight), Unit(one.unit)), lift.loads)
    load = restarted_load(known.effective_kg, lift.loads)
    return Decimal(str(round(load.entered, 2))), str(load.unit)


def _projected(one: Prescription, session: Session, plan: Comeback, passed: int) -> int:
    """Return the sets of a later week as the ramp has them that starts again."""
    week = max(1, passed) if session.is_deload else passed + 1
    found = _in_week(one, session, plan, week=week)
    if found is None:
        return one.projected_sets
    sets = found.projected_sets
    if session.is_deload:
        sets = deload_sets(sets, plan.deload_style)
    return min(sets, one.projected_sets)


def _in_week(
    one: Prescription, session: Session, plan: Comeback, *, week: int
) -> Prescription | None:
    return next(
        (
            planned
            for other in plan.block.sessions
            if other.workout_id == session.workout_id and other.week_number == week
            for planned in other.exercises
            if planned.exercise_id == one.exercise_id
        ),
        None,
    )
