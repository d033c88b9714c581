"""Changes of a week: what is offered, and what was accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from metricgain.engine.muscles import Muscle
from metricgain.store.block_screens import load_session
from metricgain.store.database import Transaction
from metricgain.store.week_changes import KeptSets, load_kept, load_offer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSets:
    """An exercise of a workout: its sets before and after, and why."""

    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    exercise_id: int
    exercise_name: str
    old_sets: int
    new_sets: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostSets:
    """Direct sets of a muscle that find no place in the week, and why."""

    muscle: Muscle
    sets: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedWeekChange:
    """What is offered for a skipped workout, or for one with little time.

    `minutes` are those there are, None for a skipped one; `minutes_before` and
    `minutes_after` what the workout takes. `accepted_id` is the change that has moved
    the sets of a skipped workout already.
    """

    kind: str
    workout_instance_id: UUID
    workout_name: str
    minutes: int | None
    minutes_before: int | None
    minutes_after: int | None
    changes: tuple[ChangedSets, ...]
    left: tuple[LostSets, ...]
    accepted_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedWeekChange:
    """A change that was accepted; `can_undo` as long as any of its workouts is open."""

    id: UUID
    kind: str
    minutes: int | None
    week_number: int
    from_instance_id: UUID
    from_workout_name: str
    made_at: datetime
    undone_at: datetime | None
    can_undo: bool
    changes: tuple[ChangedSets, ...]


async def offered_week_change(
    tx: Transaction, instance_id: UUID, *, minutes: int | None
) -> OfferedWeekChange:
    """Return what is offered; nothing is changed by it. Raises NotFound, Conflict."""
    found = await load_offer(tx, instance_id, minutes=minutes)
    return OfferedWeekChange(
        kind="missed" if minutes is None else "short",
        workout_instance_id=instance_id,
        workout_name=found.session.name,
        minutes=minutes,
        minutes_before=found.change.minutes_before,
        minutes_after=found.change.minutes_after,
        changes=tuple(
            ChangedSets(
                workout_instance_id=one.workout_id,
                workout_name=found.workouts[one.workout_id][0],
                scheduled_on=found.workouts[one.workout_id][1],
                exercise_id=one.exercise_id,
                exercise_name=found.names[one.exercise_id],
                old_sets=one.old_sets,
                new_sets=one.new_sets,
                because=one.because,
            )
            for one in found.change.changes
        ),
        left=tuple(
            LostSets(muscle=one.muscle, sets=one.sets, because=one.because)
            for one in found.change.left
        ),
        accepted_id=found.accepted_id,
    )


async def week_changes(
    tx: Transaction, mesocycle_id: UUID
) -> tuple[AcceptedWeekChange, ...]:
    """Return the accepted changes of a block, the latest first, undone ones as well."""
    rows = await load_kept(tx, mesocycle_id)
    return tuple(
        _accepted(list(group)) for _, group in groupby(rows, lambda row: row.change_id)
    )


async def week_changes_beside(
    tx: Transaction, instance_id: UUID
) -> tuple[AcceptedWeekChange, ...]:
    """Return the accepted changes of the block of a workout. Raises NotFound."""
    session = await load_session(tx, instance_id)
    return await week_changes(tx, session.mesocycle_id)


def _accepted(rows: Sequence[KeptSets]) -> AcceptedWeekChange:
    first = rows[0]
    undone = [row.undone_at for row in rows if row.undone_at is not None]
    return AcceptedWeekChange(
        id=first.change_id,
        kind=first.kind,
        minutes=first.minutes,
        week_number=first.week_number,
        from_instance_id=first.from_instance_id,
        from_workout_name=first.from_name,
        made_at=first.made_at,
        undone_at=max(undone, default=None),
        can_undo=any(row.is_open and row.undone_at is None for row in rows),
        changes=tuple(
            ChangedSets(
                workout_instance_id=row.workout_instance_id,
                workout_name=row.workout_name,
                scheduled_on=row.scheduled_on,
                exercise_id=row.exercise_id,
                exercise_name=row.exercise_name,
                old_sets=row.old_sets,
                new_sets=row.new_sets,
                because=row.because,
            )
            for row in rows
        ),
    )
