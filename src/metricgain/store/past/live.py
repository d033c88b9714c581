"""Answers about the past straight from the log: everything is counted anew each time.

It is slow and simple. Tests hold the rows that are kept ready to it, and the switch
"analytics" falls back on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from metricgain.engine.balance import WINDOW_DAYS
from metricgain.engine.contributions import DIRECT
from metricgain.engine.iso_weeks import DAYS, first_day, monday_of, sunday_of
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.statistics import (
    ExerciseFacts,
    ExerciseRow,
    RecordRow,
    SetLogged,
    Statistics,
    Week,
    WorkoutLogged,
    counts,
    load_grams,
    statistics,
)
from metricgain.kit.errors import NotFound
from metricgain.store.block_screens import load_due, load_session
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifter import load_lifter
from metricgain.store.past.rows import (
    DayDone,
    ExerciseSets,
    ExerciseTrend,
    ExerciseWeek,
    GroupTotal,
    LifterLandmarks,
    MusclesDone,
    MuscleTotal,
    MuscleWeek,
    NextWorkout,
    Overview,
    Record,
    Streaks,
    WeekDone,
)
from metricgain.store.statistics.history import load_facts, load_workouts

_GRAMS = 1000
WEEKS_SHOWN = 12
RECORD_DAYS = 30
RECORDS_SHOWN = 10


class LivePast:
    """The past of the user of a transaction, counted set by set."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._facts: dict[int, ExerciseFacts] | None = None

    async def weeks(self, first: date, last: date) -> tuple[WeekDone, ...]:
        return _weeks(await self._counted(first, last), first, last)

    async def muscle_weeks(self, first: date, last: date) -> tuple[MuscleWeek, ...]:
        return _muscle_weeks(await self._counted(first, last), first, last)

    async def muscles(self, first: date, last: date) -> MusclesDone:
        counted = await self._counted(first, last)
        facts = await self._known()
        return MusclesDone(
            weeks=len(_weeks(counted, first, last)),
            muscles=_muscle_totals(_muscle_weeks(counted, first, last)),
            groups=_group_totals(
                [x for x in counted.exercises if _within(x.week, first, last)], facts
            ),
            landmarks=await self._landmarks(),
        )

    async def trend(self, exercise_id: int, first: date, last: date) -> ExerciseTrend:
        named = await self._named([exercise_id])
        if exercise_id not in named:
            raise NotFound("this exercise does not exist", field="exercise_id")
        rows = (await self._counted()).exercises
        weeks = _trend(row for row in rows if row.exercise_id == exercise_id)
        return ExerciseTrend(
            exercise_id=exercise_id,
            name=named[exercise_id]["name"],
            muscle_group=MuscleGroup(named[exercise_id]["muscle_group"]),
            weeks=tuple(week for week in weeks if _within(week.week, first, last)),
        )

    async def records(
        self, first: date, last: date, *, exercise_id: int | None
    ) -> tuple[Record, ...]:
        named = await self._named([] if exercise_id is None else [exercise_id])
        if exercise_id is not None and exercise_id not in named:
            raise NotFound("this exercise does not exist", field="exercise_id")
        found = [
            row
            for row in (await self._counted()).records
            if exercise_id in (None, row.exercise_id)
            and first <= row.achieved_on <= last
        ]
        return await self._records(found)

    async def days(self, first: date, last: date) -> tuple[DayDone, ...]:
        facts = await self._known()
        days: dict[date, list[tuple[WorkoutLogged, SetLogged]]] = defaultdict(list)
        for workout in await load_workouts(self._tx, first=first, last=last):
            days[workout.local_date] += [(workout, s) for s in _working(workout, facts)]
        return tuple(_day(day, days[day], facts) for day in sorted(days) if days[day])

    async def overview(self, today: date) -> Overview:
        counted = await self._counted()
        monday, sunday = monday_of(today), sunday_of(today)
        week = timedelta(days=DAYS)
        trained = [
            (m.muscle, m.last_trained) for m in counted.muscles if m.last_trained
        ]
        recent = [
            row
            for row in counted.records
            if today - timedelta(days=RECORD_DAYS) <= row.achieved_on <= today
        ]
        return Overview(
            weeks=_weeks(counted, monday - (WEEKS_SHOWN - 1) * week, sunday),
            muscles=_muscle_weeks(counted, monday - week, sunday),
            last_trained={
                muscle: max(day for of, day in trained if of is muscle)
                for muscle in Muscle
                if any(of is muscle for of, _ in trained)
            },
            window=await self._window(today),
            records=(await self._records(recent))[:RECORDS_SHOWN],
            next_workout=await self._next_workout(),
            streaks=_streaks([first_day(w.week) for w in counted.weeks], monday),
            landmarks=await self._landmarks(),
        )

    async def _counted(
        self, first: date | None = None, last: date | None = None
    ) -> Statistics:
        workouts = await load_workouts(self._tx, first=first, last=last)
        return statistics(workouts, await self._known())

    async def _known(self) -> dict[int, ExerciseFacts]:
        if self._facts is None:
            self._facts = await load_facts(self._tx, self._tx.user_id)
        return self._facts

    async def _landmarks(self) -> LifterLandmarks:
        lifter = await load_lifter(self._tx)
        return LifterLandmarks(experience=lifter.experience, own=lifter.landmarks)

    async def _named(self, exercise_ids: list[int]) -> dict[int, Row]:
        rows = await self._tx.rows(sql("analytics_names"), exercise_ids)
        return {row["id"]: row for row in rows}

    async def _records(self, rows: list[RecordRow]) -> tuple[Record, ...]:
        named = await self._named([row.exercise_id for row in rows])
        found = [_record(row, named[row.exercise_id]) for row in rows]
        return tuple(sorted(found, key=_latest_first))

    async def _window(self, today: date) -> tuple[ExerciseSets, ...]:
        facts = await self._known()
        first = today - timedelta(days=WINDOW_DAYS - 1)
        sets: dict[int, int] = defaultdict(int)
        for workout in await load_workouts(self._tx, first=first, last=today):
            for done in _working(workout, facts):
                sets[done.exercise_id] += 1
        return tuple(
            ExerciseSets(
                exercise_id=exercise_id,
                sets=sets[exercise_id],
                contributions=facts[exercise_id].muscles,
            )
            for exercise_id in sorted(sets)
        )

    async def _next_workout(self) -> NextWorkout | None:
        due = await load_due(self._tx)
        if due.instance_id is None:
            return None
        session = await load_session(self._tx, due.instance_id)
        return NextWorkout(
            id=session.id,
            name=session.name,
            mesocycle_id=session.mesocycle_id,
            mesocycle_name=session.mesocycle_name,
            week_number=session.week_number,
            scheduled_on=session.scheduled_on,
            is_deload=session.is_deload,
            is_running=due.is_running,
            exercises=len(session.exercises),
            sets=sum(
                x.projected_sets if x.target_sets is None else x.target_sets
                for x in session.exercises
            ),
        )


