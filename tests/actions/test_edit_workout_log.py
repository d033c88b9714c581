from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec import UNSET

from logging_world import NOON, World, make_world
from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.save_feedback import save_feedback
from metricgain.engine.muscles import MuscleGroup
from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal
from metricgain.store.database import Database
from metricgain.store.feedback import SorenessAnswer
from metricgain.store.logs import Log


async def _edit(world: World, edit: LogEdit, *, minutes: float = 30) -> Log | None:
    async with world.at(minutes) as change:
        return await edit_workout_log(change, log_id=world.free(), edit=edit)


async def _delete(world: World, *, minutes: float, planned: bool = False) -> bool:
    log_id = world.planned if planned else world.free()
    async with world.at(minutes) as change:
        return await delete_workout_log(change, log_id=log_id)


async def _free_log(database: Database, *, timezone: str = "UTC") -> World:
    world = await make_world(database, timezone=timezone)
    await world.start(world.free())
    return world


async def test_only_what_is_given_is_corrected(database: Database) -> None:
    world = await _free_log(database)

    log = await _edit(world, LogEdit(name="Arms", body_weight_kg=Decimal("81.4")))
    noted = await _edit(world, LogEdit(notes="Slept badly.\nAgain."), minutes=31)

    assert log is not None
    assert noted is not None
    assert (noted.name, noted.notes) == ("Arms", "Slept badly.\nAgain.")
    assert noted.body_weight_kg == Decimal("81.40")


async def test_a_new_start_moves_the_day_the_sets_and_the_end(
    database: Database,
) -> None:
    world = await _free_log(database, timezone="Pacific/Auckland")
    await world.save(world.free())
    await world.complete(world.free())

    log = await _edit(world, LogEdit(started_at=NOON - timedelta(days=1, hours=2)))

    assert log is not None
    assert log.local_date == date(2026, 3, 1)
    assert log.completed_at == NOON - timedelta(days=1, hours=1)
    moved = (await world.rows("sets"))[0]
    assert moved["performed_at"] == NOON - timedelta(days=1, hours=2, minutes=-5)
    assert moved["edited_at"] == NOON + timedelta(minutes=5)


async def test_editing_twice_changes_nothing(database: Database) -> None:
    world = await _free_log(database)
    edit = LogEdit(name="Arms", started_at=NOON - timedelta(hours=1))
    await world.save(world.free())
    first = await _edit(world, edit)
    before = (await world.rows("workout_logs"), await world.rows("sets"))

    again = await _edit(world, edit)

    assert again == first
    assert (await world.rows("workout_logs"), await world.rows("sets")) == before


@pytest.mark.parametrize("order", [(30, 31), (31, 30)])
async def test_the_later_edit_stays(database: Database, order: tuple[int, int]) -> None:
    world = await _free_log(database)

    for minutes in order:
        await _edit(world, LogEdit(name=f"at {minutes}"), minutes=minutes)

    assert (await world.rows("workout_logs"))[0]["name"] == "at 31"


@pytest.mark.parametrize(
    ("edit", "error", "field"),
    [
        pytest.param(LogEdit(name=""), Invalid, "name", id="an empty name"),
        pytest.param(LogEdit(notes="\x07"), Invalid, "notes", id="a bell"),
        pytest.param(
            LogEdit(body_weight_kg=Decimal(19)), Invalid, "body_weight_kg", id="19 kg"
        ),
        pytest.param(
            LogEdit(started_at=datetime(1969, 1, 1, tzinfo=UTC)), Invalid,
            "started_at", id="before 1970",
        ),
        pytest.param(
            LogEdit(completed_at=NOON), Conflict, "completed_at", id="not finished"
        ),
    ],
)  # fmt: skip
async def test_a_wrong_edit_leaves_the_log_as_it_was(
    database: Database, edit: LogEdit, error: type[Refusal], field: str
) -> None:
    world = await _free_log(database)
    before = await world.rows("workout_logs")

    with pytest.raises(error) as refused:
        await _edit(world, edit)

    assert refused.value.field == field
    assert await world.rows("workout_logs") == before


async def test_a_workout_does_not_end_before_it_starts(database: Database) -> None:
    world = await _free_log(database)
    await world.complete(world.free())

    with pytest.raises(Invalid) as refused:
        await _edit(world, LogEdit(completed_at=NOON - timedelta(minutes=1)))

    assert refused.value.field == "completed_at"


async def test_a_name_can_be_taken_away(database: Database) -> None:
    world = await _free_log(database)
    await _edit(world, LogEdit(name="Arms"))

    log = await _edit(world, LogEdit(name=None, notes=UNSET), minutes=31)

    assert log is not None
    assert log.name is None


async def test_what_was_never_logged_cannot_be_edited_or_deleted(
    database: Database,
) -> None:
    world = await make_world(database)

    with pytest.raises(NotFound):
        await _edit(world, LogEdit(name="Arms"))
    with pytest.raises(NotFound):
        await _delete(world, minutes=1)


async def test_a_deleted_planned_workout_waits_again(database: Database) -> None:
    world = await make_world(database)
    await world.start(world.planned)
    await world.save(world.planned)
    async with database.as_user(world.user_id) as tx:
        await tx.run("UPDATE workout_instances SET status = 'completed'")

    gone = await _delete(world, minutes=60, planned=True)
    again = await _delete(world, minutes=60, planned=True)

    assert (gone, again) == (True, True)
    assert await world.rows("workout_logs") == []
    assert await world.rows("sets") == []
    assert (await world.rows("workout_instances"))[0]["status"] == "scheduled"
    assert [row["kind"] for row in await world.rows("deleted_rows")] == ["workout_logs"]


async def test_a_deletion_older_than_the_last_set_is_ignored(
    database: Database,
) -> None:
    world = await _free_log(database)
    await world.save(world.free(), minutes=5)

    gone = await _delete(world, minutes=4)

    assert not gone
    assert len(await world.rows("sets")) == 1


async def test_a_set_logged_after_the_deletion_brings_the_workout_back(
    database: Database,
) -> None:
    world = await make_world(database)
    await world.start(world.planned)
    await _delete(world, minutes=4, planned=True)

    saved = await world.save(world.planned, minutes=5)

    assert saved is not None
    (log,) = await world.rows("workout_logs")
    assert (log["workout_instance_id"], log["name"]) == (world.planned, "Push")
    assert await world.rows("deleted_rows") == []


async def test_what_was_logged_before_the_deletion_stays_deleted(
    database: Database,
) -> None:
    world = await _free_log(database)
    await _delete(world, minutes=10)

    set_ = await world.save(world.free(), minutes=5)
    log = await world.start(world.free(), minutes=9)
    edited = await _edit(world, LogEdit(name="Arms"), minutes=9)

    assert (set_, log, edited) == (None, None, None)
    assert await world.rows("workout_logs") == []


async def test_soreness_about_a_deleted_workout_stays_without_its_subject(
    database: Database,
) -> None:
    world = await make_world(database)
    await world.start(world.free(), minutes=-2000)
    await world.save(
        world.free(), minutes=-1990, performed_at=NOON - timedelta(minutes=1990)
    )
    await world.complete(world.free())
    await world.start(world.planned)
    async with world.at(1) as change:
        answered = await save_feedback(
            change,
            log_id=world.planned,
            group=MuscleGroup.CHEST,
            soreness=SorenessAnswer(soreness=2),
        )
    assert answered is not None
    assert answered.about_log_id == world.free()

    await _delete(world, minutes=2)

    (row,) = await world.rows("muscle_group_feedback")
    assert (row["soreness_level"], row["about_log_id"]) == (2, None)
