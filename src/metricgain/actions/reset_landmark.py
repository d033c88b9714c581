"""Go back to the default landmarks of one muscle."""

from metricgain.engine.muscles import Muscle
from metricgain.store.changes import Change
from metricgain.store.landmarks import remove_landmark


async def reset_landmark(change: Change, *, muscle: Muscle) -> None:
    """Forget the lifter's own landmarks of a muscle; there may be none."""
    await remove_landmark(change, muscle)
