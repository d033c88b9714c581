"""Forget a gym."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.gyms import forget_gym


async def delete_gym(change: Change, *, gym_id: UUID) -> None:
    """Delete a gym, which may be gone already.

    Where it was chosen, loads are the usual ones again; what was logged stays.
    """
    await forget_gym(change, gym_id)
