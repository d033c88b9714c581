"""Answer how one muscle felt."""

from uuid import UUID

from metricgain.engine.muscles import GROUP_OF, Muscle
from metricgain.store.changes import Change
from metricgain.store.feedback import (
    GroupFeedback,
    MuscleAnswers,
    PerformanceAnswer,
    SorenessAnswer,
    check_answers,
    find_feedback,
    save_muscle_answers,
)
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import open_log


async def save_muscle_feedback(
    change: Change,
    *,
    log_id: UUID,
    muscle: Muscle,
    soreness: SorenessAnswer | None = None,
    performance: PerformanceAnswer | None = None,
) -> GroupFeedback | None:
    """Write the answers of one muscle, and with them those of its group.

    The group shows the worst soreness, the highest challenge and the lowest pump of
    its muscles, unless it was answered itself later. Returns what is answered now,
    None when the workout was deleted after this. Raises Invalid, NotFound.
    """
    check_answers(soreness, performance)
    log = await open_log(change, log_id, at=change.made_at)
    if log is None:
        return None
    found = await find_feedback(change, log_id, GROUP_OF[muscle])
    old = next(
        (known for known in found.muscles if known.muscle is muscle),
        MuscleAnswers(muscle=muscle),
    )
    new = old.with_(soreness, performance, at=change.made_at, now=change.now)
    if new == old:
        return found
    saved = await save_muscle_answers(change, found, new)
    await reconsider_log(change, log)
    return saved
