"""The coming session: all decisions about it, turned into sets, reps and loads.

It is always made anew from last week's plan and every decision that points to it,
never from its present state, so that deciding twice changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from metricgain.engine.apply import (
    AppliedSession,
    ExercisePrescription,
    MuscleChange,
    SessionPlan,
    apply_decisions,
)
from metricgain.engine.board import PlannedExercise
from metricgain.engine.caps import MuscleWeek
from metricgain.engine.decisions import Decision, Swap
from metricgain.engine.deload import (
    DeloadStyle,
    EasyWork,
    HardWork,
    deload,
    deload_sets,
    is_left_out_of_deloads,
    recovery,
)
from metricgain.engine.equipment import AvailableLoads, Load
from metricgain.engine.loads import (
    PAST_TARGET,
    LastExposure,
    LiftProfile,
    NextLoad,
    carry_load,
    next_load,
)
from metricgain.engine.moved_sets import MovedHere, with_moved
from metricgain.engine.muscles import Muscle


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The latest hard session of the same exercise in the same slot of the block.

    `load_kg` is the weight as typed in, in kg; `reps` what was asked for, else done;
    `e1rm_kg` the smoothed estimate; `performance` 0 to 3 or None.
    """

    load_kg: float
    reps: int
    e1rm_kg: float | None = None
    performance: int | None = None
    after_recovery: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One exercise of the coming session.

    `base_sets` are last week's planned sets of the slot, before any halving.
    `planned_kg` and `planned_reps` are what the plan held for it last (the first
    week's, where it was never trained); `first_week_kg` is the load of week 1. `moved`
    are sets that the lifter has moved here or away, for this week only, and why.
    """

    exercise_id: int
    position: int
    base_sets: int
    contributions: Mapping[Muscle, float]
    lift: LiftProfile
    loads: AvailableLoads
    target_rir: int
    last: LastTime | None = None
    planned_kg: float | None = None
    planned_reps: int | None = None
    first_week_kg: float | None = None
    joint_pain: int | None = None
    moved: int = 0
    moved_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingSession:
    """A session to prescribe; `index` counts the `sessions` of its week from 0.

    `deload_style` is how the lifter deloads.
    """

    slots: Sequence[Slot]
    index: int
    sessions: int
    is_deload: bool
    minutes: int | None = None
    deload_style: DeloadStyle = DeloadStyle.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """What is to be done of one exercise; `load` None is found in a first set."""

    exercise_id: int
    sets: int
    full_sets: int
    reps: int | None
    load: Load | None
    rir: int
    is_recovery: bool
    swap: Swap
    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescribedSession:
    """A whole session, and what became of each muscle's sets in it."""

    exercises: tuple[Prescribed, ...]
    muscles: tuple[MuscleChange, ...]


def prescribe(
    session: ComingSession,
    decisions: Mapping[Muscle, Decision],
    weeks: Mapping[Muscle, MuscleWeek],
) -> PrescribedSession:
    """Return the session after every decision about it, within every cap.

    Exercises without a decision keep last week's sets and carry their load. Raises
    ValueError if a decided muscle has no week.
    """
    applied = apply_decisions(
        SessionPlan(
            exercises=[_planned(slot) for slot in session.slots],
            minutes=session.minutes,
        ),
        decisions,
        weeks,
    )
    by_position = {each.position: each for each in applied.exercises}
    exercises = tuple(
        _deloaded(slot, session)
        if session.is_deload
        else _prescribed(slot, by_position[slot.position], decisions)
        for slot in session.slots
    )
    return PrescribedSession(
        exercises=exercises if session.is_deload else _moved(session.slots, exercises),
        muscles=_changes(applied, session),
    )


def _moved(
    slots: Sequence[Slot], exercises: Sequence[Prescribed]
) -> tuple[Prescribed, ...]:
    """Put the sets that were moved on top, as far as the session holds them."""
    sets = with_moved(
        [
            MovedHere(
                sets=each.sets,
                muscles=applied_muscles(slot),
                moved=0 if each.is_recovery else slot.moved,
            )
            for slot, each in zip(slots, exercises, strict=True)
        ]
    )
    return tuple(
        each
        if count == each.sets
        else replace(
            each, sets=count, because=f"{slot.moved_because} {each.because}".strip()
        )
        for slot, each, count in zip(slots, exercises, sets, strict=True)
    )


def _planned(slot: Slot) -> PlannedExercise:
    return PlannedExercise(
        position=slot.position,
        base_sets=slot.base_sets,
        contributions=slot.contributions,
        reps=slot.planned_reps,
        joint_pain=slot.joint_pain,
    )


def _prescribed(
    slot: Slot, applied: ExercisePrescription, decisions: Mapping[Muscle, Decision]
) -> Prescribed:
    if applied.recovery and _known_kg(slot) is not None:
        easy = recovery(_hard_work(slot), loads=slot.loads)
        return _from_easy(slot, easy, sets=applied.sets, swap=applied.swap)
    answer = _next(slot, applied, decisions)
    return Prescribed(
        exercise_id=slot.exercise_id,
        sets=applied.sets,
        full_sets=slot.base_sets if applied.recovery else applied.sets,
        reps=answer.reps if answer else slot.planned_reps,
        load=answer.load if answer else None,
        rir=answer.rir if answer else slot.target_rir,
        is_recovery=applied.recovery,
        swap=applied.swap,
        because=answer.because if answer else CALIBRATE,
        rule_id=str(answer.rule) if answer else "load.calibrate",
    )


CALIBRATE = (
    "No load is known yet: in the first set, pick one you could lift 10 to 15 times"
    " and stop with 2 or 3 reps in reserve."
)


def _next(
    slot: Slot, applied: ExercisePrescription, decisions: Mapping[Muscle, Decision]
) -> NextLoad | None:
    last = slot.last
    if last is None:
        if slot.planned_kg is None:
            return None
        return carry_load(
            last=LastExposure(load_kg=slot.planned_kg, reps=slot.planned_reps or 1),
            target_rir=slot.target_rir,
            loads=slot.loads,
            because="It was not trained last time, so the plan stays as it was.",
        )
    exposure = LastExposure(
        load_kg=last.load_kg,
        reps=last.reps,
        e1rm_kg=last.e1rm_kg,
        after_recovery=last.after_recovery,
        tired=applied.tired,
    )
    decided = [decisions[m] for m in applied_muscles(slot) if m in decisions]
    if not any(each.progression for each in decided):
        return carry_load(
            last=exposure,
            target_rir=slot.target_rir,
            loads=slot.loads,
            because="Load and reps are carried over from last time.",
        )
    performance = last.performance
    if applied.hold_load and not applied.tired and performance is not None:
        performance = max(performance, PAST_TARGET)
    return next_load(
        exercise=slot.lift,
        last=exposure,
        performance=performance,
        joint_pain=slot.joint_pain or 0,
        target_rir=slot.target_rir,
        loads=slot.loads,
    )


def applied_muscles(slot: Slot) -> tuple[Muscle, ...]:
    """Return the muscles that the slot's exercise trains directly."""
    return _planned(slot).muscles


def _deloaded(slot: Slot, session: ComingSession) -> Prescribed:
    if is_left_out_of_deloads(slot.contributions):
        return Prescribed(
            exercise_id=slot.exercise_id,
            sets=0,
            full_sets=slot.base_sets,
            reps=slot.planned_reps,
            load=None,
            rir=slot.target_rir,
            is_recovery=False,
            swap=Swap.NONE,
            because="Left out of the deload: isolation for traps and forearms rests.",
            rule_id="deload.left_out",
        )
    work = _hard_work(slot, first_week=True)
    easy = deload(
        work,
        session_index=session.index,
        sessions=session.sessions,
        loads=slot.loads,
        style=session.deload_style,
    )
    known = work.load_kg > 0 or slot.loads.own_kg > 0
    return _from_easy(slot, easy, sets=easy.sets, swap=Swap.NONE, known=known)


def _from_easy(
    slot: Slot, easy: EasyWork, *, sets: int, swap: Swap, known: bool = True
) -> Prescribed:
    return Prescribed(
        exercise_id=slot.exercise_id,
        sets=sets,
        full_sets=slot.base_sets,
        reps=easy.reps,
        load=easy.load if known else None,
        rir=easy.rir,
        is_recovery=easy.rule.value.startswith("recovery"),
        swap=swap,
        because=easy.because,
        rule_id=easy.rule.value,
    )


def _hard_work(slot: Slot, *, first_week: bool = False) -> HardWork:
    kg = slot.first_week_kg if first_week else None
    reps = slot.last.reps if slot.last else slot.planned_reps
    return HardWork(
        sets=slot.base_sets,
        reps=reps or slot.lift.rep_min,
        load_kg=kg if kg is not None else _known_kg(slot) or 0.0,
    )


def _known_kg(slot: Slot) -> float | None:
    return slot.last.load_kg if slot.last else slot.planned_kg


def _changes(
    applied: AppliedSession, session: ComingSession
) -> tuple[MuscleChange, ...]:
    """In a deload the sets change per exercise, and some are left out."""
    if not session.is_deload:
        return applied.muscles
    left_out = {
        slot.position: slot.base_sets
        for slot in session.slots
        if is_left_out_of_deloads(slot.contributions)
    }
    if not left_out and session.deload_style is not DeloadStyle.LOAD:
        return applied.muscles
    return tuple(
        MuscleChange(
            muscle=change.muscle,
            base_sets=change.base_sets,
            sets=sum(
                0
                if slot.position in left_out
                else deload_sets(slot.base_sets, session.deload_style)
                for slot in session.slots
                if change.muscle in applied_muscles(slot)
            ),
            delta_raw=change.delta_raw,
            cap_reason=change.cap_reason,
        )
        for change in applied.muscles
    )