def _within(week: Week, first: date, last: date) -> bool:
    return first <= first_day(week) <= last


def _weeks(counted: Statistics, first: date, last: date) -> tuple[WeekDone, ...]:
    return tuple(
        WeekDone(
            week=row.week,
            total_volume=float(row.total_volume),
            workout_count=row.workout_count,
            working_sets=row.working_sets,
            duration_seconds=row.duration_seconds,
            is_deload=row.is_deload,
        )
        for row in sorted(counted.weeks, key=lambda row: row.week)
        if _within(row.week, first, last)
    )


def _muscle_weeks(
    counted: Statistics, first: date, last: date
) -> tuple[MuscleWeek, ...]:
    return tuple(
        MuscleWeek(
            week=row.week,
            muscle=row.muscle,
            volume=float(row.volume_kg),
            direct_sets=row.direct_sets,
            fractional_sets=float(row.fractional_sets),
            sessions=row.sessions,
            last_trained=row.last_trained,
            is_deload=row.is_deload,
        )
        for row in sorted(counted.muscles, key=lambda row: (row.week, row.muscle))
        if _within(row.week, first, last)
    )


def _muscle_totals(weeks: tuple[MuscleWeek, ...]) -> tuple[MuscleTotal, ...]:
    found = {
        muscle: [week for week in weeks if week.muscle is muscle] for muscle in Muscle
    }
    return tuple(
        MuscleTotal(
            muscle=muscle,
            volume=_exact(week.volume for week in of_it),
            direct_sets=sum(week.direct_sets for week in of_it),
            fractional_sets=sum(week.fractional_sets for week in of_it),
            sessions=sum(week.sessions for week in of_it),
            last_trained=max(
                (week.last_trained for week in of_it if week.last_trained), default=None
            ),
        )
        for muscle, of_it in found.items()
        if of_it
    )


