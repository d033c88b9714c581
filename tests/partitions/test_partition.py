"""`sets` is split by time and put together again, and nothing is lost on the way."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from make import fill_every_table
from metricgain.cli import app
from metricgain.kit.errors import Conflict
from metricgain.kit.ids import uuid7_from
from metricgain.reads.checkup import Check, parts_of_sets
from metricgain.store.addresses import database_of
from metricgain.store.backup.fingerprints import Fingerprint, fingerprints
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.restoring import verify_backup
from metricgain.store.backup.source import Source
from metricgain.store.checking import standing
from metricgain.store.database import Database, sql
from metricgain.store.embedded import find_binaries
from metricgain.store.indexes import findings, load_schema
from metricgain.store.migrate import migrate_down, migrate_up
from metricgain.store.partitions.closing import close_ahead
from metricgain.store.partitions.layout import Layout, Part, first_id_after
from metricgain.store.partitions.moving import Moved, layout_of, partition, unpartition
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from metricgain.store.shard import shard
from scratch_database import scratch_database

YEARS = (2022, 2023, 2024, 2025, 2026)
LOGS_A_YEAR = 30
SETS_A_LOG = 7
METRICGAIN = Path(sys.executable).with_name("metricgain")
ALL = len(YEARS) * LOGS_A_YEAR * SETS_A_LOG + 1
"""With the one that `fill_every_table` writes."""
SCHEMA = (
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2""",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    """SELECT tablename, policyname, permissive, roles, cmd, qual, with_check
    FROM pg_policies ORDER BY 1, 2""",
    """SELECT relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 't'
    ORDER BY 1""",
)


@pytest.fixture(scope="module")
def filled(owner_url: str) -> Iterator[str]:
    """The name of a migrated database with sets of five years, which is copied."""
    with scratch_database(owner_url, "partitions_filled") as made:
        prepare(made)
        asyncio.run(_fill(made))
        yield database_of(made)


@pytest.fixture
def url(owner_url: str, filled: str) -> Iterator[str]:
    with scratch_database(owner_url, "partitions", template=filled) as made:
        yield made


async def _fill(url: str) -> None:
    owner = await asyncpg.connect(url)
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        user_id = await owner.fetchval(
            "INSERT INTO users (email, password_hash)"
            " VALUES ('ann@example.org', '') RETURNING id"
        )
        await fill_every_table(owner.execute, user_id)
        exercise_id = await owner.fetchval("SELECT exercise_id FROM sets")
        for year in YEARS:
            for number in range(LOGS_A_YEAR):
                day = datetime(year, 1 + number % 12, 1 + number % 28, 9, tzinfo=UTC)
                log_id = uuid7_from(int(day.timestamp() * 1000), number)
                await owner.execute(
                    "INSERT INTO workout_logs (user_id, id, local_date, performed_at,"
                    " status) VALUES ($1, $2, $3, $4, 'completed')",
                    user_id, log_id, day.date(), day,
                )  # fmt: skip
                await owner.execute(
                    "INSERT INTO sets (user_id, workout_log_id, id, exercise_id,"
                    " set_number, reps, weight, rir, performed_at)"
                    " SELECT $1, $2, n, $3, n, 5 + n, 60 + n / 4.0, 1.5, $4"
                    " FROM generate_series(1, $5::int) n",
                    user_id, log_id, exercise_id, day, SETS_A_LOG,
                )  # fmt: skip
    await owner.close()


def everything(url: str) -> dict[str, Fingerprint]:
    async def run() -> dict[str, Fingerprint]:
        owner = await asyncpg.connect(url)
        async with owner.transaction():
            found = await fingerprints(owner)
        await owner.close()
        return found

    return asyncio.run(run())


def schema(url: str) -> list[list[tuple[object, ...]]]:
    async def run() -> list[list[tuple[object, ...]]]:
        owner = await asyncpg.connect(url)
        found = [[tuple(r) for r in await owner.fetch(each)] for each in SCHEMA]
        await owner.close()
        return found

    return asyncio.run(run())


def split(url: str, years: tuple[int, ...] = YEARS[:-1]) -> Layout:
    return asyncio.run(partition(url, years=years, tell=lambda _: None))


