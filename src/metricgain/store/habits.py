"""What habits are read from: the workouts of the last weeks before the last one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from metricgain.engine.habits import WEEKS, DoneExercise, DoneSession
from metricgain.engine.iso_weeks import DAYS
from metricgain.engine.muscles import Muscle
from metricgain.store.database import Row, Transaction, sql

_DAYS_BACK: Final = WEEKS * DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLift:
    """What an exercise is called, and its best estimate of those weeks in kg."""

    name: str
    e1rm_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentPast:
    """The workouts of some weeks, and the exercises in them."""

    sessions: Sequence[DoneSession]
    lifts: Mapping[int, KnownLift]


async def load_recent_past(tx: Transaction) -> RecentPast:
    """Return what the bound user did in the weeks before their last workout."""
    rows = await tx.rows(sql("habits"), tx.user_id, _DAYS_BACK)
    sessions = [
        _session(list(group)) for _, group in groupby(rows, key=lambda row: row["id"])
    ]
    return RecentPast(
        sessions=sessions,
        lifts={
            row["exercise_id"]: KnownLift(
                name=row["name"],
                e1rm_kg=None if row["e1rm_kg"] is None else float(row["e1rm_kg"]),
            )
            for row in rows
        },
    )


def _session(rows: Sequence[Row]) -> DoneSession:
    return DoneSession(
        day=rows[0]["local_date"],
        name=rows[0]["workout"],
        exercises=tuple(
            DoneExercise(
                exercise_id=row["exercise_id"],
                reps=tuple(row["reps"]),
                contributions={
                    Muscle(muscle): float(share)
                    for muscle, share in row["muscles"].items()
                },
                is_plannable=row["is_plannable"],
            )
            for row in rows
        ),
    )
