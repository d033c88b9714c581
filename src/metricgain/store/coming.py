"""From the rows of coming sessions to the engine's values, and their prescriptions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from metricgain.engine.caps import MuscleWeek
from metricgain.engine.coming import (
    ComingSession,
    LastTime,
    PrescribedSession,
    Slot,
    prescribe,
)
from metricgain.engine.decisions import (
    AddSets,
    Carry,
    Decision,
    Deload,
    HoldSets,
    NoDecision,
    Recover,
    RemoveSets,
    Swap,
)
from metricgain.engine.equipment import Unit, kg_of
from metricgain.engine.gate import Gate, GateOutcome
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.overrides import overridden
from metricgain.store.deciding_data import (
    Coming,
    DecidedRow,
    LastRow,
    PlannedRow,
    WeekRow,
)
from metricgain.store.judging import DecidedMuscle
from metricgain.store.lifter import Lifter
from metricgain.store.lifts import Lift, loads_on

FIRST_WEEK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """The coming sessions, and what their prescription depends on."""

    coming: Coming
    lifter: Lifter
    lifts: Mapping[int, Lift]
    emphasis: Mapping[Muscle, Emphasis]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSession:
    """A coming session as it should be now; `fresh` muscles were decided just now.

    About `unjudged` muscles there was nothing to decide; they are only prescribed if
    they are not yet.
    The first week is prescribed when the block starts, so it is `kept` as it is, like
    a session that has begun, or that a break has prescribed.
    """

    row: WeekRow
    prescribed: PrescribedSession
    fresh: frozenset[Muscle]
    unjudged: frozenset[Muscle]
    direct: Mapping[int, frozenset[Muscle]]
    kept: bool


def prepare_sessions(
    preparation: Preparation,
    *,
    fresh: Sequence[DecidedMuscle],
    only: UUID | None = None,
) -> tuple[PreparedSession, ...]:
    """Prescribe every session that fresh decisions point to, or only the named one."""
    coming = preparation.coming
    wanted = {only} if only else {each.id for each in coming.next.values()}
    return tuple(
        _prepare(session, preparation, fresh)
        for session in sorted(coming.sessions.values(), key=lambda each: each.place)
        if session.id in wanted
    )


def _prepare(
    session: WeekRow, preparation: Preparation, fresh: Sequence[DecidedMuscle]
) -> PreparedSession:
    rows = _known(session, preparation)
    decisions, still_fresh = _decisions(session, preparation.coming, fresh)
    kept = _is_settled(session) or session.is_started
    slots = tuple(_slot(row, session, preparation) for row in rows)
    week = [
        each
        for each in preparation.coming.sessions.values()
        if each.week_number == session.week_number
    ]
    muscles = {m for slot in slots for m in slot.contributions}
    return PreparedSession(
        row=session,
        prescribed=prescribe(
            ComingSession(
                slots=slots,
                index=sum(each.position < session.position for each in week),
                sessions=len(week),
                is_deload=session.is_deload,
                minutes=None,
                deload_style=preparation.lifter.deload_style,
            ),
            {m: d for m, d in decisions.items() if not _is_settled(session)},
            {m: _muscle_week(m, session, preparation, decisions) for m in muscles},
        ),
        fresh=still_fresh,
        unjudged=frozenset(
            each.muscle
            for each in fresh
            if each.to_instance_id is None
            and each.muscle in preparation.coming.next
            and preparation.coming.next[each.muscle].id == session.id
        ),
        direct={
            row.exercise_id: preparation.lifts[row.exercise_id].direct_muscles
            for row in rows
        },
        kept=kept,
    )


def _is_settled(session: WeekRow) -> bool:
    """Tell whether its sets do not come from decisions."""
    return session.week_number == FIRST_WEEK or session.is_after_break


def _decisions(
    session: WeekRow, coming: Coming, fresh: Sequence[DecidedMuscle]
) -> tuple[dict[Muscle, Decision], frozenset[Muscle]]:
    """Return the decision of each muscle; of several, that of the latest workout.

    Where the lifter wants otherwise, that counts. Beside it, the muscles whose fresh
    decision it is. Fresh ones come from a workout before this session; a stored one is
    later only if its workout was done out of turn, after the fresh one's place in the
    block.
    """
    stored = sorted(
        (each for each in coming.decided if each.to_instance_id == session.id),
        key=lambda each: (each.week_number, each.position),
    )
    found: dict[Muscle, Decision] = {
        each.muscle: overridden(each.decision, coming.overrides.get(each.muscle))
        for each in fresh
        if each.to_instance_id == session.id
    }
    still_fresh = set(found)
    later = coming.place
    for row in stored:
        is_later = later is not None and (row.week_number, row.position) > later
        if row.muscle not in found or is_later:
            found[row.muscle] = overridden(decision_of(row), row.override)
            still_fresh.discard(row.muscle)
    return found, frozenset(still_fresh)


def decision_of(row: DecidedRow) -> Decision:
    """Return a stored decision as the engine's value."""
    kinds: dict[str, type[Decision]] = {
        "add": AddSets,
        "hold": HoldSets,
        "remove": RemoveSets,
        "recover": Recover,
        "deload": Deload,
        "carry": Carry,
        "none": NoDecision,
    }
    gate = Gate(row.gate)
    halves = row.kind in ("recover", "deload")
    return kinds[row.kind](
        muscle=row.muscle,
        because=row.because,
        rule_id=row.rule_id,
        gate=GateOutcome(gate=gate, progression=row.progression, deload=row.deload),
        delta_raw=None if halves else row.delta_raw,
        swap=Swap(row.swap) if row.swap else Swap.NONE,
        hold_load=row.hold_load,
    )