def join(url: str) -> Layout:
    return asyncio.run(unpartition(url, tell=lambda _: None))


@pytest.mark.smoke
def test_split_and_put_together_again_is_the_same_rows_and_the_same_schema(
    url: str,
) -> None:
    rows, made = everything(url), schema(url)
    a_year = LOGS_A_YEAR * SETS_A_LOG

    after = split(url)

    assert after.parts == (
        *(Part(name=f"sets_to_{y}", until=y, rows=a_year) for y in YEARS[:-1]),
        Part(name="sets_rest", until=None, rows=a_year + 1),
    )
    assert everything(url) == rows
    assert split(url) == after

    # An id that is not made of a time counts as of the last year there is.
    assert join(url) == Layout(years=dict.fromkeys(YEARS, a_year) | {2100: 1})
    assert everything(url) == rows
    assert schema(url) == made
    assert join(url).parts == ()


def test_a_year_can_be_closed_later_and_tiny_ones_go_along(url: str) -> None:
    rows = everything(url)

    split(url, (2023,))
    again = split(url, (2023, 2025))

    assert [(part.until, part.rows) for part in again.parts] == [
        (2023, 2 * LOGS_A_YEAR * SETS_A_LOG),
        (2025, 2 * LOGS_A_YEAR * SETS_A_LOG),
        (None, LOGS_A_YEAR * SETS_A_LOG + 1),
    ]
    assert everything(url) == rows
    few = Layout(years={2015: 1, 2024: 500, 2025: 400, 2026: 99})
    assert few.to_close(this_year=2026) == (2024, 2025)
    assert few.rows_to_move((2024, 2025)) == {2024: 501, 2025: 400}


def close(url: str, *now: int) -> Moved | None:
    return asyncio.run(close_ahead(url, now=datetime(*now, tzinfo=UTC)))


def test_a_split_table_is_cut_ahead_without_moving_what_lies_in_it(url: str) -> None:
    rows, made = everything(url), schema(url)
    a_year = LOGS_A_YEAR * SETS_A_LOG
    split(url)

    early = close(url, 2026, 11, 30)
    closed = close(url, 2026, 12, 1)
    again = [close(url, 2026, 12, 2), close(url, 2027, 11, 30)]
    later = close(url, 2027, 12, 1)

    found = asyncio.run(layout_of(url))
    # The only set that is moved has a workout whose id is not made of a time.
    assert (early, again) == (None, [None, None])
    assert closed == Moved(part="sets_to_2026", rows=1)
    assert later == Moved(part="sets_to_2027", rows=1)
    assert [(part.until, part.rows) for part in found.parts] == [
        *((year, a_year) for year in YEARS),
        (2027, 0),
        (None, 1),
    ]
    assert everything(url) == rows
    assert join(url).parts == ()
    assert everything(url) == rows
    assert schema(url) == made


def test_a_year_that_was_not_closed_in_time_is_closed_late(url: str) -> None:
    rows = everything(url)
    split(url, (2023,))

    closed = close(url, 2026, 5, 1)

    found = asyncio.run(layout_of(url))
    a_year = LOGS_A_YEAR * SETS_A_LOG
    assert closed == Moved(part="sets_to_2025", rows=a_year + 1)
    assert [(part.until, part.rows) for part in found.parts] == [
        (2023, 2 * a_year),
        (2025, 2 * a_year),
        (None, a_year + 1),
    ]
    assert everything(url) == rows


def test_a_table_that_was_never_split_is_left_alone(url: str) -> None:
    made = schema(url)

    assert close(url, 2026, 12, 1) is None

    assert schema(url) == made
    assert asyncio.run(checks(url, year=2026)) == []


def test_the_doctor_says_whether_a_year_was_left_open(url: str) -> None:
    split(url, (2024,))

    good = asyncio.run(checks(url, year=2025))
    bad = asyncio.run(checks(url, year=2026))

    assert [check.good for check in (*good, *bad)] == [True, False]
    assert "metricgain database partition" in bad[0].remedy


