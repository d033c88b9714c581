"""Asks the log or the rows that are kept ready, as the switches stand."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TypeVar

from metricgain.store.database import Transaction
from metricgain.store.past.kept import KeptPast
from metricgain.store.past.live import LivePast
from metricgain.store.past.rows import (
    DayDone,
    ExerciseTrend,
    MusclesDone,
    MuscleWeek,
    Overview,
    Past,
    Record,
    WeekDone,
)
from metricgain.store.switches import Mode, Switch

T = TypeVar("T")


class SwitchedPast:
    """The past of the user of a transaction, by the switches of its process."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._kept = KeptPast(tx)
        self._live = LivePast(tx)

    async def weeks(self, first: date, last: date) -> tuple[WeekDone, ...]:
        return await self._ask("weeks", lambda past: past.weeks(first, last))

    async def muscle_weeks(self, first: date, last: date) -> tuple[MuscleWeek, ...]:
        return await self._ask(
            "muscle weeks", lambda past: past.muscle_weeks(first, last)
        )

    async def muscles(self, first: date, last: date) -> MusclesDone:
        return await self._ask("muscles", lambda past: past.muscles(first, last))

    async def trend(self, exercise_id: int, first: date, last: date) -> ExerciseTrend:
        return await self._ask(
            "trend", lambda past: past.trend(exercise_id, first, last)
        )

    async def records(
        self, first: date, last: date, *, exercise_id: int | None
    ) -> tuple[Record, ...]:
        return await self._ask(
            "records", lambda past: past.records(first, last, exercise_id=exercise_id)
        )

    async def days(self, first: date, last: date) -> tuple[DayDone, ...]:
        return await self._ask("days", lambda past: past.days(first, last))

    async def overview(self, today: date) -> Overview:
        return await self._ask(
            "overview", lambda past: past.overview(today), switch=Switch.DASHBOARD
        )

    async def _ask(
        self,
        question: str,
        ask: Callable[[Past], Awaitable[T]],
        *,
        switch: Switch = Switch.ANALYTICS,
    ) -> T:
        match self._tx.switches.mode(switch):
            case Mode.ON:
                return await ask(self._kept)
            case Mode.OFF:
                return await ask(self._live)
            case Mode.SHADOW:
                plain = await ask(self._live)
                if await ask(self._kept) != plain:
                    self._tx.switches.differ(
                        switch, question=question, user_id=self._tx.user_id
                    )
                return plain
