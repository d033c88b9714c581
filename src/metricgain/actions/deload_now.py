"""Take the deload early."""

from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.disruptions import deload_early
from metricgain.engine.rir import DELOAD_RIR
from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.editing import (
    load_replan,
    load_running,
    rewrite_ahead,
    save_shape,
)
from metricgain.store.mesocycles import cut_weeks, save_weeks


async def deload_now(change: Change, *, mesocycle_id: UUID) -> None:
    """Make the week after the last trained one the deload, and cancel those after it.

    Asked again, or in the deload, nothing changes. Raises NotFound, and Conflict for
    a block that has ended or has not begun.
    """
    block = await load_running(change, mesocycle_id)
    trained = [s.week_number for s in block.sessions if s.log_status is not None]
    if not trained:
        raise Conflict(
            "nothing of this block is trained yet",
            field="mesocycleId",
            remedy="Delete it, or start it later.",
        )
    if max(trained) >= block.last_week - 1:
        return
    early = deload_early(week_number=max(trained), weeks=block.duration_weeks)
    weeks = tuple(
        replace(week, is_deload=True, rir=DELOAD_RIR)
        if week.number == early.deload_week
        else week
        for week in block.weeks
        if week.number <= early.deload_week
    )
    cut = replace(block, weeks=weeks, end_date=weeks[-1].end, ended_early=True)
    plan = await load_replan(change, cut, on=change.made_at.date())
    await cut_weeks(change, mesocycle_id, after=early.deload_week)
    await save_weeks(change, mesocycle_id, weeks[-1:])
    await save_shape(change, cut)
    await rewrite_ahead(change, plan)