async def checks(url: str, *, year: int) -> list[Check]:
    """Return what the doctor says of the parts, in the May of a year."""
    now = datetime(year, 5, 1, tzinfo=UTC)
    database = await Database.open(app_url(url), size=1)
    try:
        async with database.as_system() as system:
            found = await standing(system, now=now)
    finally:
        await database.close()
    return list(parts_of_sets(found.closed_year, now))


async def test_new_sets_of_the_next_year_have_a_place_and_are_guarded(
    url: str,
) -> None:
    await partition(url, years=YEARS[:-1], tell=lambda _: None)
    await close_ahead(url, now=datetime(2026, 12, 1, tzinfo=UTC))
    database = await Database.open(app_url(url), size=1)
    owner = await asyncpg.connect(url)
    day = datetime(2027, 1, 2, 9, tzinfo=UTC)
    log = uuid7_from(int(day.timestamp() * 1000), 1)
    try:
        async with database.as_system() as system:
            user_id = await system.value("SELECT min(user_id) FROM sets")
            assert isinstance(user_id, int)
        async with database.as_user(user_id) as tx:
            await tx.run(
                "INSERT INTO workout_logs (user_id, id, local_date)"
                " VALUES ($1, $2, $3)",
                *(user_id, log, day.date()),
            )
            await tx.run(
                "INSERT INTO sets (user_id, workout_log_id, id, exercise_id,"
                " set_number, reps, weight)"
                " SELECT user_id, $2, 1, exercise_id, 1, 5, 60 FROM sets"
                " WHERE user_id = $1 LIMIT 1",
                *(user_id, log),
            )
        async with database.as_user(user_id + 1) as stranger:
            seen = await stranger.value("SELECT count(*) FROM sets")
        lies_in = await owner.fetchval(
            "SELECT tableoid::regclass::text FROM sets WHERE workout_log_id = $1", log
        )
    finally:
        await owner.close()
        await database.close()

    assert (lies_in, seen) == ("sets_rest", 0)


@pytest.mark.parametrize("undo", [False, True], ids=["while split", "while undone"])
def test_killed_between_two_steps_and_run_again_it_finishes(
    url: str, *, undo: bool
) -> None:
    rows = everything(url)
    if undo:
        split(url)
    command = ["--undo"] if undo else ["--above", "0"]

    kill_after_a_step(url, command)

    halfway = asyncio.run(layout_of(url))
    assert 1 < len(halfway.parts) <= len(YEARS)
    assert everything(url) == rows
    after = join(url) if undo else split(url)
    assert len(after.parts) == (0 if undo else len(YEARS))
    assert everything(url) == rows


