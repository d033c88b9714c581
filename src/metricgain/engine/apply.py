"""Puts the decisions of several muscles into one session; docs/engine/applying.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from metricgain.engine.board import Board, PlannedExercise
from metricgain.engine.caps import (
    MOST_ADDED,
    MOST_PER_MUSCLE_AND_SESSION,
    MuscleWeek,
    cap_add,
    cap_cut,
    halved,
    restart_sets,
    session_floor,
)
from metricgain.engine.decisions import (
    LOW_READINESS,
    AddSets,
    Decision,
    Deload,
    Recover,
    Swap,
    swap_for,
)
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.table import WORST
from metricgain.engine.wording import change, sentence

_FIRST_SERVED: Final = (Emphasis.EMPHASIZE, Emphasis.GROW, Emphasis.MAINTAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """The next session: its exercises and the minutes there are, if limited."""

    exercises: Sequence[PlannedExercise]
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePrescription:
    """What an exercise becomes; a recovery or deload session halves its reps too."""

    position: int
    base_sets: int
    sets: int
    reps: int | None
    recovery: bool
    swap: Swap
    hold_load: bool
    tired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleChange:
    """What became of a muscle's direct sets; `delta_raw` None was not decided."""

    muscle: Muscle
    base_sets: int
    sets: int
    delta_raw: int | None
    cap_reason: str | None

    @property
    def delta_applied(self) -> int:
        """The change in direct sets against one week earlier."""
        return self.sets - self.base_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedSession:
    """The session after all decisions, by exercise and by directly trained muscle."""

    exercises: tuple[ExercisePrescription, ...]
    muscles: tuple[MuscleChange, ...]


def apply_decisions(
    plan: SessionPlan,
    decisions: Mapping[Muscle, Decision],
    weeks: Mapping[Muscle, MuscleWeek],
) -> AppliedSession:
    """Return the next session with the decisions applied within every cap.

    Every decided muscle of the session needs its week; an undecided one is held
    within the same caps if it has one, else to 12 direct sets. Reductions come
    first, then additions one at a time. Raises ValueError when two exercises
    share a position or a decided muscle has no week.
    """
    exercises = tuple(sorted(plan.exercises, key=lambda each: each.position))
    if len({each.position for each in exercises}) < len(exercises):
        raise ValueError("exercises: every position is taken once")
    board = Board(
        exercises=exercises,
        sets={each.position: each.base_sets for each in exercises},
        seconds=None if plan.minutes is None else plan.minutes * 60,
    )
    bases = {m: board.total(m) for m in Muscle if any(e.trains(m) for e in exercises)}
    for muscle in bases:
        if muscle in decisions and muscle not in weeks:
            raise ValueError(f"weeks: {muscle} is decided and needs its week")
    work = _Work(board=board, decisions=decisions, weeks=weeks, muscles=tuple(bases))
    _begin(work)
    _reduce(work)
    _grow(work)
    return AppliedSession(
        exercises=tuple(_prescription(each, work) for each in exercises),
        muscles=tuple(_change(muscle, base, work) for muscle, base in bases.items()),
    )


def raw_change(decision: Decision, *, base_sets: int) -> int:
    """Return the change in sets a decision asks for before any cap."""
    if decision.delta_raw is None:
        return halved(base_sets) - base_sets
    return decision.delta_raw


def cap_sentence(*, raw: int, applied: int, clause: str | None) -> str | None:
    """Return what is shown when the applied change is not the one decided."""
    if raw == applied:
        return None
    why = clause or "its exercises are shared with another muscle"
    if applied == 0:
        return sentence(f"nothing changes for now, because {why}")
    kept = change(applied)
    return sentence(f"in the end {kept}, because {why}")


@dataclass(slots=True, kw_only=True)
class _Work:
    board: Board
    decisions: Mapping[Muscle, Decision]
    weeks: Mapping[Muscle, MuscleWeek]
    muscles: tuple[Muscle, ...]
    clauses: dict[Muscle, str] = field(default_factory=dict)

    def note(self, muscle: Muscle, clause: str | None) -> None:
        if clause is not None:
            self.clauses[muscle] = clause


