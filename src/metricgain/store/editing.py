"""Change a running block, and the workouts that are still ahead in it."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from msgspec.structs import replace

from metricgain.kit.errors import Conflict
from metricgain.store.block_screens import SessionOfBlock, load_session
from metricgain.store.changes import Change
from metricgain.store.database import sql
from metricgain.store.lifter import load_lifter
from metricgain.store.mesocycles import StoredBlock, load_block, rewrite_sessions
from metricgain.store.planning import aims_of, load_gym
from metricgain.store.prescribing import ensure_prescribed
from metricgain.store.replanning import Replan, replanned


async def load_running(change: Change, mesocycle_id: UUID) -> StoredBlock:
    """Return a block that can still be changed. Raises NotFound, Conflict."""
    block = await load_block(change.tx, mesocycle_id)
    if block.status != "active":
        raise Conflict(
            "this block has ended",
            field="mesocycleId",
            remedy="Start a new block from it instead.",
        )
    return block


async def load_replan(
    change: Change,
    block: StoredBlock,
    *,
    on: date,
    edited: Collection[UUID] = (),
    resized: bool = False,
) -> Replan:
    """Return what open workouts are planned anew with, by three statements.

    Raises NotFound for an exercise that the user does not have.
    """
    lifter = await load_lifter(change.tx)
    gym = await load_gym(change.tx, block.exercise_ids, lifter=lifter, on=on)
    aims = aims_of(lifter, block.emphasis, on=block.start_date, last_trained=None)
    return Replan(block=block, gym=gym, aims=aims, edited=edited, resized=resized)


async def rewrite_ahead(change: Change, plan: Replan) -> None:
    """Write the open workouts of a block as its changed plan has them.

    One that was prescribed, and whose week became or ceased to be the deload, is
    prescribed again at once.
    """
    sessions = replanned(plan)
    await rewrite_sessions(change, plan.block.id, sessions)
    were = {s.id for s in plan.block.sessions if s.prescribed_at is not None}
    for session in sessions:
        if session.prescribed_at is None and session.id in were:
            await ensure_prescribed(change, session.id)


async def save_name(
    change: Change, mesocycle_id: UUID, *, name: str, description: str | None
) -> None:
    """Write the name and description of a block."""
    await change.tx.run(
        sql("block_edit"),
        change.user_id,
        mesocycle_id,
        name,
        description,
        change.made_at,
        change.revision,
    )


async def save_shape(change: Change, block: StoredBlock) -> None:
    """Write how long a block is, and that it changed."""
    await change.tx.run(
        sql("block_reshape"),
        change.user_id,
        block.id,
        block.duration_weeks,
        block.end_date,
        block.ended_early,
        change.revision,
    )


async def touch_workout(change: Change, workout_id: UUID) -> None:
    """Note when the exercises of a workout were chosen."""
    await change.tx.run(
        sql("block_workout_touch"), change.user_id, workout_id, change.made_at
    )


async def clear_emphasis(change: Change, mesocycle_id: UUID) -> None:
    """Forget which muscles a block emphasises, before that is written anew."""
    await change.tx.run(sql("block_emphasis_clear"), change.user_id, mesocycle_id)


async def end_block(change: Change, mesocycle_id: UUID) -> None:
    """Complete a block before its end."""
    await change.tx.run(
        sql("block_end"), change.user_id, mesocycle_id, change.made_at, change.revision
    )


async def delete_block(change: Change, mesocycle_id: UUID) -> None:
    """Delete a block and all that was planned and logged in it."""
    days = await change.tx.value(
        sql("block_delete"),
        change.user_id,
        mesocycle_id,
        change.made_at,
        change.revision,
    )
    if isinstance(days, list):
        change.touched.days.update(days)


async def block_deleted_at(change: Change, mesocycle_id: UUID) -> datetime | None:
    """Return when a block was deleted, None if it never was."""
    found = await change.tx.value(sql("block_deleted_at"), change.user_id, mesocycle_id)
    assert found is None or isinstance(found, datetime)
    return found


async def load_ahead(change: Change, instance_id: UUID) -> SessionOfBlock:
    """Return a workout that has not begun; it may be skipped.

    Raises NotFound, and Conflict once it has begun.
    """
    session = await load_session(change.tx, instance_id)
    if session.log_status == "in_progress":
        raise Conflict(
            "this workout has begun",
            field="workoutInstanceId",
            remedy="Finish it, or delete its log.",
        )
    if session.status == "completed":
        raise Conflict("this workout is done", field="workoutInstanceId")
    return session


async def save_session(
    change: Change,
    session: SessionOfBlock,
    *,
    status: str | None = None,
    scheduled_on: date | None = None,
) -> SessionOfBlock:
    """Write the day or the status of a planned workout, and return it."""
    changed = replace(
        session,
        status=status or session.status,
        scheduled_on=scheduled_on or session.scheduled_on,
    )
    await change.tx.run(
        sql("session_set"),
        change.user_id,
        changed.id,
        changed.scheduled_on,
        changed.status,
        change.revision,
    )
    return changed
