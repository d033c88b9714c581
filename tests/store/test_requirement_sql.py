"""The statements that requirement 2 prints give what one works out by hand.

They stand in requirement_sql/ as they were printed, but for the numbers of their
parameters. Row-level security alone keeps them to one user.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from make import (
    exercise_row,
    id_for,
    insert,
    make_feedback,
    make_log,
    make_set,
    make_user,
    mesocycle_row,
    own_exercise_id,
)
from metricgain.store.database import Database, Transaction
from metricgain.store.tables import metadata

STATEMENTS = Path(__file__).with_name("requirement_sql")
PRESS, FLY, ROW = 1, 2, 3
# Log, exercise, set number, weight, repetitions.
SETS = [
    (1, PRESS, 1, "80", 10),
    (1, PRESS, 2, "80", 8),
    (1, FLY, 1, "20", 12),
    (1, ROW, 1, "60", 10),
    (2, PRESS, 1, "82.5", 10),
    (2, ROW, 1, "62.5", 9),
    (2, ROW, 2, "62.5", 8),
    (3, PRESS, 1, "100", 3),
]


@dataclass(frozen=True)
class Lifter:
    """Logs 1 and 2 are weeks 1 and 2 of a block; log 3 lies a year back, outside it."""

    database: Database
    user_id: int
    logs: dict[int, UUID]
    performed: dict[int, datetime]
    mesocycle: UUID

    async def ask(self, name: str, *values: object) -> list[tuple[object, ...]]:
        statement = (STATEMENTS / f"{name}.sql").read_text("utf-8")
        async with self.database.as_user(self.user_id) as user:
            return [tuple(row) for row in await user.rows(statement, *values)]

    def exercise(self, number: int) -> int:
        return own_exercise_id(self.user_id, number)


@pytest.fixture(scope="module")
async def lifter(database: Database) -> Lifter:
    async with database.as_system() as system:
        now = await system.value("SELECT date_trunc('week', now())")
    assert isinstance(now, datetime)
    lifters = []
    # The second lifter did the same, and none of it may count for the first.
    for name in ("lifter", "other"):
        user_id = await make_user(database, f"requirement.{name}@example.org")
        async with database.as_system() as system:
            performed = {
                1: now - timedelta(days=14),
                2: now - timedelta(days=7),
                3: now - timedelta(days=365),
            }
            logs = await train(system, user_id, performed)
        mesocycle = id_for(user_id, "mesocycle")
        lifters.append(Lifter(database, user_id, logs, performed, mesocycle))
    return lifters[0]


async def train(
    system: Transaction, user_id: int, performed: dict[int, datetime]
) -> dict[int, UUID]:
    run = system.run
    for number, name, group in (
        (PRESS, "Press", "chest"),
        (FLY, "Fly", "chest"),
        (ROW, "Row", "back"),
    ):
        row = exercise_row(user_id, number=number, name=name, group=group)
        await insert(run, metadata.tables["exercises"], row)
    await insert(run, metadata.tables["mesocycles"], mesocycle_row(user_id))
    mesocycle = id_for(user_id, "mesocycle")
    in_block = {1: (1, mesocycle), 2: (2, mesocycle), 3: (None, None)}
    logs = {
        number: await make_log(
            run,
            user_id,
            number,
            performed_at=performed[number],
            week_number=in_block[number][0],
            mesocycle_id=in_block[number][1],
        )
        for number in performed
    }
    for place, (log, exercise, number, weight, reps) in enumerate(SETS):
        await make_set(
            run,
            user_id,
            logs[log],
            1000 + place,
            exercise_id=own_exercise_id(user_id, exercise),
            set_number=number,
            weight=Decimal(weight),
            reps=reps,
            performed_at=performed[log] + timedelta(minutes=place),
        )
    for log, group, levels in (
        (1, "chest", (1, 2, 1)),
        (2, "chest", (0, 3, 2)),
        (2, "back", (2, 2, 1)),
    ):
        soreness, pump, challenge = levels
        await make_feedback(
            run,
            user_id,
            logs[log],
            group,
            soreness_level=soreness,
            pump_level=pump,
            challenge_level=challenge,
        )
    return logs


async def test_volume_of_a_workout(lifter: Lifter) -> None:
    # 80 x 10 + 80 x 8 + 20 x 12 + 60 x 10
    assert await lifter.ask("volume_of_a_workout", lifter.logs[1]) == [(2280,)]


async def test_volume_of_a_muscle_group_in_a_workout(lifter: Lifter) -> None:
    answer = await lifter.ask("volume_of_a_muscle_group", lifter.logs[1], "chest")

    assert answer == [(1680,)]


async def test_volume_across_weeks(lifter: Lifter) -> None:
    assert await lifter.ask("volume_across_weeks", lifter.mesocycle) == [
        (1, "back", 600),
        (1, "chest", 1680),
        (2, "back", Decimal("1062.5")),
        (2, "chest", 825),
    ]


async def test_previous_week_of_an_exercise(lifter: Lifter) -> None:
    answer = await lifter.ask(
        "previous_week", lifter.mesocycle, 2, lifter.exercise(PRESS)
    )

    assert answer == [(80, 10, 1), (80, 8, 2)]


async def test_the_first_week_has_no_previous_one(lifter: Lifter) -> None:
    assert (
        await lifter.ask("previous_week", lifter.mesocycle, 1, lifter.exercise(PRESS))
        == []
    )


async def test_best_performance_of_an_exercise(lifter: Lifter) -> None:
    answer = await lifter.ask(
        "best_performance", lifter.exercise(PRESS), lifter.user_id
    )

    assert answer == [(100, 10, 825)]


async def test_feedback_history_of_a_muscle_group(lifter: Lifter) -> None:
    assert await lifter.ask("feedback_history", lifter.mesocycle, "chest") == [
        (1, 1, 2, 1, 3),
        (2, 0, 3, 2, 1),
    ]


async def test_performance_over_time(lifter: Lifter) -> None:
    answer = await lifter.ask("performance_over_time", lifter.user_id)

    assert len(answer) == len(SETS)
    when = lifter.performed[2]
    me = lifter.user_id
    assert answer[0] == (
        *(me, lifter.exercise(PRESS), "Press", "chest", 2, when, 1),
        *(Decimal("82.5"), 10, 825, 0, 3, 2),
    )
    assert answer[3][2:] == (
        *("Press", "chest", 1, lifter.performed[1], 1, 80, 10, 800, 1, 2, 1),
    )
    # Log 3 lies outside every block and had no feedback.
    assert answer[-1][4:] == (
        *(None, lifter.performed[3], 1, 100, 3, 300, None, None, None),
    )


async def test_volume_trends_of_half_a_year(lifter: Lifter) -> None:
    answer = await lifter.ask("volume_trends", lifter.user_id)

    second, first = lifter.performed[2], lifter.performed[1]
    assert answer == [
        (second, "back", 1, 2, Decimal("1062.5"), Decimal("62.5"), Decimal("8.5")),
        (second, "chest", 1, 1, 825, Decimal("82.5"), 10),
        (first, "back", 1, 1, 600, 60, 10),
        (first, "chest", 1, 3, 1680, 60, 10),
    ]


def test_every_statement_that_was_printed_is_tried() -> None:
    tried = Path(__file__).read_text("utf-8")

    names = [path.stem for path in STATEMENTS.glob("*.sql")]
    assert len(names) == 8
    assert [name for name in names if f'"{name}"' not in tried] == []
