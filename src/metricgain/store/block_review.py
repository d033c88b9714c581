"""What a block has left behind, for its review."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import NotFound
from metricgain.store.database import Transaction, sql


class SessionOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """A workout of the block; `is_dropped` by its early end, it was not due."""

    week_number: int
    is_deload: bool
    status: str
    log_status: str | None
    is_dropped: bool
    is_missed: bool


class ExerciseOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of a workout: working sets planned and done, and what they showed."""

    exercise_id: int
    week_number: int
    planned_sets: int
    done_sets: int
    e1rm_kg: float | None
    joint_pain: int | None
    is_dropped: bool
    is_easy: bool


class MuscleAnswered(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered and decided about a muscle after a workout."""

    muscle: Muscle
    week_number: int
    kind: str
    soreness: int | None
    pump: int | None
    challenge: int | None
    performance: int | None


class StandingRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was set in the block and stands."""

    exercise_id: int
    kind: str
    reps: int
    value: float
    achieved_on: date


class PlannedNext(msgspec.Struct, frozen=True, kw_only=True):
    """The block that the program of this one plans next."""

    id: UUID
    name: str
    start_date: date | None
    duration_weeks: int
    revision: int
    program_id: UUID
    emphasis: Mapping[Muscle, Emphasis]


class BlockOutcomes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the review of a block is made from."""

    sessions: tuple[SessionOutcome, ...]
    exercises: tuple[ExerciseOutcome, ...]
    muscles: tuple[MuscleAnswered, ...]
    previous: tuple[ExerciseOutcome, ...]
    records: tuple[StandingRecord, ...]
    next_planned: PlannedNext | None

    @property
    def exercise_ids(self) -> set[int]:
        """The exercises of the block, of the one before, and of its records."""
        done = {each.exercise_id for each in (*self.exercises, *self.previous)}
        return done | {each.exercise_id for each in self.records}


async def load_outcomes(
    tx: Transaction, mesocycle_id: UUID, *, now: datetime
) -> BlockOutcomes:
    """Return what a block has left behind, by one statement. Raises NotFound."""
    found = await tx.value(sql("block_review"), tx.user_id, mesocycle_id, now)
    if found is None:
        raise NotFound("you have no such block", field="mesocycleId")
    return msgspec.convert(found, BlockOutcomes)
