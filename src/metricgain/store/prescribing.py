"""Prescribe sessions that no decision has prescribed."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.coming import Preparation, prepare_sessions
from metricgain.store.deciding_data import Coming, load_coming
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import load_lifts
from metricgain.store.outcomes import save_prescribed


async def ensure_prescribed(change: Change, instance_id: UUID) -> None:
    """Prescribe what no decision has prescribed in a session that begins.

    That is so when the sessions before it were skipped: sets and loads are carried.
    """
    coming = await load_coming(change.tx, instance_id, itself=True)
    session = coming.sessions.get(instance_id)
    if session is None or all(
        each.target_sets is not None for each in session.exercises or ()
    ):
        return
    await _carry(change, coming, only=instance_id)


async def prescribe_following(change: Change, instance_id: UUID) -> None:
    """Prescribe the next session of each muscle of a session that is skipped.

    Nothing was decided, so each keeps the sets and loads of the week before.
    """
    await _carry(change, await load_coming(change.tx, instance_id), only=None)


async def _carry(change: Change, coming: Coming, *, only: UUID | None) -> None:
    lifter = await load_lifter(change.tx)
    lifts = await load_lifts(change.tx, coming.exercise_ids, lifter)
    prepared = prepare_sessions(
        Preparation(coming=coming, lifter=lifter, lifts=lifts, emphasis={}),
        fresh=(),
        only=only,
    )
    for session in prepared:
        await save_prescribed(change, session, only_missing=True)
