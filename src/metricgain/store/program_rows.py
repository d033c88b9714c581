"""Programs as they are stored: read whole, or one macrocycle or week of them."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


class StoredMicrocycle(msgspec.Struct, frozen=True, kw_only=True):
    """A week of a block, numbered from 1."""

    id: UUID
    week_number: int
    start_date: date
    end_date: date
    is_deload: bool
    target_rir: int


class StoredMesocycle(msgspec.Struct, frozen=True, kw_only=True):
    """A block of a program: planned, active, completed or archived."""

    id: UUID
    name: str
    order_index: int | None
    status: str
    duration_weeks: int
    start_date: date | None
    end_date: date | None
    emphasis: Mapping[Muscle, Emphasis]
    microcycles: tuple[StoredMicrocycle, ...]


class StoredMacrocycle(msgspec.Struct, frozen=True, kw_only=True):
    """Blocks that follow each other without a transition week."""

    id: UUID
    name: str
    order_index: int
    start_date: date | None
    end_date: date | None
    mesocycles: tuple[StoredMesocycle, ...]


class ListedProgram(msgspec.Struct, frozen=True, kw_only=True):
    """One program of the list: planned, running, finished or left.

    It runs from its first block that begins until none is ahead; it is left once those
    that were ahead are dropped.
    """

    id: UUID
    name: str
    goal: str
    status: str
    start_date: date | None
    end_date: date | None


class StoredProgram(ListedProgram, frozen=True, kw_only=True):
    """A program with everything in it, down to the weeks."""

    macrocycles: tuple[StoredMacrocycle, ...]


class WorkoutOfWeek(msgspec.Struct, frozen=True, kw_only=True):
    """A workout on its day: scheduled, completed or skipped."""

    id: UUID
    name: str
    position: int
    scheduled_on: date
    status: str
    planned_sets: int
    done_sets: int


class MuscleOfWeek(msgspec.Struct, frozen=True, kw_only=True):
    """The sets of a muscle in a week, planned and done."""

    muscle: Muscle
    planned_direct: int
    done_direct: int
    planned_fractional: float
    done_fractional: float


class WeekMetrics(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a week, counted from its workouts and sets whenever it is read.

    A workout is missed when its day has passed and it was neither begun nor skipped.
    Sets are working sets.
    """

    workouts: int
    completed: int
    skipped: int
    missed: int
    has_begun: bool | None
    planned_sets: int
    done_sets: int
    muscles: tuple[MuscleOfWeek, ...]

    @property
    def status(self) -> str:
        """Planned, running or completed: nothing of it begun, some of it, all of it."""
        if not self.has_begun:
            return "planned"
        left = self.workouts - self.completed - self.skipped
        return "running" if left else "completed"

    @property
    def adherence(self) -> float | None:
        """The share of workouts due that were done, in per cent; None if none was."""
        due = self.completed + self.skipped + self.missed
        return round(100 * self.completed / due, 1) if due else None


class MicrocycleWithWorkouts(StoredMicrocycle, frozen=True, kw_only=True):
    """A week with the workouts of it, and what came of them."""

    mesocycle_id: UUID
    workouts: tuple[WorkoutOfWeek, ...]
    metrics: WeekMetrics


async def find_program(tx: Transaction, program_id: UUID) -> StoredProgram | None:
    """Return a program of the user, by one statement, or None."""
    found = await tx.value(sql("program_load"), tx.user_id, program_id)
    return None if found is None else msgspec.convert(found, StoredProgram)


async def load_program(tx: Transaction, program_id: UUID) -> StoredProgram:
    """Return a program of the user, by one statement. Raises NotFound."""
    found = await find_program(tx, program_id)
    if found is None:
        raise NotFound("you have no such program", field="programId")
    return found


async def list_programs(tx: Transaction) -> list[ListedProgram]:
    """Return the user's programs, the latest first."""
    rows = await tx.rows(sql("programs_list"), tx.user_id)
    return [msgspec.convert(dict(row), ListedProgram) for row in rows]


async def load_microcycle(
    tx: Transaction, microcycle_id: UUID, *, now: datetime
) -> MicrocycleWithWorkouts:
    """Return a week with its workouts, by one statement. Raises NotFound."""
    found = await tx.value(sql("microcycle_load"), tx.user_id, microcycle_id, now)
    if found is None:
        raise NotFound("you have no such week", field="microcycleId")
    return msgspec.convert(found, MicrocycleWithWorkouts)


async def remove_program(change: Change, program_id: UUID) -> None:
    """Delete a program none of whose blocks has begun, if it is there.

    Raises Conflict otherwise: what was trained in it would be gone.
    """
    begun = await change.tx.value(sql("program_begun"), change.user_id, program_id)
    if begun is not None:
        raise Conflict(
            f"the block {begun!r} of this program has begun",
            field="programId",
            remedy="Abandon it instead: what has begun stays.",
        )
    await change.tx.run(
        sql("program_delete"),
        change.user_id,
        program_id,
        change.made_at,
        change.revision,
    )


async def drop_planned_blocks(change: Change, program_id: UUID) -> None:
    """Delete the blocks of a program that are only planned; it ends with the others.

    Raises NotFound, and Conflict while nothing of it has begun.
    """
    await load_program(change.tx, program_id)
    begun = await change.tx.value(sql("program_begun"), change.user_id, program_id)
    if begun is None:
        raise Conflict(
            "no block of this program has begun",
            field="programId",
            remedy="Delete it instead.",
        )
    await change.tx.run(
        sql("program_abandon"),
        change.user_id,
        program_id,
        change.made_at,
        change.revision,
    )
