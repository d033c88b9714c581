"""Loads what statistics follow from, and the statistics that are kept ready."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final
from uuid import UUID

import msgspec

from metricgain.engine.muscles import Muscle
from metricgain.engine.statistics import (
    ExerciseFacts,
    ExerciseRow,
    MuscleRow,
    RecordRow,
    SetLogged,
    Statistics,
    Week,
    WeekRow,
    WorkoutLogged,
)
from metricgain.store.archive.packing import PackedRow
from metricgain.store.archive.seeing import Wanted, archived_sets
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG

_ASSUMED: Final = Decimal(str(ASSUMED_BODY_WEIGHT_KG))


async def load_workouts(
    tx: Transaction, *, first: date | None = None, last: date | None = None
) -> list[WorkoutLogged]:
    """Return all that the user did, ever or on some days: three statements.

    What was skipped is left out; what is archived is not.
    """
    packed = await archived_sets(tx, Wanted(first=first, last=last))
    # What is archived is taken as it is, and not once more by way of the server.
    seen, tx.archived = tx.archived, ""
    logs = await tx.rows(sql("stats_logs"), tx.user_id, first, last)
    named = None if first is None and last is None else [row["id"] for row in logs]
    sets: dict[UUID, list[SetLogged]] = defaultdict(list)
    for row in await tx.rows(sql("stats_sets"), tx.user_id, named):
        sets[row["workout_log_id"]].append(_set(row))
    tx.archived = seen
    for one in packed:
        sets[_log_of(one)].append(_unpacked(one))
    return [
        WorkoutLogged(
            id=row["id"],
            local_date=row["local_date"],
            in_block=row["in_block"],
            is_deload=row["is_deload"],
            started_at=row["started_at"],
            completed_at=row["completed_at"],
            body_weight_kg=_ASSUMED
            if row["body_weight_kg"] is None
            else row["body_weight_kg"],
            sets=sets[row["id"]],
        )
        for row in logs
    ]


async def load_facts(tx: Transaction, user_id: int) -> dict[int, ExerciseFacts]:
    """Return every exercise of the catalogue and of a user; user 0 has none."""
    rows = await tx.rows(sql("stats_exercises"), user_id)
    return {row["id"]: _facts(row) for row in rows}


async def load_statistics(tx: Transaction) -> Statistics:
    """Return the user's statistics as they are kept: four statements.

    A row whose Monday is not that of its week is given week 0, as there is none.
    """
    weeks = await tx.rows(sql("stats_week_rows"), tx.user_id)
    muscles = await tx.rows(sql("stats_muscle_rows"), tx.user_id)
    exercises = await tx.rows(sql("stats_exercise_rows"), tx.user_id)
    records = await tx.rows(sql("stats_record_rows"), tx.user_id)
    return Statistics(
        weeks=frozenset(_week_row(row) for row in weeks),
        muscles=frozenset(_muscle_row(row) for row in muscles),
        exercises=frozenset(_exercise_row(row) for row in exercises),
        records=frozenset(RecordRow(**dict(row)) for row in records),
    )


def _set(row: Row) -> SetLogged:
    return SetLogged(
        id=row["id"],
        exercise_id=row["exercise_id"],
        weight=row["weight"],
        in_pounds=row["weight_unit"] == "lb",
        reps=row["reps"],
        rir=row["rir"],
        load_kind=row["load_kind"],
        is_warm_up=row["set_type"] == "warmup",
        is_doubtful=row["flag"] == "to_confirm",
        seconds=row["seconds"],
    )


def _log_of(packed: PackedRow) -> UUID:
    return _uuid(str(packed["workout_log_id"]))


@lru_cache(maxsize=256)
def _uuid(text: str) -> UUID:
    """Read an id; those of one workout follow each other."""
    return UUID(text)


def _unpacked(packed: PackedRow) -> SetLogged:
    return msgspec.convert(packed, _PackedSet, strict=False).logged()


class _PackedSet(msgspec.Struct):
    """What statistics need of a set as it lies in an archive."""

    id: int
    exercise_id: int
    weight: Decimal
    weight_unit: str
    reps: int
    set_type: str
    rir: Decimal | None = None
    load_kind: str | None = None
    flag: str | None = None
    seconds: int | None = None

    def logged(self) -> SetLogged:
        return SetLogged(
            id=self.id,
            exercise_id=self.exercise_id,
            weight=self.weight,
            in_pounds=self.weight_unit == "lb",
            reps=self.reps,
            rir=self.rir,
            load_kind=self.load_kind,
            is_warm_up=self.set_type == "warmup",
            is_doubtful=self.flag == "to_confirm",
            seconds=self.seconds,
        )


def _facts(row: Row) -> ExerciseFacts:
    muscles: Mapping[str, float] = row["muscles"] or {}
    return ExerciseFacts(
        load_kind=row["load_kind"],
        body_weight_factor=row["body_weight_factor"],
        muscles={Muscle(name): float(share) for name, share in muscles.items()},
        is_timed=row["is_timed"],
    )


def _week_row(row: Row) -> WeekRow:
    return WeekRow(
        week=_week(row),
        total_volume=row["total_volume"],
        workout_count=row["workout_count"],
        working_sets=row["working_sets"],
        duration_seconds=row["duration_seconds"],
        is_deload=row["is_deload"],
    )


def _muscle_row(row: Row) -> MuscleRow:
    return MuscleRow(
        week=_week(row),
        muscle=Muscle(row["muscle"]),
        volume_kg=row["volume_kg"],
        direct_sets=row["direct_sets"],
        fractional_sets=row["fractional_sets"],
        sessions=row["sessions"],
        last_trained=row["last_trained"],
        is_deload=row["is_deload"],
    )


def _exercise_row(row: Row) -> ExerciseRow:
    log_id = row["best_log_id"]
    return ExerciseRow(
        week=_week(row),
        exercise_id=row["exercise_id"],
        sets=row["sets"],
        volume_kg=row["volume_kg"],
        max_one_rm=row["max_one_rm"],
        best_weight_kg=row["best_weight_kg"],
        best_reps=row["best_reps"],
        best=None if log_id is None else (log_id, row["best_set_id"]),
        is_deload=row["is_deload"],
    )


def _week(row: Row) -> Week:
    year, week, weekday = row["week_start"].isocalendar()
    if (year, week, weekday) == (row["year"], row["week"], 1):
        return row["year"], row["week"]
    return row["year"], 0
