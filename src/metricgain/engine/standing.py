"""Where the weekly sets of a muscle lie between its landmarks."""

from enum import StrEnum

from metricgain.engine.landmarks import Landmark, mrv
from metricgain.engine.muscles import Trained


class Standing(StrEnum):
    """Without sets, between two landmarks, or beyond what can be recovered."""

    UNTRAINED = "untrained"
    BELOW_MAINTENANCE = "below_maintenance"
    MAINTAINING = "maintaining"
    GROWING = "growing"
    ABOVE_TARGET = "above_target"
    ABOVE_MRV = "above_mrv"


def standing(
    sets_per_week: float,
    landmark: Landmark,
    *,
    muscle: Trained,
    sessions_per_week: float,
) -> Standing:
    """Return where direct sets per week lie (docs/engine/landmarks.md).

    A landmark that is reached counts: at maintenance a muscle is maintained, at MEV it
    grows. What can be recovered from depends on the sessions, rounded half up. Without
    a set nothing is reached, not even a landmark of none.
    """
    most = mrv(
        landmark, muscle=muscle, sessions_per_week=max(1, int(sessions_per_week + 0.5))
    )
    if sets_per_week <= 0:
        return Standing.UNTRAINED
    if sets_per_week > most:
        return Standing.ABOVE_MRV
    if sets_per_week > landmark.target:
        return Standing.ABOVE_TARGET
    if sets_per_week >= landmark.mev:
        return Standing.GROWING
    if sets_per_week >= landmark.maintenance:
        return Standing.MAINTAINING
    return Standing.BELOW_MAINTENANCE
