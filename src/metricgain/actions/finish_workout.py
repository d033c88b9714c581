"""Finish a workout: mark it done, decide its muscles, prescribe what comes next."""

from datetime import datetime
from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.deciding import decide_finished, find_log, mark_finished
from metricgain.store.logs import check_moment
from metricgain.store.mesocycles import complete_if_done


async def finish_workout(
    change: Change,
    *,
    id: UUID,  # noqa: A002 - the name it has in every table
    completed_at: datetime | None = None,
) -> None:
    """Finish the workout log `id`; finishing it again changes nothing.

    `completed_at` counts as the start where it lies before it, and as now where it
    lies in the future. Raises Invalid for a time outside 1970 to 2100,
    NotFound for a log that does not exist and Conflict for one that was skipped.
    """
    if completed_at is not None:
        check_moment(completed_at, field="completed_at")
    log = await find_log(change.tx, id)
    if log is None:
        raise NotFound("this workout log does not exist", field="id")
    if log.status == "completed":
        return
    if log.status == "skipped":
        raise Conflict("this workout was skipped", field="id")
    done_at = min(completed_at or change.made_at, change.now)
    await mark_finished(change, id, completed_at=done_at)
    if log.mesocycle_id is not None:
        await decide_finished(change, log)
        await complete_if_done(change, log.mesocycle_id)
