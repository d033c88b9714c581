"""Answers about the past from the rows that are kept ready: one statement each.

While the rows of a user are not complete, as after an upgrade, the log answers.
"""

from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from metricgain.engine.iso_weeks import Week, week_of
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.kit.errors import NotFound
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG
from metricgain.store.past.live import LivePast
from metricgain.store.past.rows import (
    DayDone,
    ExerciseTrend,
    ExerciseWeek,
    MusclesDone,
    MuscleWeek,
    Overview,
    Record,
    WeekDone,
)

_BODY_WEIGHT: Final = Decimal(str(ASSUMED_BODY_WEIGHT_KG))
_MUSCLES: Final = [muscle.value for muscle in Muscle]
_GROUPS: Final = [GROUP_OF[muscle].value for muscle in Muscle]
_OVERVIEW: Final = msgspec.json.Decoder(Overview)
_MUSCLES_DONE: Final = msgspec.json.Decoder(MusclesDone)


class KeptPast:
    """The past of the user of a transaction, as it was counted when it was written."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._live = LivePast(tx)

    async def weeks(self, first: date, last: date) -> tuple[WeekDone, ...]:
        rows = await self._rows("analytics_weeks", *week_of(first), *week_of(last))
        if not rows[0]["is_complete"]:
            return await self._live.weeks(first, last)
        return tuple(
            WeekDone(
                week=_week(row),
                total_volume=float(row["total_volume"]),
                workout_count=row["workout_count"],
                working_sets=row["working_sets"],
                duration_seconds=row["duration_seconds"],
                is_deload=row["is_deload"],
            )
            for row in rows
            if row["year"] is not None
        )

    async def muscle_weeks(self, first: date, last: date) -> tuple[MuscleWeek, ...]:
        rows = await self._rows(
            "analytics_muscle_weeks", *week_of(first), *week_of(last)
        )
        if not rows[0]["is_complete"]:
            return await self._live.muscle_weeks(first, last)
        return tuple(
            MuscleWeek(
                week=_week(row),
                muscle=Muscle(row["muscle"]),
                volume=float(row["volume_kg"]),
                direct_sets=row["direct_sets"],
                fractional_sets=float(row["fractional_sets"]),
                sessions=row["sessions"],
                last_trained=row["last_trained"],
                is_deload=row["is_deload"],
            )
            for row in rows
            if row["year"] is not None
        )

    async def muscles(self, first: date, last: date) -> MusclesDone:
        (row,) = await self._rows(
            "analytics_muscles",
            *week_of(first),
            *week_of(last),
            first,
            last,
            _MUSCLES,
            _GROUPS,
        )
        if not row["is_complete"]:
            return await self._live.muscles(first, last)
        return _MUSCLES_DONE.decode(row["found"])

    async def trend(self, exercise_id: int, first: date, last: date) -> ExerciseTrend:
        rows = await self._rows(
            "analytics_trend", exercise_id, *week_of(first), *week_of(last)
        )
        if not rows:
            raise NotFound("this exercise does not exist", field="exercise_id")
        if not rows[0]["is_complete"]:
            return await self._live.trend(exercise_id, first, last)
        return ExerciseTrend(
            exercise_id=exercise_id,
            name=rows[0]["name"],
            muscle_group=MuscleGroup(rows[0]["muscle_group"]),
            weeks=tuple(_exercise_week(row) for row in rows if row["year"] is not None),
        )

    async def records(
        self, first: date, last: date, *, exercise_id: int | None
    ) -> tuple[Record, ...]:
        rows = await self._rows("analytics_records", first, last, exercise_id)
        if not rows[0]["is_known"]:
            raise NotFound("this exercise does not exist", field="exercise_id")
        if not rows[0]["is_complete"]:
            return await self._live.records(first, last, exercise_id=exercise_id)
        return tuple(_record(row) for row in rows if row["kind"] is not None)

    async def days(self, first: date, last: date) -> tuple[DayDone, ...]:
        await see_archive(self._tx, Wanted(first=first, last=last))
        rows = await self._rows("analytics_days", first, last, _BODY_WEIGHT)
        return tuple(
            DayDone(
                day=row["day"],
                workouts=row["workouts"],
                sets=row["sets"],
                volume=float(row["volume"]),
            )
            for row in rows
        )

    async def overview(self, today: date) -> Overview:
        monday = date.fromisocalendar(*week_of(today), 1)
        (row,) = await self._rows("analytics_dashboard", today, monday)
        if not row["is_complete"]:
            return await self._live.overview(today)
        return _OVERVIEW.decode(row["found"])

    async def _rows(self, statement: str, *values: object) -> list[Row]:
        return await self._tx.rows(sql(statement), self._tx.user_id, *values)


def _week(row: Row) -> Week:
    return row["year"], row["week"]


def _exercise_week(row: Row) -> ExerciseWeek:
    return ExerciseWeek(
        week=_week(row),
        sets=row["sets"],
        volume=float(row["volume_kg"]),
        best_weight=_float(row["best_weight_kg"]),
        best_reps=row["best_reps"],
        best_log_id=row["best_log_id"],
        best_set_id=row["best_set_id"],
        one_rm=_float(row["max_one_rm"]),
        previous_one_rm=_float(row["prev_one_rm"]),
        one_rm_change=_float(row["one_rm_change"]),
        is_deload=row["is_deload"],
    )


def _record(row: Row) -> Record:
    return Record(
        exercise_id=row["exercise_id"],
        exercise_name=row["name"],
        muscle_group=MuscleGroup(row["muscle_group"]),
        kind=row["kind"],
        reps=row["reps"],
        value=float(row["value"]),
        weight=_float(row["weight_kg"]),
        record_reps=row["record_reps"],
        achieved_on=row["achieved_on"],
        workout_log_id=row["workout_log_id"],
        set_id=row["set_id"],
    )


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
