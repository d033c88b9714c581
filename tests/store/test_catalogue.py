import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from make import make_user
from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import CatalogueExercise, exercises, templates
from metricgain.kit.ids import secret
from metricgain.store.catalogue import load_catalogue
from metricgain.store.database import Database, Transaction
from metricgain.store.tables.metadata import OWNER_BITS

COUNTS = """
SELECT (SELECT count(*) FROM exercises WHERE is_system AND NOT is_retired),
       (SELECT count(*) FROM exercise_aliases WHERE exercise_id >> 22 = 0),
       (SELECT count(*) FROM exercise_muscles WHERE exercise_id >> 22 = 0),
       (SELECT count(*) FROM templates WHERE is_system)
"""


@pytest.fixture
async def system(database: Database) -> AsyncIterator[Transaction]:
    """A transaction on the loaded catalogue whose changes are taken back."""
    async with database.as_system() as opened:
        await opened.run("SAVEPOINT as_it_was")
        yield opened
        await opened.run("ROLLBACK TO SAVEPOINT as_it_was")


async def load(system: Transaction, version: str, *found: CatalogueExercise) -> bool:
    return await load_catalogue(
        system, version=version, exercises=found or exercises(), templates=templates()
    )


async def test_loading_the_same_catalogue_again_changes_nothing(
    system: Transaction,
) -> None:
    before = await system.row(COUNTS)
    await load(system, "again")

    changed = await load(system, "again")

    assert changed is False
    assert await system.row(COUNTS) == before


async def test_the_whole_catalogue_is_in_the_database(system: Transaction) -> None:
    row = await system.row(COUNTS)

    assert row is not None
    assert row[0] == len(exercises()) >= 350
    assert row[1] == len(
        {normalise(n) for e in exercises() for n in (e.name, *e.aliases)}
    )
    assert row[3] == len(templates()) >= 10


async def test_an_upgrade_renews_what_changed(system: Transaction) -> None:
    first, *rest = exercises()
    renamed = replace(first, name="Renamed Press", aliases=("Old Press Name",))

    await load(system, "next", renamed, *rest)

    name = await system.value("SELECT name FROM exercises WHERE id = $1", first.id)
    aliases = await system.rows(
        "SELECT alias FROM exercise_aliases WHERE exercise_id = $1 ORDER BY alias",
        first.id,
    )
    assert name == "Renamed Press"
    assert [row["alias"] for row in aliases] == ["Old Press Name", "Renamed Press"]


async def test_two_exercises_may_exchange_their_names(system: Transaction) -> None:
    first, second, *rest = exercises()
    swapped = (
        replace(first, name=second.name, aliases=()),
        replace(second, name=first.name, aliases=()),
    )

    await load(system, "next", *swapped, *rest)

    name = await system.value("SELECT name FROM exercises WHERE id = $1", first.id)
    assert name == second.name


async def test_a_dropped_exercise_is_retired_and_stays_for_its_history(
    system: Transaction,
) -> None:
    used = {
        one["exercise_id"]
        for template in templates()
        for workout in template.config["workouts"]
        for one in workout["exercises"]
    }
    dropped = next(each for each in exercises() if each.id not in used)

    await load(system, "next", *(e for e in exercises() if e.id != dropped.id))
    retired = await system.value(
        "SELECT is_retired FROM exercises WHERE id = $1", dropped.id
    )
    await load(system, "and back")
    back = await system.row(
        "SELECT name, is_retired FROM exercises WHERE id = $1", dropped.id
    )

    assert retired is True
    assert back is not None
    assert (back["name"], back["is_retired"]) == (dropped.name, False)


async def test_an_upgrade_leaves_custom_exercises_and_templates_alone(
    system: Transaction, database: Database
) -> None:
    user_id = await make_user(database, f"{secret().lower()}@example.org")
    own = user_id << OWNER_BITS | 7
    await system.run(
        "INSERT INTO exercises (id, name, muscle_group, exercise_type, user_id,"
        " equipment, movement_pattern) VALUES ($1, 'Barbell Bench Press', 'chest',"
        " 'freeweight', $2, 'barbell', 'horizontal_press')",
        own,
        user_id,
    )
    await system.run(
        "INSERT INTO exercise_muscles (exercise_id, muscle, contribution)"
        " VALUES ($1, 'chest', 1)",
        own,
    )
    await system.run(
        "INSERT INTO templates (id, name, user_id, config)"
        " VALUES (gen_random_uuid(), 'Mine', $1, '{}')",
        user_id,
    )

    await load(system, "next")

    kept = await system.row(
        "SELECT e.name, e.is_retired, m.muscle, (SELECT count(*) FROM templates t"
        " WHERE t.user_id = e.user_id) AS templates"
        " FROM exercises e JOIN exercise_muscles m ON m.exercise_id = e.id"
        " WHERE e.id = $1",
        own,
    )
    assert kept is not None
    assert tuple(kept) == ("Barbell Bench Press", False, "chest", 1)


async def test_processes_that_load_at_once_do_not_fight(database: Database) -> None:
    async def process() -> bool:
        async with database.as_system() as opened:
            return await load(opened, "at once")

    changed = await asyncio.gather(*(process() for _ in range(4)))

    assert sorted(changed) == [False, False, False, True]