def _begin(work: _Work) -> None:
    """Halve deloads and set muscles back that come from a recovery session."""
    board = work.board
    for exercise in board.exercises:
        if _any_is(Deload, exercise, work):
            board.sets[exercise.position] = halved(exercise.base_sets)
    for muscle, week in work.weeks.items():
        board.floors[muscle] = session_floor(week)
    for muscle in work.muscles:
        known = work.weeks.get(muscle)
        if known and known.after_recovery:
            target = restart_sets(board.total(muscle), known)
            work.note(muscle, board.cut(muscle, target=target, keep_floors=True))
            work.note(muscle, "it restarts after a recovery session")


def _reduce(work: _Work) -> None:
    """Fix how high each muscle may go, then cut those that are to shrink."""
    board = work.board
    starts = {muscle: board.total(muscle) for muscle in work.muscles}
    for muscle, start in starts.items():
        board.ceilings[muscle] = start + _allowed(muscle, start, work)
    for muscle, start in starts.items():
        if board.ceilings[muscle] < start:
            recovers = isinstance(work.decisions.get(muscle), Recover)
            stuck = board.cut(
                muscle, target=board.ceilings[muscle], keep_floors=not recovers
            )
            work.note(muscle, stuck)


def _allowed(muscle: Muscle, start: int, work: _Work) -> int:
    week = work.weeks.get(muscle)
    decision = work.decisions.get(muscle)
    if week is None:
        return max(0, MOST_PER_MUSCLE_AND_SESSION - start)
    if decision is None:
        return cap_add(MOST_ADDED, week, session_sets=start).delta
    if isinstance(decision, Recover):
        return halved(start) - start
    if decision.delta_raw is None:
        return 0
    capped = (
        cap_cut(decision.delta_raw, week, session_sets=start)
        if decision.delta_raw < 0
        else cap_add(decision.delta_raw, week, session_sets=start)
    )
    work.note(muscle, capped.clause)
    return capped.delta


def _grow(work: _Work) -> None:
    """Add one set at a time, muscle after muscle, the emphasized ones first."""
    board = work.board
    waiting = [
        muscle
        for emphasis in _FIRST_SERVED
        for muscle in work.muscles
        if isinstance(work.decisions.get(muscle), AddSets)
        and work.weeks[muscle].emphasis is emphasis
    ]
    while waiting:
        for muscle in tuple(waiting):
            if board.total(muscle) >= board.ceilings[muscle]:
                waiting.remove(muscle)
                continue
            obstacle = board.add_one(muscle, wanting=waiting)
            if obstacle is not None:
                work.note(muscle, obstacle)
                waiting.remove(muscle)


def _prescription(exercise: PlannedExercise, work: _Work) -> ExercisePrescription:
    recovery = _any_is(Recover, exercise, work)
    halves = recovery or _any_is(Deload, exercise, work)
    reps = exercise.reps
    return ExercisePrescription(
        position=exercise.position,
        base_sets=exercise.base_sets,
        sets=work.board.sets[exercise.position],
        reps=halved(reps) if reps is not None and halves else reps,
        recovery=recovery,
        swap=swap_for(exercise.joint_pain),
        hold_load=exercise.joint_pain == WORST
        or any(decision.hold_load for decision in _decisions_of(exercise, work)),
        tired=any(
            decision.rule_id == LOW_READINESS
            for decision in _decisions_of(exercise, work)
        ),
    )


def _change(muscle: Muscle, base: int, work: _Work) -> MuscleChange:
    sets = work.board.total(muscle)
    decision = work.decisions.get(muscle)
    raw = 0 if decision is None else raw_change(decision, base_sets=base)
    return MuscleChange(
        muscle=muscle,
        base_sets=base,
        sets=sets,
        delta_raw=None if decision is None else raw,
        cap_reason=cap_sentence(
            raw=raw, applied=sets - base, clause=work.clauses.get(muscle)
        ),
    )


def _any_is(kind: type[Decision], exercise: PlannedExercise, work: _Work) -> bool:
    return any(isinstance(each, kind) for each in _decisions_of(exercise, work))


def _decisions_of(exercise: PlannedExercise, work: _Work) -> list[Decision]:
    return [work.decisions[m] for m in exercise.muscles if m in work.decisions]
