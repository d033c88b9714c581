"""Save a lifter's own landmarks of one muscle."""

from typing import Final

from metricgain.engine.landmarks import Landmark
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.landmarks import store_landmark

MOST_SETS: Final = 60


async def save_landmark(change: Change, *, muscle: Muscle, landmark: Landmark) -> None:
    """Replace the landmarks of a muscle by the lifter's own, in sets per week.

    A save from before a later reset is ignored. Raises Invalid above 60 sets.
    """
    if landmark.mrv_at_2 > MOST_SETS:
        raise Invalid(f"must be at most {MOST_SETS} sets per week", field="mrv")
    await store_landmark(change, muscle, landmark)
