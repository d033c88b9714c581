"""Whatever becomes of a name, its history stays whole and is counted right."""

from collections import Counter

import pytest

from make import make_user
from metricgain.actions.merge_exercise import merge_exercise
from metricgain.actions.relink_exercise import relink_exercise
from metricgain.actions.save_exercise import save_exercise
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.exercise_links import load_links
from metricgain.store.exercises import OwnExercise
from metricgain.store.statistics.verify import verify
from strong_file import bring, strong

BENCH = 1
FIRST = strong("Zorblax Wobble,1,40,10", "Zorblax Wobble,2,45,8", "Squat,1,100,5")
LATER = strong("Zorblax Wobble,1,50,8", start="2024-06-03 18:30:00")


async def sets_by_exercise(database: Database, user_id: int) -> Counter[int]:
    async with database.as_user(user_id) as tx:
        rows = await tx.rows(
            "SELECT exercise_id, count(*) AS sets FROM sets"
            " WHERE user_id = $1 GROUP BY 1",
            user_id,
        )
    return Counter({row["exercise_id"]: row["sets"] for row in rows})


async def exercise_of(database: Database, user_id: int, raw_name: str) -> int:
    async with database.as_user(user_id) as tx:
        links = {link.raw_name: link for link in await load_links(tx, "strong")}
    return links[raw_name].exercise_id


async def relink(
    database: Database, user_id: int, to: int | None, name: str = "Zorblax Wobble"
) -> int:
    async with changing(database, user_id, now=now()) as change:
        done = await relink_exercise(
            change, app="strong", raw_name=name, exercise_id=to
        )
    return done.sets_moved


async def numbered(database: Database, user_id: int, exercise_id: int) -> list[object]:
    """Return the weights and the numbers of an exercise's sets, workout by workout."""
    async with database.as_user(user_id) as tx:
        rows = await tx.rows(
            "SELECT weight::float8, set_number FROM sets WHERE user_id = $1"
            " AND exercise_id = $2 ORDER BY workout_log_id, set_number",
            user_id,
            exercise_id,
        )
    return [(row["weight"], row["set_number"]) for row in rows]


async def test_a_name_moves_into_another_exercise_and_out_again(
    database: Database,
) -> None:
    user_id = await make_user(database, "names-move@example.org")
    await bring(database, user_id, FIRST)
    own = await exercise_of(database, user_id, "Zorblax Wobble")
    before = await sets_by_exercise(database, user_id)

    assert await relink(database, user_id, BENCH) == 2
    assert await verify(database, user_id) == []
    assert (await sets_by_exercise(database, user_id))[BENCH] == 2

    assert await relink(database, user_id, own) == 2
    assert await verify(database, user_id) == []
    assert await sets_by_exercise(database, user_id) == before


async def test_a_renamed_exercise_keeps_its_history_and_gets_what_follows(
    database: Database,
) -> None:
    user_id = await make_user(database, "names-rename@example.org")
    await bring(database, user_id, FIRST)
    own = await exercise_of(database, user_id, "Zorblax Wobble")
    renamed = OwnExercise(
        id=own,
        name="Wobbling Press",
        muscle_group=MuscleGroup.CHEST,
        exercise_type="machine",
        equipment="stack",
        movement_pattern="horizontal_press",
        muscles={Muscle.CHEST: 1.0},
    )

    async with changing(database, user_id, now=now()) as change:
        await save_exercise(change, exercise=renamed)
    await bring(database, user_id, LATER)

    assert (await sets_by_exercise(database, user_id))[own] == 3
    assert await verify(database, user_id) == []


async def test_a_merged_exercise_takes_what_is_imported_later(
    database: Database,
) -> None:
    user_id = await make_user(database, "names-merge@example.org")
    await bring(database, user_id, FIRST)
    own = await exercise_of(database, user_id, "Zorblax Wobble")

    async with changing(database, user_id, now=now()) as change:
        await merge_exercise(change, exercise_id=own, into=BENCH)
    await bring(database, user_id, LATER)

    found = await sets_by_exercise(database, user_id)
    assert (found[BENCH], found[own]) == (3, 0)
    assert await verify(database, user_id) == []


async def test_names_that_were_merged_are_split_with_only_their_own_sets(
    database: Database,
) -> None:
    user_id = await make_user(database, "names-split@example.org")
    both = strong(
        *("Bench Press (Barbell),1,80,5", "Bench Press (Barbell),2,82.5,5"),
        *("Zorblax Wobble,1,40,10", "Zorblax Wobble,2,45,8", "zorblax wobble,3,50,8"),
    )
    await bring(database, user_id, both)
    await bring(database, user_id, LATER)
    own = await exercise_of(database, user_id, "Zorblax Wobble")
    before = await sets_by_exercise(database, user_id)
    async with changing(database, user_id, now=now()) as change:
        await merge_exercise(change, exercise_id=own, into=BENCH)
    async with database.as_user(user_id) as tx:
        # One was put under another exercise by hand: that is where it belongs.
        await tx.run(
            "UPDATE sets SET exercise_id = 2 WHERE user_id = $1 AND weight = 45",
            user_id,
        )
    async with changing(database, user_id, now=now()) as change:
        await change.tx.run(
            "UPDATE workout_logs SET revision = $2 WHERE user_id = $1",
            user_id,
            change.revision,
        )

    assert await relink(database, user_id, None) == 3

    assert await exercise_of(database, user_id, "Zorblax Wobble") == own
    assert await exercise_of(database, user_id, "zorblax wobble") == own
    after = await sets_by_exercise(database, user_id)
    assert after == before - Counter({own: 1}) + Counter({2: 1})
    assert await numbered(database, user_id, own) == [(40, 1), (50, 2), (50, 1)]
    assert await numbered(database, user_id, BENCH) == [(80, 1), (82.5, 2)]
    assert await verify(database, user_id) == []


async def test_a_name_is_split_into_an_exercise_of_its_own(database: Database) -> None:
    user_id = await make_user(database, "names-own@example.org")
    await bring(database, user_id, FIRST)
    squat = await exercise_of(database, user_id, "Squat")
    assert await relink(database, user_id, squat) == 2

    assert await relink(database, user_id, None, "Squat") == 1

    made = await exercise_of(database, user_id, "Squat")
    assert made not in {squat, await exercise_of(database, user_id, "Zorblax Wobble")}
    assert (await sets_by_exercise(database, user_id)) == {squat: 2, made: 1}
    assert await verify(database, user_id) == []


async def test_sets_of_which_nobody_knows_the_name_are_not_split(
    database: Database,
) -> None:
    user_id = await make_user(database, "names-unknown@example.org")
    await bring(database, user_id, FIRST)
    squat = await exercise_of(database, user_id, "Squat")
    await relink(database, user_id, squat)
    async with database.as_user(user_id) as tx:
        await tx.run("DELETE FROM imported_names WHERE user_id = $1", user_id)
    before = await sets_by_exercise(database, user_id)

    with pytest.raises(Conflict, match="cannot be told"):
        await relink(database, user_id, BENCH)

    assert await sets_by_exercise(database, user_id) == before
