"""Prescribe a session that begins without one."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.coming import Preparation, prepare_sessions
from metricgain.store.deciding_data import load_coming
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
    lifter = await load_lifter(change.tx)
    lifts = await load_lifts(change.tx, coming.exercise_ids, lifter)
    prepared = prepare_sessions(
        Preparation(coming=coming, lifter=lifter, lifts=lifts, emphasis={}),
        fresh=(),
        only=instance_id,
    )
    for each in prepared:
        await save_prescribed(change, each, only_missing=True)
