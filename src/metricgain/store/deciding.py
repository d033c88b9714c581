"""Finished workouts: mark them, decide what follows from them, offer what changed.

A workout that is finished decides its muscles and prescribes their next sessions. If
it changes afterwards, it and every later one of its block are decided again; what that
would change in the plan is offered, never written.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from metricgain.engine.finished import WorkoutScore
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.progression import FinishedWorkout
from metricgain.engine.readiness import BASE_DAYS
from metricgain.engine.readiness import readiness as readiness_of
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.changes import Change
from metricgain.store.coming import Preparation, prepare_sessions
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.deciding_data import (
    DecidingData,
    load_coming,
    load_done,
    load_previous,
)
from metricgain.store.deciding_one_by_one import decide_one_by_one
from metricgain.store.judging import DecidedMuscle, decide_muscles, score_done
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import load_lifts
from metricgain.store.outcomes import save_decisions, save_prescribed, save_scores
from metricgain.store.proposals import offer
from metricgain.store.recovery import comparable, load_nights
from metricgain.store.switches import Mode, Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInBlock:
    """A workout log, and its place in its block if it was planned."""

    id: UUID
    status: str
    local_date: date
    started_at: datetime | None
    mesocycle_id: UUID | None
    week_number: int
    weeks: int
    is_deload: bool
    emphasis: dict[Muscle, Emphasis]

    @property
    def is_planned(self) -> bool:
        return self.mesocycle_id is not None


async def find_log(tx: Transaction, log_id: UUID) -> LogInBlock | None:
    """Return a workout log of the user with its place in its block, or None."""
    row = await tx.row(sql("block_of_log"), tx.user_id, log_id)
    if row is None:
        return None
    return LogInBlock(
        id=row["id"],
        status=row["status"],
        local_date=row["local_date"],
        started_at=row["started_at"],
        mesocycle_id=row["mesocycle_id"],
        week_number=row["week_number"] or 0,
        weeks=row["duration_weeks"] or 0,
        is_deload=bool(row["is_deload"]),
        emphasis={
            Muscle(muscle): Emphasis(emphasis)
            for muscle, emphasis in (row["emphasis"] or {}).items()
        },
    )


async def mark_finished(
    change: Change, log_id: UUID, *, completed_at: datetime
) -> None:
    """Mark a workout, and the session it was planned as, as completed."""
    await change.tx.run(
        sql("log_finish"),
        change.user_id,
        log_id,
        completed_at,
        change.revision,
        change.now,
        change.made_at,
    )


async def decide_finished(change: Change, log: LogInBlock) -> None:
    """Decide a workout that was just finished, and prescribe what comes next.

    Workouts of later days that are finished already are decided again, since they
    have a new past.
    """
    await _decide(change, log, offered=False)
    await _decide_later(change, log.id)


async def reconsider(change: Change, workout_log_id: UUID) -> None:
    """Decide a changed workout and the later ones of its block again.

    Does nothing for a log that is free, or still in progress.
    """
    log = await find_log(change.tx, workout_log_id)
    if log is None or log.status != "completed" or not log.is_planned:
        return
    await _decide(change, log, offered=True)
    await _decide_later(change, log.id)


async def reconsider_without(change: Change, instance_id: UUID) -> None:
    """Decide the later finished workouts again after the log of one was deleted."""
    await change.tx.run(sql("scores_clear"), change.user_id, instance_id)
    await _decide_later(change, instance_id)


async def load_finished(tx: Transaction, log_id: UUID) -> Row | None:
    """Return a finished workout with its decisions and what they prescribe."""
    row = await tx.row(sql("finished_workout"), tx.user_id, log_id)
    if row is None or row["sets"] or row["mesocycle_id"] is None:
        return row
    if not await see_archive(tx, Wanted(logs=[log_id])):
        return row
    return await tx.row(sql("finished_workout"), tx.user_id, log_id)


async def _decide_later(change: Change, log_id: UUID) -> None:
    rows = await change.tx.rows(sql("later_finished"), change.user_id, log_id)
    for row in rows:
        later = await find_log(change.tx, row["id"])
        assert later is not None
        await _decide(change, later, offered=True)


async def _decide(change: Change, log: LogInBlock, *, offered: bool) -> None:
    """Score, decide and prescribe: what comes next is read after the scores are kept.

    Three statements load the deciding data; the lifter and the exercises are settings.
    """
    tx = change.tx
    lifter = await load_lifter(tx)
    done = await load_done(tx, log.id)
    previous = await load_previous(tx, log.id)
    lifts = await load_lifts(tx, done.exercise_ids, lifter)
    scored = score_done(done, previous, lifts)
    await save_scores(change, log.id, scored)
    coming = await load_coming(tx, log.id)
    decided = await _decided(
        tx,
        log,
        DecidingData(done=done, previous=previous, coming=coming),
        scored.score,
        strict_gate=lifter.strict_gate,
        readiness=await _readiness(tx, lifter, log.local_date),
    )
    prepared = prepare_sessions(
        Preparation(
            coming=coming,
            lifter=lifter,
            lifts=await load_lifts(tx, coming.exercise_ids, lifter),
            emphasis=log.emphasis,
        ),
        fresh=decided,
    )
    await save_decisions(change, log.id, decided, prepared)
    for session in prepared:
        if offered:
            await offer(change, log.id, session)
        else:
            await save_prescribed(change, session)


async def _decided(
    tx: Transaction,
    log: LogInBlock,
    data: DecidingData,
    score: WorkoutScore,
    *,
    strict_gate: bool,
    readiness: float | None,
) -> tuple[DecidedMuscle, ...]:
    """Decide all muscles together, or each by itself, as the switch stands."""
    workout = FinishedWorkout(
        week_number=log.week_number,
        weeks=log.weeks,
        is_deload=log.is_deload,
        strict_gate=strict_gate,
        readiness=readiness,
    )
    mode = tx.switches.mode(Switch.PROGRESSION)
    if mode is Mode.ON:
        return decide_muscles(data, score, workout)
    plain = await decide_one_by_one(tx, log.id, score, workout)
    if mode is Mode.SHADOW and decide_muscles(data, score, workout) != plain:
        tx.switches.differ(
            Switch.PROGRESSION, question=f"log {log.id}", user_id=tx.user_id
        )
    return plain


async def _readiness(tx: Transaction, lifter: Lifter, day: date) -> float | None:
    """Return how ready the lifter was that day, None if that is not known or wanted."""
    if not (lifter.use_readiness and lifter.has_nights):
        return None
    first = day - timedelta(days=BASE_DAYS)
    rows = await load_nights(tx, first=first, last=day)
    found = readiness_of(comparable(rows, day), day)
    return None if found is None else found.score
