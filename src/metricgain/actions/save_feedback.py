"""Answer how a muscle group felt."""

from uuid import UUID

from metricgain.engine.muscles import MuscleGroup
from metricgain.store.changes import Change
from metricgain.store.feedback import (
    GroupFeedback,
    PerformanceAnswer,
    SorenessAnswer,
    check_answers,
    find_feedback,
    save_group_answers,
)
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import open_log


async def save_feedback(
    change: Change,
    *,
    log_id: UUID,
    group: MuscleGroup,
    soreness: SorenessAnswer | None = None,
    performance: PerformanceAnswer | None = None,
) -> GroupFeedback | None:
    """Write the soreness before a workout, the pump and challenge after it, or both.

    Each of the two parts is kept by itself: the later answer stays. Soreness is about
    the completed log that trained the group last. Returns what is answered now, None
    when the workout was deleted after this. Raises Invalid, NotFound.
    """
    check_answers(soreness, performance)
    log = await open_log(change, log_id, at=change.made_at)
    if log is None:
        return None
    found = await find_feedback(change, log_id, group)
    answers = found.answers.with_(
        soreness, performance, at=change.made_at, now=change.now
    )
    saved = await save_group_answers(change, found, answers)
    if saved != found:
        await reconsider_log(change, log)
    return saved
