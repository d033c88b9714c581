"""Plan the open workouts of a running block anew, after its plan has changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.block import (
    Aims,
    Day,
    prescribe_first,
    project_sets,
    slot_rir,
)
from metricgain.engine.block import Slot as PlanSlot
from metricgain.engine.deload import deload_sets, is_left_out_of_deloads
from metricgain.engine.outline import OutlineExercise, OutlineWorkout
from metricgain.engine.rir import DELOAD_RIR, SHORTEST_BLOCK
from metricgain.store.mesocycles import (
    Prescription,
    Session,
    Slot,
    StoredBlock,
    Week,
    Workout,
)
from metricgain.store.planning import Gym, prescription_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """A block as it shall be; `edited` are the workouts with new exercises.

    In the others, what was swapped for one workout only stays swapped.
    """

    block: StoredBlock
    gym: Gym
    aims: Aims
    edited: Collection[UUID] = ()
    resized: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One exercise of one session: its slot, the sets projected, its week."""

    slot: PlanSlot
    sets: int
    week: Week
    rir: int
    is_first: bool


def outlined(workouts: Sequence[Workout]) -> tuple[OutlineWorkout, ...]:
    """Return stored workouts as an outline, for checks and projections."""
    return tuple(
        OutlineWorkout(
            name=workout.name,
            weekday=workout.weekday or 0,
            exercises=tuple(_outlined(slot) for slot in workout.slots),
            like=workout.id,
        )
        for workout in workouts
    )


def replanned(plan: Replan) -> list[Session]:
    """Return every open workout of the block as the changed plan has it.

    What is prescribed keeps its sets and loads, unless its week became, or ceased to
    be, the deload: then it is prescribed anew when its turn comes.
    """
    days = plan.gym.days(outlined(plan.block.workouts))
    weeks = {week.number: week for week in plan.block.weeks}
    first_open: dict[UUID, int] = {}
    found = []
    for session in plan.block.sessions:
        if session.is_open and session.week_number in weeks:
            first = first_open.setdefault(session.workout_id, session.week_number)
            week = weeks[session.week_number]
            is_first = session.week_number == first
            found.append(_session(session, plan, week, days=days, is_first=is_first))
    return found


def _session(
    session: Session,
    plan: Replan,
    week: Week,
    *,
    days: Sequence[Day],
    is_first: bool,
) -> Session:
    index, workout = next(
        (index, workout)
        for index, workout in enumerate(plan.block.workouts)
        if workout.id == session.workout_id
    )
    sets = _projected(plan, days, week)[index]
    places = {
        slot.exercise_id: _Place(
            slot=slot,
            sets=count,
            week=week,
            rir=_rir(plan, slot, week),
            is_first=is_first,
        )
        for slot, count in zip(days[index].slots, sets, strict=True)
    }
    became_other = session.is_deload != week.is_deload
    before = {one.exercise_id: one for one in session.exercises}
    wanted = (
        list(places)
        if workout.id in plan.edited
        else [one.exercise_id for one in session.exercises]
    )
    return replace(
        session,
        is_deload=week.is_deload,
        prescribed_at=None if became_other else session.prescribed_at,
        exercises=tuple(
            _exercise(
                before.get(exercise_id),
                places.get(exercise_id),
                plan=plan,
                is_prescribed=session.prescribed_at is not None and not became_other,
                became_other=became_other,
            )
            for exercise_id in wanted
        ),
    )


def _exercise(
    before: Prescription | None,
    place: _Place | None,
    *,
    plan: Replan,
    is_prescribed: bool,
    became_other: bool,
) -> Prescription:
    if place is None:
        assert before is not None
        return _cleared(before) if became_other else before
    if before is None:
        return _new(place, plan, is_prescribed=is_prescribed)
    keeps_rir = not plan.resized or place.week.number <= plan.block.current_week
    kept = replace(
        before,
        projected_sets=place.sets,
        rep_min=place.slot.rep_min,
        rep_max=place.slot.rep_max,
        superset=place.slot.superset,
        rir=before.rir if keeps_rir and not became_other else place.rir,
    )
    if became_other:
        return _cleared(kept)
    if kept.reps is not None and not kept.is_recovery:
        within = min(max(kept.reps, kept.rep_min), kept.rep_max)
        kept = replace(kept, reps=within)
    return kept


def chosen_sets(
    session: Session, changed: Collection[int], slots: Sequence[Slot]
) -> Session:
    """Return a prescribed workout with the sets that the lifter chose now."""
    sets = {slot.exercise_id: slot.sets for slot in slots}
    if session.prescribed_at is None or session.is_deload:
        return session
    return replace(
        session,
        exercises=tuple(
            replace(
                one,
                target_sets=sets[one.exercise_id],
                full_sets=sets[one.exercise_id],
                because=f"You chose {sets[one.exercise_id]} sets. {one.because}",
                rule_id="plan.edited",
            )
            if one.exercise_id in changed
            else one
            for one in session.exercises
        ),
    )


def _new(place: _Place, plan: Replan, *, is_prescribed: bool) -> Prescription:
    """Return an exercise that was not there: its first turn has a first load."""
    lift = plan.gym.lifts[place.slot.exercise_id]
    begins = is_prescribed or place.is_first
    planned = prescribe_first(place.slot, rir=place.rir, sets=place.slot.sets)
    first = prescription_of(planned, lift)
    if place.week.is_deload or not begins:
        return replace(_cleared(first), projected_sets=place.sets)
    return first


def _cleared(planned: Prescription) -> Prescription:
    return replace(
        planned,
        target_sets=None,
        full_sets=None,
        reps=None,
        weight=None,
        swap=None,
        is_recovery=False,
        because="",
        rule_id="",
    )


def _projected(
    plan: Replan, days: Sequence[Day], week: Week
) -> tuple[tuple[int, ...], ...]:
    # A block that was cut short may end with its second week.
    weeks = max(SHORTEST_BLOCK, plan.block.last_week)
    sets = project_sets(days, weeks=weeks, aims=plan.aims)
    if not week.is_deload:
        return sets[week.number - 1]
    return tuple(
        tuple(
            0
            if is_left_out_of_deloads(slot.contributions)
            else deload_sets(count, plan.aims.deload_style)
            for slot, count in zip(day.slots, before, strict=True)
        )
        for day, before in zip(days, sets[max(0, week.number - 2)], strict=True)
    )


def _rir(plan: Replan, slot: PlanSlot, week: Week) -> int:
    weeks = max(SHORTEST_BLOCK, plan.block.last_week)
    rir = slot_rir(slot, week=week.number, weeks=weeks, aims=plan.aims)
    return max(rir, DELOAD_RIR) if week.is_deload else rir


def _outlined(slot: Slot) -> OutlineExercise:
    return OutlineExercise(
        exercise_id=slot.exercise_id,
        sets=slot.sets,
        rep_min=slot.rep_min,
        rep_max=slot.rep_max,
        superset=slot.superset,
        notes=slot.notes,
    )
