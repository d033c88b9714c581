"""Changes of the plan that are offered, and the answers to them."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from metricgain.engine.coming import Prescribed
from metricgain.kit.ids import uuid7
from metricgain.store.changes import Change
from metricgain.store.coming import PreparedSession
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.deciding_data import PlannedRow
from metricgain.store.outcomes import as_stored, is_fresh, save_prescribed, unit_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A changed prescription that is offered; `is_open` until its session begins."""

    id: UUID
    workout_instance_id: UUID
    exercise_id: int
    old_sets: int | None
    new_sets: int | None
    old_weight: Decimal | None
    new_weight: Decimal | None
    weight_unit: str
    old_reps: int | None
    new_reps: int | None
    because: str
    status: str
    is_open: bool


async def offer(change: Change, log_id: UUID, session: PreparedSession) -> None:
    """Offer what a changed past would change in a session; write what is missing.

    Earlier offers about the same exercises are replaced. A session that has begun is
    left alone.
    """
    if session.kept:
        return
    rows = {row.exercise_id: row for row in session.row.exercises or ()}
    concerned = [
        each
        for each in session.prescribed.exercises
        if is_fresh(session, each.exercise_id)
    ]
    if any(rows[each.exercise_id].target_sets is None for each in concerned):
        await save_prescribed(change, session)
        return
    await change.tx.run(
        sql("proposals_supersede"),
        change.user_id,
        session.row.id,
        [each.exercise_id for each in concerned],
        change.revision,
    )
    await change.tx.run_many(
        sql("proposal_save"),
        [
            _values(change, log_id, session, each, rows[each.exercise_id])
            for each in concerned
            if _differs(each, rows[each.exercise_id])
        ],
    )


async def find_proposal(tx: Transaction, proposal_id: UUID) -> Proposal | None:
    """Return a proposal of the user, or None."""
    row = await tx.row(sql("proposal_find"), tx.user_id, proposal_id)
    return None if row is None else Proposal(**dict(row))


async def open_proposals(tx: Transaction) -> list[Row]:
    """Return what is offered, the next session first."""
    return await tx.rows(sql("proposals_open"), tx.user_id)


async def save_answer(change: Change, proposal: Proposal, *, accepted: bool) -> None:
    """Keep the answer, and write an accepted proposal into the plan."""
    if accepted:
        await change.tx.run(
            sql("proposal_apply"),
            change.user_id,
            proposal.workout_instance_id,
            proposal.exercise_id,
            proposal.new_sets,
            proposal.new_weight,
            proposal.weight_unit,
            proposal.new_reps,
            proposal.because,
        )
        await change.tx.run(
            sql("instance_prescribe"),
            change.user_id,
            proposal.workout_instance_id,
            change.now,
            change.revision,
        )
    await change.tx.run(
        sql("proposal_answer"),
        change.user_id,
        proposal.id,
        "accepted" if accepted else "rejected",
        change.now,
        change.revision,
    )


def _differs(new: Prescribed, old: PlannedRow) -> bool:
    weight = float(as_stored(new.load.entered)) if new.load else None
    return (
        new.sets != old.target_sets
        or new.reps != old.target_reps
        or weight != old.target_weight
    )


def _values(
    change: Change,
    log_id: UUID,
    session: PreparedSession,
    new: Prescribed,
    old: PlannedRow,
) -> tuple[object, ...]:
    return (
        change.user_id,
        uuid7(change.now),
        log_id,
        session.row.id,
        new.exercise_id,
        old.target_sets,
        new.sets,
        None if old.target_weight is None else as_stored(old.target_weight),
        as_stored(new.load.entered) if new.load else None,
        unit_of(new.load),
        old.target_reps,
        new.reps,
        new.because,
        change.revision,
    )