def kill_after_a_step(url: str, command: list[str]) -> None:
    with subprocess.Popen(
        [METRICGAIN, "database", "partition", *command],
        env={**os.environ, "METRICGAIN_DATABASE_URL": url, "PYTHONUNBUFFERED": "1"},  # noqa: TID251 - the child needs PATH
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert any(line.startswith("Moved") for line in process.stdout)
        process.send_signal(signal.SIGKILL)


async def test_interrupted_after_a_step_it_goes_on_where_it_was(
    url: str,
) -> None:
    before = await asyncio.to_thread(everything, url)

    def die(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await partition(url, years=YEARS[:-1], tell=die)
    begun = await layout_of(url)
    assert len(begun.parts) == 2
    assert await asyncio.to_thread(everything, url) == before
    await partition(url, years=YEARS[:-1], tell=lambda _: None)
    assert await asyncio.to_thread(everything, url) == before


def test_every_statement_about_sets_can_be_planned(url: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(app_url(url))
        for path in (files("metricgain.store") / "sql").iterdir():
            statement = path.read_text("utf-8")
            if path.name.endswith(".sql") and "sets" in statement:
                await connection.prepare(sql(path.name.removesuffix(".sql")))
        await connection.close()

    split(url)

    asyncio.run(run())


async def test_keys_rules_and_rights_hold_as_before(url: str) -> None:
    await partition(url, years=YEARS[:-1], tell=lambda _: None)
    owner = await asyncpg.connect(url)
    await owner.execute("SET metricgain.as_system = 'on'")
    a_set = await owner.fetchrow("SELECT * FROM sets_to_2023 LIMIT 1")
    assert a_set is not None
    values = dict(a_set)
    names = ", ".join(values)
    places = ", ".join(f"${place}" for place in range(1, len(values) + 1))
    insert = f"INSERT INTO sets ({names}) VALUES ({places})"  # noqa: S608 - names of columns

    with pytest.raises(asyncpg.UniqueViolationError):
        await owner.execute(insert, *values.values())
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await owner.execute(
            insert, *(values | {"workout_log_id": uuid7_from(1, 1)}).values()
        )
    with pytest.raises(asyncpg.CheckViolationError):
        await owner.execute(insert, *(values | {"id": 99, "reps": -1}).values())
    stored = await owner.execute(
        f"{insert} ON CONFLICT (user_id, workout_log_id, id)"
        " DO UPDATE SET reps = EXCLUDED.reps",
        *(values | {"reps": 99}).values(),
    )
    assert stored == "INSERT 0 1"
    await owner.execute(
        "DELETE FROM workout_logs WHERE id = $1", values["workout_log_id"]
    )
    assert not await owner.fetchval(
        "SELECT count(*) FROM sets WHERE workout_log_id = $1", values["workout_log_id"]
    )
    await owner.close()
    stranger = await asyncpg.connect(app_url(url))
    await stranger.execute("SET metricgain.user_id = '99999'")
    assert await stranger.fetchval("SELECT count(*) FROM sets") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await stranger.fetchval("SELECT count(*) FROM sets_to_2023")
    await stranger.close()


async def test_those_who_are_connected_notice_nothing(url: str) -> None:
    database = await Database.open(app_url(url), size=2)

    async def count() -> object:
        async with database.as_system() as system:
            return await system.value(
                "SELECT count(*) FROM sets s WHERE s.reps > $1", 0
            )

    before = await count()
    await partition(url, years=YEARS[:-1], tell=lambda _: None)
    assert await count() == before == ALL
    await unpartition(url, tell=lambda _: None)
    assert await count() == before
    await database.close()


def test_migrations_go_down_and_up_with_the_parts_in_place(url: str) -> None:
    split(url)

    migrate_down(url, "0008")
    migrate_up(url)

    after = asyncio.run(layout_of(url))
    assert (len(after.parts), after.rows) == (len(YEARS), ALL)
    migrate_down(url, "base")
    migrate_up(url)


def test_a_backup_of_the_parts_is_proven_and_indexes_are_judged(
    url: str, tmp_path: Path
) -> None:
    async def run() -> None:
        source = Source(url=url, embedded=True, postgres_bin=find_binaries().directory)
        made = await make_backup(source, tmp_path, now=datetime(2026, 3, 1, tzinfo=UTC))
        await verify_backup(source, made.path, now=datetime(2026, 3, 1, tzinfo=UTC))
        assert [
            found
            for found in findings(await load_schema(url))
            if found.table.startswith("sets")
        ] == []

    split(url)

    asyncio.run(run())


def test_a_cluster_and_parts_exclude_each_other(url: str) -> None:
    split(url)

    async def run() -> None:
        owner = await asyncpg.connect(url)
        await owner.execute("CREATE SCHEMA pretended")
        await owner.close()
        await shard(url)

    with pytest.raises(Conflict):
        asyncio.run(run())


def test_the_command_tells_the_price_and_does_nothing_when_asked_not_to(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", url)

    few = CliRunner().invoke(app, ["database", "partition"])
    dry = CliRunner().invoke(
        app, ["database", "partition", "--above", "0", "--dry-run"]
    )

    assert "quicker in one table" in few.output
    assert "To move: 210 sets of workouts up to the end of 2022." in dry.output
    assert "The price:" in dry.output
    assert asyncio.run(layout_of(url)).parts == ()


def test_ids_of_a_year_end_at_its_last_millisecond() -> None:
    last = datetime(2025, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)
    first = datetime(2026, 1, 1, tzinfo=UTC)
    latest = uuid7_from(int(last.timestamp() * 1000), (1 << 74) - 1)
    earliest = uuid7_from(int(first.timestamp() * 1000), 0)

    assert latest < first_id_after(2025) <= earliest
