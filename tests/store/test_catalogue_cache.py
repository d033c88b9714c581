"""The catalogue in memory answers like the database, and never with others' rows."""

from collections.abc import Iterator

import pytest

from metricgain.engine.muscles import MuscleGroup
from metricgain.store.database import Database
from metricgain.store.exercises import (
    ExerciseRow,
    Wanted,
    find_exercises,
    keep_catalogue,
)
from metricgain.store.memory import Memory
from metricgain.store.switches import Mode, Switch

ALL = 1000


@pytest.fixture(autouse=True)
def fresh(database: Database) -> Iterator[None]:
    database.memory = Memory()
    yield
    database.memory = Memory()
    database.switches.share({})


async def listed(
    database: Database,
    user_id: int,
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
    *,
    mode: Mode = Mode.ON,
    after: ExerciseRow | None = None,
    limit: int = ALL,
) -> list[ExerciseRow]:
    database.switches.share({Switch.CATALOGUE_CACHE: mode})
    place = None if after is None else (after.name, after.id)
    async with database.as_user(user_id) as tx:
        return await find_exercises(tx, wanted, after=place, limit=limit)


async def someone(database: Database, *, own: bool = False) -> int:
    """Make a user, with an exercise of their own if wanted."""
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash)"
            " VALUES (gen_random_uuid() || '@example.org', '') RETURNING id"
        )
    assert isinstance(user_id, int)
    if own:
        async with database.as_system() as system:
            await system.run(
                "INSERT INTO exercises (id, name, muscle_group, exercise_type,"
                " equipment, movement_pattern, user_id)"
                " VALUES ($1, 'A Lift of My Own', 'chest', 'machine', 'machine',"
                " 'horizontal_press', $2)",
                user_id << 22 | 1,
                user_id,
            )
    return user_id


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Wanted(), id="everything"),
        pytest.param(Wanted(words="bench"), id="words"),
        pytest.param(Wanted(words="  "), id="blank words"),
        pytest.param(Wanted(group=MuscleGroup.CHEST), id="a group"),
        pytest.param(
            Wanted(group=MuscleGroup.BACK, exercise_type="cable"), id="group and type"
        ),
    ],
)
@pytest.mark.parametrize("own", [False, True], ids=["without own", "with own"])
async def test_memory_and_database_answer_the_same(
    database: Database, wanted: Wanted, *, own: bool
) -> None:
    user_id = await someone(database, own=own)

    first = await listed(database, user_id, wanted)
    again = await listed(database, user_id, wanted)
    plain = await listed(database, user_id, wanted, mode=Mode.OFF)

    assert first == again == plain
    assert plain


async def test_pages_are_the_same(database: Database) -> None:
    user_id = await someone(database)
    whole = await listed(database, user_id, mode=Mode.OFF)

    page = await listed(database, user_id, after=whole[6], limit=5)

    assert page == whole[7:12]
    assert database.memory.misses["catalogue"] == 1


async def test_own_exercises_are_nobody_elses(database: Database) -> None:
    """Whoever fills the memory, and in whichever order, sees their own and no more."""
    owner, other = await someone(database, own=True), await someone(database)

    for user_id, sees in ((owner, 1), (other, 0), (owner, 1), (other, 0)):
        found = await listed(database, user_id)
        assert sum(not each.is_system for each in found) == sees
    _, kept = database.memory._kept["catalogue"]  # noqa: SLF001 - of whatever version

    assert isinstance(kept, tuple)
    assert all(each.is_system and each.id >> 22 == 0 for each in kept)


async def test_another_version_is_seen_at_once(database: Database) -> None:
    """Another process has loaded it, and nobody told this one."""
    user_id = await someone(database)
    before = await listed(database, user_id)
    was = await version(database)
    first = before[0]
    try:
        await load(database, "newer", first.id, "Zzz Something New")

        assert (await listed(database, user_id))[-1].name == "Zzz Something New"
    finally:
        await load(database, was, first.id, first.name)
    assert await listed(database, user_id) == before


async def test_it_is_warm_before_anybody_asks(database: Database) -> None:
    user_id = await someone(database)
    async with database.as_system() as system:
        await keep_catalogue(system)

    await listed(database, user_id)
    await listed(database, user_id)

    assert database.memory.hits["catalogue"] == 2
    assert database.memory.misses["catalogue"] == 1


async def test_shadow_answers_plainly_and_counts_differences(
    database: Database,
) -> None:
    user_id = await someone(database)
    right = await listed(database, user_id, mode=Mode.SHADOW)
    before = database.switches.differences[Switch.CATALOGUE_CACHE]
    database.memory.keep("catalogue", await version(database), tuple(right[1:]))

    found = await listed(database, user_id, mode=Mode.SHADOW)

    assert found == right
    assert database.switches.differences[Switch.CATALOGUE_CACHE] == before + 1


async def version(database: Database) -> str:
    async with database.as_system() as system:
        found = await system.value(
            "SELECT version FROM catalogue_state WHERE name = 'catalogue'"
        )
    assert isinstance(found, str)
    return found


async def load(database: Database, to: str, exercise_id: int, name: str) -> None:
    async with database.as_system() as system:
        await system.run(
            "UPDATE exercises SET name = $2 WHERE id = $1", exercise_id, name
        )
        await system.run(
            "UPDATE catalogue_state SET version = $1 WHERE name = 'catalogue'", to
        )
