"""`metricgain archive`, the job, the API and devices, on one installation."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from conftest import SignedIn
from make import fill_every_table, own_exercise_id
from metricgain.cli import app
from metricgain.config import Settings
from metricgain.jobs.archiving import archive_everybody
from metricgain.jobs.schedules import nightly_archive
from metricgain.kit.ids import uuid7_from
from metricgain.store.archive.packing import pack
from metricgain.store.backup.fingerprints import Fingerprint, fingerprints
from metricgain.store.database import Database
from metricgain.store.migrate import migrate_down, migrate_up
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from scratch_database import scratch_database

METRICGAIN = Path(sys.executable).with_name("metricgain")
BLOCKS, LOGS, SETS = 6, 3, 5
ALL = BLOCKS * LOGS * SETS
WRITTEN = (
    *("sets", "workout_logs", "workout_instances", "prescriptions", "deleted_rows"),
    *("muscle_group_feedback", "progression_decisions", "microcycles", "workouts"),
)
PUT_BLOCK = (
    "INSERT INTO mesocycles (user_id, id, name, duration_weeks, days_per_week,"
    " start_date, status) VALUES ($1, $2, $3, 4, 3, $4, 'completed')"
)
PUT_LOG = (
    "INSERT INTO workout_logs (user_id, id, mesocycle_id, week_number, local_date,"
    " performed_at, status) VALUES ($1, $2, $3, 1, $4, $5, 'completed')"
)
PUT_SETS = (
    "INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number, reps,"
    " weight, rir, performed_at) SELECT $1, $2, n, $3, n, 5 + n, 60 + n / 4.0, 1.5,"
    " $4::timestamptz + n * interval '61.000007 s' FROM generate_series(1, $5::int) n"
)


async def put_blocks(
    connection: asyncpg.Connection, user_id: int, exercise_id: int
) -> None:
    """Give a user completed blocks of 2023 and 2024, and one without sets after."""
    for number in range(BLOCKS + 1):
        first = date(2023, 1, 2) + timedelta(weeks=12 * number)
        block = uuid7_from(number, user_id)
        await connection.execute(PUT_BLOCK, user_id, block, f"Block {number}", first)
        for workout in range(LOGS if number < BLOCKS else 0):
            day = first + timedelta(days=workout)
            at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
            log = uuid7_from(int(at.timestamp() * 1000), user_id)
            await connection.execute(PUT_LOG, user_id, log, block, day, at)
            await connection.execute(PUT_SETS, user_id, log, exercise_id, at, SETS)


@dataclass(frozen=True, slots=True)
class Installation:
    """A database of its own with two users of six old blocks each."""

    url: str

    def run(self, *arguments: str) -> str:
        found = CliRunner().invoke(app, ["archive", *arguments])
        assert found.exit_code == 0, found.output
        return found.output

    def holds(self) -> dict[str, Fingerprint]:
        """Return the fingerprints of all that lifters wrote and devices were told."""

        async def ask() -> dict[str, Fingerprint]:
            owner = await asyncpg.connect(self.url)
            async with owner.transaction():
                found = await fingerprints(owner)
            await owner.close()
            return found

        found = asyncio.run(ask())
        return {name: found[name] for name in WRITTEN}

    def value(self, statement: str) -> object:
        async def ask() -> object:
            owner = await asyncpg.connect(self.url)
            await owner.execute("SET metricgain.as_system = 'on'")
            found = await owner.fetchval(statement)
            await owner.close()
            return found

        return asyncio.run(ask())

    def archived(self) -> object:
        return self.value(
            "SELECT coalesce(sum(sets), 0) FROM archived_mesocycles"
            " WHERE body IS NOT NULL"
        )


@pytest.fixture
def here(owner_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    async def fill(url: str) -> None:
        owner = await asyncpg.connect(url)
        async with owner.transaction():
            await owner.execute("SET LOCAL metricgain.as_system = 'on'")
            for name in ("ann", "bob"):
                user_id = await owner.fetchval(
                    "INSERT INTO users (email, password_hash) VALUES ($1, '')"
                    " RETURNING id",
                    f"{name}@example.org",
                )
                await fill_every_table(owner.execute, user_id)
                await put_blocks(owner, user_id, own_exercise_id(user_id))
        await owner.close()

    with scratch_database(owner_url, "archive") as url:
        prepare(url)
        asyncio.run(fill(url))
        monkeypatch.setenv("METRICGAIN_DATABASE_URL", url)
        yield Installation(url)


@pytest.mark.smoke
def test_everything_old_goes_into_the_archive_and_comes_back(
    here: Installation,
) -> None:
    before = here.holds()

    planned = here.run("--dry-run")
    assert (planned.count("Block"), here.archived()) == (2 * BLOCKS, 0)
    one = here.run("--user", "ann@example.org")
    assert f"Archived: {BLOCKS} blocks, {ALL} sets" in one
    assert here.archived() == ALL
    assert f"Archived: {BLOCKS} blocks" in here.run("--older-than", "24")
    assert here.run().startswith("Archived: 0 blocks")
    assert here.archived() == 2 * ALL
    assert here.run("list").count("bytes") == 2 * BLOCKS

    assert f"{2 * BLOCKS} blocks" in here.run("restore")
    assert here.archived() == 0
    assert here.holds() == before
    # What was brought back is left alone for a while.
    assert here.run().startswith("Archived: 0 blocks")


@pytest.mark.parametrize("command", ["archive", "restore"])
def test_killed_after_any_block_nothing_is_lost_and_it_goes_on(
    here: Installation, command: str
) -> None:
    before = here.holds()
    if command == "restore":
        here.run()
    arguments = [METRICGAIN, "archive", *(["restore"] if command == "restore" else [])]
    with subprocess.Popen(
        arguments,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},  # noqa: TID251 - the child needs PATH
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "Block" in process.stdout.readline()
        process.send_signal(signal.SIGKILL)

    rows = here.value(
        "SELECT count(*) FROM sets s JOIN workout_logs l"
        " ON l.user_id = s.user_id AND l.id = s.workout_log_id"
        " WHERE l.mesocycle_id IS NOT NULL"
    )
    archived = here.archived()
    assert isinstance(rows, int)
    assert isinstance(archived, int)
    # Each has one more, in a block that goes on.
    assert rows - 2 + archived == 2 * ALL
    here.run()
    here.run("restore")
    assert here.holds() == before


def test_an_older_schema_gets_its_sets_back(here: Installation) -> None:
    before = here.holds()
    here.run()

    migrate_down(here.url, "0021")
    migrate_up(here.url)

    assert here.archived() == 0
    assert here.holds() == before


async def test_the_job_archives_by_the_settings_and_is_off_unless_they_say_so(
    here: Installation,
) -> None:
    database = await Database.open(app_url(here.url), size=2)
    now = datetime(2023, 6, 1, tzinfo=UTC)

    done = await archive_everybody(database, months=3, now=now)

    assert (done.blocks, done.sets) == (2, 2 * LOGS * SETS)
    assert done.bytes > 0
    await database.close()
    assert nightly_archive(Settings()) is None
    assert nightly_archive(Settings(archive_months=18)) is not None


async def test_the_app_archives_and_brings_back_and_devices_keep_their_sets(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        await owner.execute(
            "INSERT INTO sync_state (user_id) VALUES ($1) ON CONFLICT DO NOTHING",
            lifter.user_id,
        )
        await put_blocks(owner, lifter.user_id, 1)
    listed = (await lifter.client.get("/mesocycles")).json()["items"]
    assert [one["archivedAt"] for one in listed] == [None] * (BLOCKS + 1)
    newest, old = listed[0]["id"], listed[-1]["id"]
    cursor, _ = await pulled(lifter, None)

    gone = await lifter.client.post(f"/mesocycles/{old}/archive")

    assert gone.status_code == 200
    assert gone.json()["archivedAt"] is not None
    cursor, news = await pulled(lifter, cursor)
    assert [(one["kind"], one["id"]) for one in news] == [("mesocycle", old)]
    assert news[0]["archivedAt"] is not None
    _, everything = await pulled(lifter, None)
    logs = [one for one in everything if one["kind"] == "workoutLog"]
    assert sum(len(one["sets"]) for one in logs) == ALL
    refused = await lifter.client.post(f"/mesocycles/{newest}/archive")
    assert (refused.status_code, refused.json()["field"]) == (409, "mesocycleId")
    back = await lifter.client.post(f"/mesocycles/{old}/bring-back")
    assert back.json()["archivedAt"] is None
    _, news = await pulled(lifter, cursor)
    assert [(one["kind"], one["id"]) for one in news] == [("mesocycle", old)]


async def pulled(
    lifter: SignedIn, cursor: str | None
) -> tuple[str, list[dict[str, object]]]:
    """Pull everything after a cursor, as a device does."""
    found: list[dict[str, object]] = []
    while True:
        query = {} if cursor is None else {"since": cursor}
        page = (await lifter.client.get("/sync", params=query)).json()
        found += page["changes"]
        cursor = page["cursor"]
        if not page["hasMore"]:
            assert cursor is not None
            return cursor, found


def test_a_set_takes_a_twentieth_of_what_a_row_takes() -> None:
    at = datetime(2026, 1, 5, 18, tzinfo=UTC)
    rows = [
        {
            "id": 1_000_003 * number % (2**31),
            "workout_log_id": uuid7_from(number // 25, number // 25),
            "exercise_id": number % 40,
            "performed_at": at + timedelta(days=number // 25, seconds=number * 137),
            "reps": 8 + number % 5,
            "weight": 60 + number % 7 * 2.5,
            "weight_unit": "kg",
            "note": None,
        }
        for number in range(900)
    ]

    assert len(pack(rows)) / len(rows) < 15
