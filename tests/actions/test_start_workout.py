from datetime import UTC, date, datetime

import pytest

from logging_world import NOON, make_world
from metricgain.actions.start_workout import start_workout
from metricgain.kit.errors import Invalid, NotFound, Refusal
from metricgain.store.database import Database


async def test_a_planned_workout_brings_its_plan_into_the_log(
    database: Database,
) -> None:
    world = await make_world(database)

    log = await world.start(world.planned)

    assert log is not None
    assert (log.status, log.week_number, log.name) == ("in_progress", 1, "Push")
    assert log.workout_instance_id == world.planned
    assert (await world.rows("workout_logs"))[0]["mesocycle_id"] is not None


async def test_starting_again_answers_the_same_and_changes_nothing(
    database: Database,
) -> None:
    world = await make_world(database)
    first = await world.start(world.planned)
    before = await world.rows("workout_logs")

    again = await world.start(world.planned, minutes=20)

    assert again == first
    assert await world.rows("workout_logs") == before


@pytest.mark.parametrize(
    ("zone", "started_at", "day"),
    [
        pytest.param(
            "Pacific/Auckland", datetime(2026, 3, 2, 11, 30, tzinfo=UTC),
            date(2026, 3, 3), id="half past midnight in Auckland is the next day",
        ),
        pytest.param(
            "Pacific/Auckland", datetime(2026, 3, 2, 10, 59, tzinfo=UTC),
            date(2026, 3, 2), id="a minute before midnight in Auckland",
        ),
        pytest.param(
            "America/Los_Angeles", datetime(2026, 3, 2, 7, 59, tzinfo=UTC),
            date(2026, 3, 1), id="still yesterday in Los Angeles",
        ),
        pytest.param(
            "Asia/Kathmandu", datetime(2026, 3, 2, 18, 15, tzinfo=UTC),
            date(2026, 3, 3), id="midnight in Kathmandu is at a quarter past",
        ),
    ],
)  # fmt: skip
async def test_the_day_of_a_workout_is_the_lifters_day(
    database: Database, zone: str, started_at: datetime, day: date
) -> None:
    world = await make_world(database, timezone=zone)

    async with world.at(0) as change:
        log = await start_workout(change, id=world.free(), started_at=started_at)

    assert log is not None
    assert log.local_date == day


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        pytest.param(
            {"workout_instance_id": "free"}, NotFound, "workout_instance_id",
            id="a workout that nobody planned",
        ),
        pytest.param(
            {"workout_instance_id": "planned"}, Invalid, "id",
            id="a planned workout under another id",
        ),
        pytest.param({"id": "planned"}, Invalid, "id", id="a plan's id without it"),
        pytest.param({"name": "two\nlines"}, Invalid, "name", id="a name of two lines"),
        pytest.param({"name": " "}, Invalid, "name", id="an empty name"),
        pytest.param(
            {"started_at": datetime(1969, 12, 31, tzinfo=UTC)}, Invalid, "started_at",
            id="before 1970",
        ),
        pytest.param(
            {"started_at": datetime(2101, 1, 1, tzinfo=UTC)}, Invalid, "started_at",
            id="after 2100",
        ),
        pytest.param(
            {"started_at": NOON.replace(tzinfo=None)}, Invalid, "started_at",
            id="a time without an offset",
        ),
    ],
)  # fmt: skip
async def test_what_cannot_be_started_leaves_no_log(
    database: Database,
    arguments: dict[str, object],
    error: type[Refusal],
    field: str,
) -> None:
    world = await make_world(database)
    ids = {"free": world.free(), "planned": world.planned}
    given = {"id": world.free(), "started_at": NOON} | {
        name: ids.get(str(value), value) for name, value in arguments.items()
    }

    with pytest.raises(error) as refused:
        async with world.at(0) as change:
            await start_workout(change, **given)  # type: ignore[arg-type]  # by the table above

    assert refused.value.field == field
    assert await world.rows("workout_logs") == []


async def test_another_users_planned_workout_is_not_found(database: Database) -> None:
    world = await make_world(database)
    other = await make_world(database)

    with pytest.raises(NotFound):
        async with world.at(0) as change:
            await start_workout(
                change,
                id=other.planned,
                workout_instance_id=other.planned,
                started_at=NOON,
            )


async def test_a_skipped_workout_can_be_done_after_all(database: Database) -> None:
    world = await make_world(database)
    async with database.as_user(world.user_id) as tx:
        await tx.run("UPDATE workout_instances SET status = 'skipped'")

    await world.start(world.planned)

    assert (await world.rows("workout_instances"))[0]["status"] == "scheduled"
