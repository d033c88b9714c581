"""Go on after a break as the break asks for."""

from datetime import date
from uuid import UUID

from msgspec.structs import replace

from metricgain.engine.disruptions import (
    AfterGap,
    GapKind,
    GoOn,
    NewBlock,
    RefusedChange,
    after_gap,
    postponed_by,
)
from metricgain.kit.errors import Conflict, Invalid
from metricgain.store.breaks import Comeback, resumed_sessions, resumed_weeks
from metricgain.store.changes import Change
from metricgain.store.editing import end_block, load_running, save_shape
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import load_lifts
from metricgain.store.mesocycles import StoredBlock, rewrite_sessions, save_weeks
from metricgain.store.planning import FIRST_DAY, LAST_DAY
from metricgain.store.prescribing import ensure_prescribed


async def apply_gap(
    change: Change, *, mesocycle_id: UUID, on: date, kind: GapKind
) -> None:
    """Plan a running block anew for a lifter who trains again on a day.

    `kind` is the advice that the lifter saw and agreed to. Repeating moves all open
    workouts so that the first is on that day; after a whole week done, the next one
    repeats it. Restarting also prescribes the next session of each workout anew. A new
    block asks to end this one. Done again, nothing changes. Raises NotFound, Invalid
    for a day before the last workout, Conflict when the break asks for something else,
    a workout is running, or the block has ended.
    """
    block = await load_running(change, mesocycle_id)
    advice = _advice(block, on)
    if isinstance(advice, GoOn) or advice.kind is not kind:
        raise Conflict(
            f"on that day the advice is {advice.kind}, not {kind}",
            field="kind",
            remedy="Look at the block again.",
        )
    if any(session.log_status == "in_progress" for session in block.sessions):
        raise Conflict(
            "a workout of this block is running",
            field="mesocycleId",
            remedy="Finish it, or delete its log.",
        )
    if isinstance(advice, NewBlock):
        await end_block(change, mesocycle_id)
        return
    block = await _prescribed(change, block)
    first = next(session for session in block.sessions if session.is_open)
    lifter = await load_lifter(change.tx)
    lifts = await load_lifts(change.tx, block.exercise_ids, lifter)
    plan = Comeback(
        block=block,
        advice=advice,
        later=postponed_by(first.scheduled_on, on),
        lifts=lifts,
        deload_style=lifter.deload_style,
    )
    await _write(change, plan)


def _advice(block: StoredBlock, on: date) -> AfterGap:
    if not FIRST_DAY <= on <= LAST_DAY:
        raise Invalid("a day lies within 1970 to 2100", field="on")
    last = block.last_trained
    try:
        return after_gap(
            (on - last).days if last is not None and block.has_begun else 0
        )
    except RefusedChange as error:
        raise Invalid("your last workout lies after that day", field="on") from error


async def _prescribed(change: Change, block: StoredBlock) -> StoredBlock:
    """Return the block with its next sessions prescribed: they have loads to go by."""
    found = {
        session.workout_id: session.id
        for session in reversed(block.sessions)
        if session.is_open
    }
    for instance_id in found.values():
        await ensure_prescribed(change, instance_id)
    return await load_running(change, block.id)


async def _write(change: Change, plan: Comeback) -> None:
    sessions = resumed_sessions(plan)
    if sessions == [session for session in plan.block.sessions if session.is_open]:
        return
    weeks = resumed_weeks(plan)
    await save_weeks(change, plan.block.id, weeks)
    await save_shape(change, replace(plan.block, weeks=weeks, end_date=weeks[-1].end))
    await rewrite_sessions(change, plan.block.id, sessions)
