"""Blocks written straight into the tables, for tests of what follows from them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random  # noqa: TID251 - seeded by each test
from uuid import UUID

from metricgain.kit.ids import row_id, uuid7
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database, Transaction

START = date(2026, 1, 5)
MORNING = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block in the tables: instance ids by (week, position), exercises by day."""

    user_id: int
    mesocycle_id: UUID
    weeks: int
    instances: dict[tuple[int, int], UUID]

    def instance(self, week: int, day: int = 1) -> UUID:
        return self.instances[week, day]


@dataclass(slots=True, kw_only=True)
class Workout:
    """What a lifter does in one session; None is not answered."""

    sets: dict[int, list[tuple[float, int, float | None]]]
    soreness: dict[str, int] = field(default_factory=dict)
    pump: dict[str, int] = field(default_factory=dict)
    challenge: dict[str, int] = field(default_factory=dict)
    joint_pain: dict[int, int] = field(default_factory=dict)


async def exercise_of_each_group(tx: Transaction) -> dict[str, int]:
    """Return for each of the 9 groups an exercise with one direct muscle."""
    rows = await tx.rows(
        """
        SELECT DISTINCT ON (e.muscle_group) e.muscle_group, e.id
        FROM exercises e
        WHERE e.is_system AND e.load_kind = 'external' AND 1 = (
            SELECT count(*) FROM exercise_muscles m
            WHERE m.exercise_id = e.id AND m.contribution = 1)
        ORDER BY e.muscle_group, e.id
        """
    )
    return {row["muscle_group"]: row["id"] for row in rows}


async def plant_block(
    database: Database, user_id: int, days: list[list[int]], *, weeks: int = 4
) -> Block:
    """Write an active block: 3 x 10 of 50 kg in week 1, 3 sets projected later."""
    made = uuid7(MORNING)
    instances: dict[tuple[int, int], UUID] = {}
    async with changing(database, user_id, now=MORNING) as change:
        await change.tx.run(
            "INSERT INTO mesocycles (user_id, id, name, duration_weeks, days_per_week,"
            " start_date) VALUES ($1, $2, 'Test', $3, $4, $5)",
            user_id, made, weeks, len(days), START,
        )  # fmt: skip
        workouts = [uuid7(MORNING) for _ in days]
        await change.tx.run_many(
            "INSERT INTO workouts (user_id, id, mesocycle_id, name, position_in_week)"
            " VALUES ($1, $2, $3, $4, $5)",
            [
                (user_id, workout, made, f"Day {position}", position)
                for position, workout in enumerate(workouts, start=1)
            ],
        )
        for week in range(1, weeks + 1):
            micro = await _plant_week(change, made, week, weeks)
            for position, exercises in enumerate(days, start=1):
                instances[week, position] = await _plant_session(
                    change,
                    (made, micro, workouts[position - 1]),
                    (week, position, week == weeks),
                    exercises,
                )
    return Block(user_id=user_id, mesocycle_id=made, weeks=weeks, instances=instances)


async def _plant_week(change: Change, block: UUID, week: int, weeks: int) -> UUID:
    micro = uuid7(MORNING)
    first = START + timedelta(weeks=week - 1)
    await change.tx.run(
        "INSERT INTO microcycles (user_id, id, mesocycle_id, week_number, start_date,"
        " end_date, is_deload, target_rir) VALUES ($1, $2, $3, $4, $5, $6, $7, 2)",
        change.user_id, micro, block, week, first, first + timedelta(days=6),
        week == weeks,
    )  # fmt: skip
    return micro


async def _plant_session(
    change: Change,
    parents: tuple[UUID, UUID, UUID],
    place: tuple[int, int, bool],
    exercises: list[int],
) -> UUID:
    instance = uuid7(MORNING)
    week, position, is_deload = place
    on = START + timedelta(weeks=week - 1, days=2 * position - 2)
    await change.tx.run(
        "INSERT INTO workout_instances (user_id, id, mesocycle_id, microcycle_id,"
        " workout_id, week_number, position, scheduled_on, is_deload)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        change.user_id, instance, *parents, week, position, on, is_deload,
    )  # fmt: skip
    first = week == 1
    await change.tx.run_many(
        "INSERT INTO prescriptions (user_id, workout_instance_id, exercise_id,"
        " position, target_sets, projected_sets, target_reps, target_reps_min,"
        " target_reps_max, target_weight, target_rir)"
        " VALUES ($1, $2, $3, $4, $5, 3, $6, 8, 12, $7, 2)",
        [
            (
                change.user_id, instance, exercise, number, 3 if first else None,
                10 if first else None, Decimal(50) if first else None,
            )
            for number, exercise in enumerate(exercises, start=1)
        ],
    )  # fmt: skip
    return instance


async def log_workout(
    change: Change, block: Block, place: tuple[int, int], done: Workout
) -> UUID:
    """Write a log in progress with its sets and answers; return its id."""
    tx = change.tx
    log_id = block.instance(*place)
    at = MORNING + timedelta(weeks=place[0] - 1, days=2 * place[1] - 2)
    await tx.run(
        "INSERT INTO workout_logs (user_id, id, workout_instance_id, workout_id,"
        " mesocycle_id, week_number, performed_at, started_at, local_date)"
        " SELECT user_id, id, id, workout_id, mesocycle_id, week_number, $3, $3, $4"
        " FROM workout_instances WHERE user_id = $1 AND id = $2",
        block.user_id, log_id, at, at.date(),
    )  # fmt: skip
    await tx.run_many(
        "INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number,"
        " weight, reps, rir, performed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            (
                block.user_id, log_id, row_id(), exercise, number,
                Decimal(str(weight)), reps, None if rir is None else Decimal(str(rir)),
                at,
            )
            for exercise, sets in done.sets.items()
            for number, (weight, reps, rir) in enumerate(sets, start=1)
        ],
    )  # fmt: skip
    await tx.run_many(
        "INSERT INTO muscle_group_feedback (user_id, workout_log_id, muscle_group,"
        " soreness_level, pump_level, challenge_level) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            (
                block.user_id, log_id, group, done.soreness.get(group),
                done.pump.get(group), done.challenge.get(group),
            )
            for group in {**done.soreness, **done.pump, **done.challenge}
        ],
    )  # fmt: skip
    await tx.run_many(
        "INSERT INTO exercise_feedback (user_id, workout_log_id, exercise_id,"
        " joint_pain, recorded_at) VALUES ($1, $2, $3, $4, $5)",
        [(block.user_id, log_id, e, pain, at) for e, pain in done.joint_pain.items()],
    )
    return log_id


def random_workout(chance: Random, exercises: dict[str, int]) -> Workout:
    """Return a session with any sets and answers, some missing; exercises by group."""
    done = Workout(sets={})
    for group, exercise in exercises.items():
        done.sets[exercise] = [
            (
                50.0 * chance.choice([0.9, 1, 1, 1.05]),
                chance.choice([5, 8, 10, 10, 12]),
                chance.choice([None, 0, 1, 2, 3]),
            )
            for _ in range(chance.choice([0, 1, 3, 3, 3]))
        ]
        for answers in (done.soreness, done.pump, done.challenge):
            if chance.random() < 0.8:
                answers[group] = chance.choice([0, 0, 1, 1, 2, 3])
        if chance.random() < 0.2:
            done.joint_pain[exercise] = chance.choice([0, 1, 2, 3])
    return done
