"""Choose the gym in which a day of a block is trained."""

from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.gyms import own_gym, store_gym_day


async def choose_gym(change: Change, *, workout_id: UUID, gym_id: UUID | None) -> None:
    """Train a day of a block in one of the user's gyms, or (None) in the usual one.

    Loads of that day are planned, and shown, as this gym can make them. Raises Invalid
    for a gym that is not there, and NotFound for such a day.
    """
    if gym_id is not None:
        await own_gym(change.tx, gym_id)
    if not await store_gym_day(change, workout_id=workout_id, gym_id=gym_id):
        raise NotFound("this workout does not exist", field="workoutId")
