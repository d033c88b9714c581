"""An export of an older version goes back as a migration would have taken it on."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blocks import new_user
from metricgain.actions.restore_export import restore_export
from metricgain.kit.errors import Invalid
from metricgain.reads.full_export import full_export
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.gyms import load_gyms
from metricgain.store.preferences import load_preferences
from metricgain.store.statistics.verify import verify

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
OLD = Path(__file__).with_name("files") / "export-before-gyms.json"
"""As it was written before gyms, imports that can be undone, and timed exercises."""


async def restored(database: Database, text: bytes, *, merge: bool = False) -> int:
    user_id = await new_user(database)
    async with changing(database, user_id, now=NOW) as change:
        await restore_export(change, stream=io.BytesIO(text), merge=merge)
    return user_id


async def test_all_that_was_in_an_export_before_gyms_is_back(
    database: Database,
) -> None:
    user_id = await restored(database, OLD.read_bytes())

    async with database.as_user(user_id) as tx:
        parts = [part async for part in full_export(tx, now=NOW)]
    old, new = json.loads(OLD.read_bytes()), json.loads(b"".join(parts))
    del old["user_preferences"][0]["equipment"]
    # Templates have ids of their own, and the other tests have taken this one.
    del old["templates"][0]["id"]
    for table, rows in old.items():
        if isinstance(rows, list):
            assert len(new[table]) == len(rows)
            # Every value of then, beside those that are younger.
            assert [
                {name: row[name] for name in was}
                for was, row in zip(rows, new[table], strict=True)
            ] == rows
    assert new["account"]["full_name"] == "Ada"
    assert await verify(database, user_id) == []


async def test_equipment_that_was_json_is_a_gym_as_the_migration_makes_it(
    database: Database,
) -> None:
    user_id = await restored(database, OLD.read_bytes())

    async with database.as_user(user_id) as tx:
        (gym,) = await load_gyms(tx)
        preferences = await load_preferences(tx)
        left = await tx.value("SELECT preferences FROM users WHERE id = $1", user_id)
    written = json.loads(OLD.read_bytes())["user_preferences"][0]["equipment"]
    strange = {"sled": written.pop("sled")}
    assert (gym.name, gym.equipment) == ("Gym", written)
    assert preferences.gym_id == gym.id
    assert (preferences.progression_type, preferences.weight_unit) == ("reps", "lb")
    assert (preferences.deload_style, preferences.use_readiness) == ("both", True)
    assert (preferences.rest_heavy_seconds, preferences.warm_up_percentages) == (
        None,
        None,
    )
    assert left == {"equipment": strange}


async def test_an_old_export_can_be_merged_twice(database: Database) -> None:
    user_id = await restored(database, OLD.read_bytes())

    async with changing(database, user_id, now=NOW) as change:
        again = await restore_export(
            change, stream=io.BytesIO(OLD.read_bytes()), merge=True
        )

    assert again.in_all == 0


@pytest.mark.parametrize(
    "equipment", [None, {}], ids=["nothing said", "nothing described"]
)
async def test_without_equipment_there_is_no_gym(
    database: Database, equipment: object
) -> None:
    old = json.loads(OLD.read_bytes())
    old["user_preferences"][0]["equipment"] = equipment

    user_id = await restored(database, json.dumps(old).encode())

    async with database.as_user(user_id) as tx:
        assert await load_gyms(tx) == ()
        assert (await load_preferences(tx)).gym_id is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            '"schemaVersion":1', '"schemaVersion":2', "version 2", id="newer version"
        ),
        pytest.param(
            '"session_minutes":55',
            '"mood":5',
            "no value of user_pref",
            id="newer value",
        ),
        pytest.param('"sets":[', '"steps":[', "'steps' is no part", id="newer table"),
    ],
)
async def test_what_a_newer_version_may_have_written_is_refused_and_says_so(
    database: Database, old: str, new: str, said: str
) -> None:
    text = OLD.read_text()
    assert old in text

    with pytest.raises(Invalid) as refused:
        await restored(database, text.replace(old, new).encode())

    assert said in refused.value.rule
