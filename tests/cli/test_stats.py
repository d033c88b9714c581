"""`metricgain stats` computes statistics anew, and tells where they are wrong."""

import asyncio

import asyncpg
import pytest
from typer.testing import CliRunner, Result

from metricgain.cli import app
from metricgain.cli.rebuilding import rebuild_due
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.database import Database
from metricgain.store.statistics.rebuild import due_users
from metricgain.store.statistics.verify import verify
from strong_file import bring, made_up_history
from training_steps import Life, new_life

SPOILT = (
    "UPDATE weekly_stats SET total_volume = total_volume + 1 WHERE user_id = $1",
    "DELETE FROM weekly_muscle_stats WHERE user_id = $1 AND muscle = 'chest'",
    "UPDATE personal_records SET value = value + 0.001 WHERE user_id = $1",
    "INSERT INTO weekly_stats SELECT $1, 1999, 1, '1999-01-04', 1, 1, 1, false, 1",
)


@pytest.fixture
async def life(database: Database) -> Life:
    """A lifter with twelve weeks of history."""
    made = await new_life(database)
    await bring(database, made.user_id, made_up_history(weeks=12))
    return made


@pytest.fixture
def stats(owner_url: str, monkeypatch: pytest.MonkeyPatch) -> "Stats":
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    return Stats()


class Stats:
    """Runs `metricgain stats ...` for one account, beside the loop of the test."""

    async def __call__(self, life: Life, *arguments: str) -> Result:
        async with life.database.as_system() as system:
            email = await system.value(
                "SELECT email FROM users WHERE id = $1", life.user_id
            )
        return await asyncio.to_thread(
            CliRunner().invoke, app, ["stats", *arguments, "--user", str(email)]
        )


async def spoil(owner: asyncpg.Connection, life: Life) -> None:
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        for statement in SPOILT:
            await owner.execute(statement, life.user_id)


async def test_what_is_right_is_said_to_be_right(stats: Stats, life: Life) -> None:
    told = await stats(life, "verify")

    assert told.exit_code == 0
    assert told.stdout == "The statistics of 1 user are right.\n"


async def test_each_difference_is_printed_and_a_rebuild_corrects_them(
    stats: Stats, life: Life, owner: asyncpg.Connection
) -> None:
    await spoil(owner, life)

    complaint = await stats(life, "verify")
    rebuilt = await stats(life, "rebuild")

    assert complaint.exit_code == 1
    lines = complaint.stdout.splitlines()
    assert any(
        "weekly_stats 1999-W01: is there, follows from no set" in x for x in lines
    )
    assert sum("chest: is missing, follows from the log" in x for x in lines) == 12
    assert sum("weekly_stats" in x and ": total_volume is " in x for x in lines) == 12
    assert any("personal_records" in x and ": value is " in x for x in lines)
    assert "differences in the statistics of 1 user." in complaint.stderr
    assert rebuilt.exit_code == 0
    assert rebuilt.stdout == "The statistics of 1 user are computed anew.\n"
    assert await verify(life.database, life.user_id) == []


async def test_only_the_weeks_since_a_day_are_computed(
    stats: Stats, life: Life, owner: asyncpg.Connection
) -> None:
    await spoil(owner, life)

    await stats(life, "rebuild", "--since", "2026-05-01")

    left = await verify(life.database, life.user_id)
    weeks = {one.row for one in left if one.column == "total_volume"}
    assert weeks
    assert max(weeks) < "2026-W18"


async def test_an_interrupted_rebuild_goes_on_where_it_was(
    stats: Stats, life: Life, owner: asyncpg.Connection
) -> None:
    nothing = await stats(life, "rebuild", "--resume")
    await owner.execute("SET metricgain.as_system = 'on'")
    await owner.execute("DELETE FROM stats_state WHERE user_id = $1", life.user_id)

    rest = await stats(life, "rebuild", "--resume")

    assert nothing.stdout == "The statistics of 0 users are computed anew.\n"
    assert rest.stdout == "The statistics of 1 user are computed anew.\n"


async def test_a_start_computes_what_an_upgrade_left_to_do(
    database: Database, life: Life, owner: asyncpg.Connection
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    for table in (
        "weekly_stats", "weekly_muscle_stats", "exercise_weekly_summary",
        "personal_records", "stats_state",
    ):  # fmt: skip
        await owner.execute(f"DELETE FROM {table} WHERE user_id = $1", life.user_id)  # noqa: S608 - names of our tables
    assert life.user_id in await due_users(database)

    assert await rebuild_due(database, only=life.user_id) == 1

    assert life.user_id not in await due_users(database)
    assert await verify(database, life.user_id) == []


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        pytest.param(
            ["rebuild", "--since", "2026-01-01", "--resume"], Invalid, id="both"
        ),
        pytest.param(
            ["verify", "--user", "nobody@example.org"], NotFound, id="no account"
        ),
    ],
)
def test_what_cannot_be_done_is_refused(
    owner_url: str,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    refused: type[Exception],
) -> None:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)

    ended = CliRunner().invoke(app, ["stats", *arguments])

    assert isinstance(ended.exception, refused)
