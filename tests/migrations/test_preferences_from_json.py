"""Preferences that were JSON become columns, and nothing of them is lost."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import asyncpg
import pytest

from metricgain.store.migrate import migrate_down, migrate_up
from metricgain.store.roles import ensure_app_role
from scratch_database import scratch_database

Json: TypeAlias = dict[str, Any]
BEFORE, AFTER = "0017", "0018"

PLATES: Json = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [{"weight": 20, "pairs": 3}, {"weight": 1.25, "pairs": 1}],
}
RACK: Json = {"kind": "rack", "unit": "lb", "weights": [5, 7.5, 50]}
STACK: Json = {"kind": "stack", "unit": "kg", "lowest": 2.5, "step": 2.5, "highest": 80}
GARAGE: Json = {"barbell": PLATES, "dumbbell": RACK, "cable": STACK}
STRANGE: Json = {"couch": {"kind": "soft"}, "bar_kg": 20}
OLD_WORDS: Json = {
    "progressionType": "load",
    "warmup_percentages": [40, 60, 80],
    "rest_heavy_seconds": 200,
    "theme": "dark",
    "deload_style": "sideways",
}


@pytest.fixture
def url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "preferences") as url:
        asyncio.run(ensure_app_role(url))
        migrate_up(url, BEFORE)
        yield url


def run(url: str, statement: str, *values: object) -> list[Any]:
    async def go() -> list[Any]:
        connection = await asyncpg.connect(url)
        await connection.set_type_codec(
            "jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads
        )
        await connection.execute("SET metricgain.as_system = 'on'")
        try:
            return await connection.fetch(statement, *values)
        finally:
            await connection.close()

    return asyncio.run(go())


def make(url: str, *, preferences: Json, equipment: Json | None) -> int:
    (row,) = run(
        url,
        "INSERT INTO users (email, password_hash, preferences)"
        " VALUES ('a@b.example', '', $1) RETURNING id",
        preferences,
    )
    run(
        url,
        "INSERT INTO user_preferences (user_id, equipment) VALUES ($1, $2)",
        row["id"],
        equipment,
    )
    user_id: int = row["id"]
    return user_id


def kept(url: str) -> Json:
    found: Json = run(url, "SELECT preferences FROM users")[0][0]
    return found


def test_what_a_gym_had_becomes_rows_and_comes_back_the_same(url: str) -> None:
    make(url, preferences={}, equipment=GARAGE | STRANGE)

    migrate_up(url, AFTER)
    made = run(
        url,
        "SELECT kind, bar, plates, pairs, weights, lowest, step, highest"
        " FROM gym_equipment ORDER BY kind",
    )
    ((chosen,),) = run(
        url,
        "SELECT g.name FROM user_preferences p JOIN gyms g"
        " ON g.user_id = p.user_id AND g.id = p.gym_id",
    )
    strange = kept(url)
    migrate_down(url, BEFORE)
    ((again,),) = run(url, "SELECT equipment FROM user_preferences")

    assert [tuple(row) for row in made] == [
        ("barbell", 20, [20, 1.25], [3, 1], None, None, None, None),
        ("cable", None, None, None, None, 2.5, 2.5, 80),
        ("dumbbell", None, None, None, [5, 7.5, 50], None, None, None),
    ]
    assert chosen == "Gym"
    assert strange == {"equipment": STRANGE}
    assert again == GARAGE
    assert kept(url)["equipment"] == STRANGE


def test_words_that_are_understood_move_and_all_others_stay(url: str) -> None:
    make(url, preferences=OLD_WORDS, equipment=None)

    migrate_up(url, AFTER)

    (row,) = run(url, "SELECT * FROM user_preferences")
    assert row["progression_type"] == "load"
    assert row["warm_up_percentages"] == [40, 60, 80]
    assert row["rest_heavy_seconds"] == 200
    assert row["deload_style"] == "both"
    assert kept(url) == {"theme": "dark", "deload_style": "sideways"}


def test_what_was_chosen_in_the_app_wins_over_older_json(url: str) -> None:
    make(url, preferences={"progression_type": "load"}, equipment=None)
    run(url, "UPDATE user_preferences SET progression_type = 'reps'")

    migrate_up(url, AFTER)

    ((chosen,),) = run(url, "SELECT progression_type FROM user_preferences")
    assert chosen == "reps"


def test_new_preferences_survive_the_way_down_and_up(url: str) -> None:
    user_id = make(url, preferences={"theme": "dark"}, equipment=GARAGE)
    migrate_up(url, AFTER)
    run(
        url,
        "INSERT INTO gyms VALUES ($1, '0198d1b2-0000-7000-8000-000000000001', 'Hotel')",
        user_id,
    )
    run(
        url,
        "INSERT INTO gym_equipment (user_id, gym_id, kind, form, unit, weights)"
        " SELECT user_id, id, 'dumbbell', 'rack', 'kg', '{4,8}' FROM gyms"
        " WHERE name = 'Hotel'",
    )
    run(
        url,
        "UPDATE user_preferences SET warm_up_percentages = '{50}', deload_style ="
        " 'sets', reminder_minute = 480, rest_isolation_seconds = 60",
    )
    tables = ("user_preferences", "gyms", "gym_equipment", "gym_days")

    def everything() -> list[Any]:
        return [run(url, f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in tables]  # noqa: S608 - names of our tables

    before = everything()
    migrate_down(url, BEFORE)
    migrate_up(url, AFTER)

    assert everything() == before
    assert kept(url) == {"theme": "dark"}
