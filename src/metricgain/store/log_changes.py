"""What follows from a change within a log that is finished already."""

from metricgain.store.changes import Change
from metricgain.store.deciding import reconsider
from metricgain.store.logs import Log


async def reconsider_log(change: Change, log: Log) -> None:
    """Make the decisions of a finished planned workout again, after it was changed."""
    if log.status == "completed" and log.workout_instance_id is not None:
        await reconsider(change, log.id)
