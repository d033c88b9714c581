"""The three statements that every decision of a finished workout is made from.

Three, however many muscle groups the workout trained: what was done and answered,
what came before in the block, and what comes next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec

from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.overrides import Override
from metricgain.engine.progression import FeedbackAnswers
from metricgain.store.database import Transaction, sql


class SetRow(msgspec.Struct, frozen=True):
    """A set that is no warm-up, as entered."""

    weight: float
    unit: str
    reps: int
    rir: float | None
    set_type: str
    load_kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """An exercise of the workout: its targets, its sets and its joint pain."""

    exercise_id: int
    target_sets: int | None
    target_reps: int | None
    target_weight: float | None
    weight_unit: str | None
    target_rir: int | None
    is_recovery: bool
    sets: tuple[SetRow, ...]
    joint_pain: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done and answered in one workout."""

    exercises: tuple[DoneRow, ...]
    by_group: Mapping[MuscleGroup, FeedbackAnswers]
    by_muscle: Mapping[Muscle, FeedbackAnswers]
    body_weight_kg: float | None

    @property
    def exercise_ids(self) -> set[int]:
        """The exercises that were planned or done."""
        return {row.exercise_id for row in self.exercises}

    def answers(self, muscle: Muscle) -> FeedbackAnswers:
        """Return what was answered of a muscle, else of its group."""
        unanswered = FeedbackAnswers()
        group = self.by_group.get(GROUP_OF[muscle], unanswered)
        own = self.by_muscle.get(muscle, unanswered)
        return FeedbackAnswers(
            soreness=own.soreness if own.soreness is not None else group.soreness,
            pump=own.pump if own.pump is not None else group.pump,
            challenge=own.challenge if own.challenge is not None else group.challenge,
        )


class PreviousSession(msgspec.Struct, frozen=True):
    """The last session of a muscle earlier in the block."""

    muscle: Muscle
    log_id: UUID
    was_recovery: bool
    consecutive_misses: int | None


class Exposure(msgspec.Struct, frozen=True):
    """The estimates of an exercise at its last hard exposure in the block, in kg."""

    exercise_id: int
    exposure_e1rm_kg: float
    smoothed_e1rm_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What came before in the block; `recovering` muscles are in a recovery session."""

    muscles: Mapping[Muscle, PreviousSession]
    recovering: frozenset[Muscle]
    exposures: Mapping[int, Exposure]


class NextRow(msgspec.Struct, frozen=True):
    """The session that trains a muscle next."""

    muscle: Muscle
    id: UUID
    workout_id: UUID
    week_number: int
    is_deload: bool
    status: str


class PlannedRow(msgspec.Struct, frozen=True):
    """One exercise of a planned session. `target_sets` None is not prescribed yet.

    `moved` are sets that the lifter has moved here or away in this week, and why.
    """

    exercise_id: int
    position: int
    target_sets: int | None
    projected_sets: int
    full_sets: int | None
    is_recovery: bool
    target_rir: int
    target_reps: int | None
    target_weight: float | None
    weight_unit: str
    reps_min: int
    reps_max: int
    moved: int = 0
    moved_because: str = ""

    @property
    def planned_sets(self) -> int:
        """The sets that next week counts from."""
        if self.full_sets is not None:
            return self.full_sets
        return self.projected_sets if self.target_sets is None else self.target_sets


class WeekRow(msgspec.Struct, frozen=True):
    """A session of the block with its exercises."""

    id: UUID
    workout_id: UUID
    week_number: int
    position: int
    is_deload: bool
    status: str
    is_started: bool
    is_after_break: bool
    exercises: tuple[PlannedRow, ...] | None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the block: week and position."""
        return (self.week_number, self.position)


class DoneBefore(msgspec.Struct, frozen=True):
    """What was last done in a slot."""

    weight: float | None
    unit: str | None
    reps: int | None
    e1rm_kg: float | None
    performance: int | None


class PlannedBefore(msgspec.Struct, frozen=True):
    """What was last planned in a slot, or the load of its first week."""

    weight: float | None
    unit: str
    reps: int | None = None


class LastRow(msgspec.Struct, frozen=True):
    """The past of one slot of a coming session."""

    instance_id: UUID
    exercise_id: int
    done: DoneBefore | None
    planned: PlannedBefore | None
    first: PlannedBefore | None
    after_recovery: bool
    joint_pain: int | None