def _group_totals(
    rows: Iterable[ExerciseRow], facts: dict[int, ExerciseFacts]
) -> tuple[GroupTotal, ...]:
    found: dict[MuscleGroup, list[tuple[float, ExerciseRow]]] = defaultdict(list)
    for row in rows:
        shares: dict[MuscleGroup, float] = {}
        for muscle, share in facts[row.exercise_id].muscles.items():
            group = GROUP_OF[muscle]
            shares[group] = max(share, shares.get(group, 0.0))
        for group, share in shares.items():
            found[group].append((share, row))
    return tuple(
        GroupTotal(
            group=group,
            volume=_exact(share * float(row.volume_kg) for share, row in found[group]),
            direct_sets=sum(r.sets for share, r in found[group] if share >= DIRECT),
            fractional_sets=sum(share * row.sets for share, row in found[group]),
        )
        for group in MuscleGroup
        if group in found
    )


def _exact(kilograms: Iterable[float]) -> float:
    """Add kilograms as the decimals that they stand for."""
    return float(sum((Decimal(str(kg)) for kg in kilograms), Decimal(0)))


def _trend(rows: Iterable[ExerciseRow]) -> Iterator[ExerciseWeek]:
    before: dict[bool, Decimal] = {}
    for row in sorted(rows, key=lambda row: row.week):
        one_rm = row.max_one_rm
        previous = None if one_rm is None else before.get(row.is_deload)
        if one_rm is not None:
            before[row.is_deload] = one_rm
        change = None if one_rm is None or previous is None else one_rm - previous
        log_id, set_id = row.best or (None, None)
        yield ExerciseWeek(
            week=row.week,
            sets=row.sets,
            volume=float(row.volume_kg),
            best_weight=_float(row.best_weight_kg),
            best_reps=row.best_reps,
            best_log_id=log_id,
            best_set_id=set_id,
            one_rm=_float(one_rm),
            previous_one_rm=_float(previous),
            one_rm_change=_float(change),
            is_deload=row.is_deload,
        )


def _record(row: RecordRow, exercise: Row) -> Record:
    return Record(
        exercise_id=row.exercise_id,
        exercise_name=exercise["name"],
        muscle_group=MuscleGroup(exercise["muscle_group"]),
        kind=row.kind,
        reps=row.reps,
        value=float(row.value),
        weight=_float(row.weight_kg),
        record_reps=row.record_reps,
        achieved_on=row.achieved_on,
        workout_log_id=row.workout_log_id,
        set_id=row.set_id,
    )


def _latest_first(record: Record) -> tuple[int, int, str, int]:
    return (
        -record.achieved_on.toordinal(),
        record.exercise_id,
        record.kind,
        record.reps,
    )


def _working(
    workout: WorkoutLogged, facts: dict[int, ExerciseFacts]
) -> list[SetLogged]:
    return [done for done in workout.sets if counts(done, facts[done.exercise_id])]


def _day(
    day: date,
    sets: list[tuple[WorkoutLogged, SetLogged]],
    facts: dict[int, ExerciseFacts],
) -> DayDone:
    grams = sum(
        done.reps
        * load_grams(
            done, facts[done.exercise_id], body_weight_kg=workout.body_weight_kg
        )
        for workout, done in sets
    )
    return DayDone(
        day=day,
        workouts=len({workout.id for workout, _ in sets}),
        sets=len(sets),
        volume=grams / _GRAMS,
    )


def _streaks(mondays: list[date], this_monday: date) -> Streaks:
    """Count weeks in a row; weeks that have not come yet do not count."""
    done = sorted(monday for monday in mondays if monday <= this_monday)
    runs: list[list[date]] = [done[:1]] if done else []
    for before, monday in pairwise(done):
        if (monday - before).days == DAYS:
            runs[-1].append(monday)
        else:
            runs.append([monday])
    goes_on = bool(done) and (this_monday - done[-1]).days <= DAYS
    return Streaks(
        current=len(runs[-1]) if goes_on else 0,
        longest=max((len(run) for run in runs), default=0),
    )


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