def _slot(row: PlannedRow, session: WeekRow, preparation: Preparation) -> Slot:
    lift = preparation.lifts[row.exercise_id]
    past = preparation.coming.lasts.get((session.id, row.exercise_id))
    base = _week_before(session, row.exercise_id, preparation.coming)
    return Slot(
        exercise_id=row.exercise_id,
        position=row.position,
        base_sets=_base_sets(row, base, session),
        contributions=lift.contributions,
        lift=lift.profile_in(row.reps_min, row.reps_max),
        loads=loads_on(lift, preparation.lifter, session.workout_id),
        target_rir=row.target_rir,
        last=_last_time(past),
        planned_kg=_planned_kg(past, row),
        planned_reps=(past and past.planned and past.planned.reps) or row.target_reps,
        first_week_kg=_first_kg(past),
        joint_pain=past.joint_pain if past else None,
        moved=row.moved,
        moved_because=row.moved_because,
    )


def _base_sets(row: PlannedRow, before: PlannedRow | None, session: WeekRow) -> int:
    """Return what the session counts from: a deload from the sets as they were."""
    if before is None:
        # Until it is prescribed, what was moved stands in its projection.
        return row.planned_sets - (row.moved if row.target_sets is None else 0)
    if session.is_deload and before.is_recovery and before.target_sets is not None:
        return before.target_sets
    return before.planned_sets


def _last_time(past: LastRow | None) -> LastTime | None:
    if past is None or past.done is None or past.done.weight is None:
        return None
    done = past.done
    assert done.weight is not None
    return LastTime(
        load_kg=kg_of(done.weight, Unit(done.unit or "kg")),
        reps=done.reps or 1,
        e1rm_kg=done.e1rm_kg,
        performance=done.performance,
        after_recovery=past.after_recovery,
    )


def _planned_kg(past: LastRow | None, row: PlannedRow) -> float | None:
    """Return what the slot was planned with, else what this session is given."""
    planned = past.planned if past else None
    if planned is not None and planned.weight is not None:
        return kg_of(planned.weight, Unit(planned.unit))
    if row.target_weight is None:
        return None
    return kg_of(row.target_weight, Unit(row.weight_unit))


def _first_kg(past: LastRow | None) -> float | None:
    if past is None or past.first is None or past.first.weight is None:
        return None
    return kg_of(past.first.weight, Unit(past.first.unit))


def _week_before(
    session: WeekRow, exercise_id: int, coming: Coming
) -> PlannedRow | None:
    """Return what the same slot planned one week earlier."""
    for each in coming.sessions.values():
        same_slot = each.workout_id == session.workout_id
        if same_slot and each.week_number == session.week_number - 1:
            for row in each.exercises or ():
                if row.exercise_id == exercise_id:
                    return row
    return None


def _muscle_week(
    muscle: Muscle,
    session: WeekRow,
    preparation: Preparation,
    decisions: Mapping[Muscle, Decision],
) -> MuscleWeek:
    lifter = preparation.lifter
    coming = preparation.coming
    this_week, last_week = (
        [each for each in coming.sessions.values() if each.week_number == number]
        for number in (session.week_number, session.week_number - 1)
    )
    sessions = sum(1 for each in this_week if _direct(each, muscle, preparation))
    decision = decisions.get(muscle)
    return MuscleWeek(
        muscle=muscle,
        landmark=lifter.landmark(muscle),
        sessions_per_week=max(1, sessions),
        last_week_sets=sum(
            row.planned_sets
            for each in last_week or this_week
            for row in _direct(each, muscle, preparation)
        ),
        granted=sum(
            _granted(each, muscle, preparation)
            for each in this_week
            if each.id != session.id
        ),
        emphasis=preparation.emphasis.get(muscle, Emphasis.GROW),
        experience=lifter.experience,
        three_sets_allowed=lifter.allow_three_sets,
        after_recovery=_restarts(decision)
        or any(
            row.is_recovery
            for each in last_week
            if each.workout_id == session.workout_id
            for row in _direct(each, muscle, preparation)
        ),
    )


def _restarts(decision: Decision | None) -> bool:
    return isinstance(decision, Carry) and decision.gate.gate is Gate.RESTART


def _granted(each: WeekRow, muscle: Muscle, preparation: Preparation) -> int:
    """Return what another session of the week has gained against a week earlier."""
    gained = 0
    for row in _direct(each, muscle, preparation):
        before = _week_before(each, row.exercise_id, preparation.coming)
        if row.target_sets is not None and before is not None:
            gained += row.planned_sets - before.planned_sets
    return gained


def _direct(
    each: WeekRow, muscle: Muscle, preparation: Preparation
) -> list[PlannedRow]:
    return [
        row
        for row in _known(each, preparation)
        if muscle in preparation.lifts[row.exercise_id].direct_muscles
    ]


def _known(each: WeekRow, preparation: Preparation) -> Iterable[PlannedRow]:
    return [row for row in each.exercises or () if row.exercise_id in preparation.lifts]