class DecidedRow(msgspec.Struct, frozen=True):
    """A decision that another workout made about a coming session."""

    to_instance_id: UUID
    workout_log_id: UUID
    muscle: Muscle
    kind: str
    gate: str
    rule_id: str
    because: str
    delta_raw: int
    swap: str | None
    hold_load: bool
    progression: bool
    deload: bool
    week_number: int
    position: int
    override: Override | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The sessions that come next, their weeks, their past and what was decided.

    `overrides` are what the lifter wants instead of what the workout itself decided.
    """

    next: Mapping[Muscle, NextRow]
    sessions: Mapping[UUID, WeekRow]
    lasts: Mapping[tuple[UUID, int], LastRow]
    decided: tuple[DecidedRow, ...]
    place: tuple[int, int] | None
    overrides: Mapping[Muscle, Override]

    @property
    def exercise_ids(self) -> set[int]:
        """The exercises of all these sessions."""
        return {
            row.exercise_id
            for session in self.sessions.values()
            for row in session.exercises or ()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingData:
    """All that the decisions of a finished workout depend on in the log and plan."""

    done: Done
    previous: Previous
    coming: Coming


async def load_done(tx: Transaction, log_id: UUID) -> Done:
    """Load what was done and answered: one statement."""
    rows = await tx.rows(sql("deciding_performance"), tx.user_id, log_id)
    first = rows[0] if rows else None
    return Done(
        exercises=tuple(
            DoneRow(
                exercise_id=row["exercise_id"],
                target_sets=row["target_sets"],
                target_reps=row["target_reps"],
                target_weight=_float(row["target_weight"]),
                weight_unit=row["weight_unit"],
                target_rir=row["target_rir"],
                is_recovery=row["is_recovery"],
                sets=msgspec.convert(row["sets"] or (), tuple[SetRow, ...]),
                joint_pain=row["joint_pain"],
            )
            for row in rows
        ),
        by_group={
            MuscleGroup(group): _answers(levels)
            for group, levels in ((first and first["by_group"]) or {}).items()
        },
        by_muscle={
            Muscle(muscle): _answers(levels)
            for muscle, levels in ((first and first["by_muscle"]) or {}).items()
        },
        body_weight_kg=_float(first["body_weight_kg"]) if first else None,
    )


async def load_previous(tx: Transaction, log_id: UUID) -> Previous:
    """Load what came before in the block: one statement."""
    row = await tx.row(sql("deciding_previous"), tx.user_id, log_id)
    assert row is not None
    muscles = msgspec.convert(row["muscles"] or (), tuple[PreviousSession, ...])
    exposures = msgspec.convert(row["exposures"] or (), tuple[Exposure, ...])
    return Previous(
        muscles={each.muscle: each for each in muscles},
        recovering=frozenset(Muscle(m) for m in row["recovering"] or ()),
        exposures={each.exercise_id: each for each in exposures},
    )


async def load_coming(tx: Transaction, log_id: UUID, *, itself: bool = False) -> Coming:
    """Load what comes next, or with `itself` that very session: one statement."""
    only = log_id if itself else None
    row = await tx.row(sql("deciding_next"), tx.user_id, log_id, only)
    assert row is not None
    following = msgspec.convert(row["next"] or (), tuple[NextRow, ...])
    sessions = msgspec.convert(row["weeks"] or (), tuple[WeekRow, ...])
    lasts = msgspec.convert(row["lasts"] or (), tuple[LastRow, ...])
    return Coming(
        next={each.muscle: each for each in following},
        sessions={each.id: each for each in sessions},
        lasts={(each.instance_id, each.exercise_id): each for each in lasts},
        decided=msgspec.convert(row["decided"] or (), tuple[DecidedRow, ...]),
        place=None
        if row["week_number"] is None
        else (row["week_number"], row["position"]),
        overrides=msgspec.convert(row["overrides"] or {}, dict[Muscle, Override]),
    )


def _answers(levels: list[int | None]) -> FeedbackAnswers:
    soreness, pump, challenge = levels
    return FeedbackAnswers(soreness=soreness, pump=pump, challenge=challenge)


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))
