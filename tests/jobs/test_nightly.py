"""What is due at night: statistics are checked, and what nobody needs goes."""

from datetime import timedelta
from itertools import count

import pytest

from make import make_user
from metricgain.config import Settings
from metricgain.jobs.purging import purge
from metricgain.jobs.running import Running, Work
from metricgain.jobs.statistics import rebuild_statistics, verify_statistics
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict
from metricgain.kit.ids import uuid7
from metricgain.reads.changes import changes
from metricgain.store.database import Database
from metricgain.store.jobs import ClaimedJob, Hold
from metricgain.store.statistics.verify import verify
from metricgain.store.sync import Following
from strong_file import bring, made_up_history

_NUMBERS = count()
LONG_AGO = now() - timedelta(days=1000)


@pytest.fixture
async def user_id(database: Database) -> int:
    return await make_user(database, f"nightly{next(_NUMBERS)}@example.org")


async def carry_out(database: Database, work: Work, args: object) -> object:
    job = ClaimedJob(id=uuid7(now()), name="x", for_user=None, args=args, attempts=1)
    hold = Hold(job_id=job.id, worker=job.id)
    return await work(
        Running(job=job, hold=hold, database=database, settings=Settings())
    )


async def test_a_difference_is_found_told_and_put_right(
    database: Database, user_id: int
) -> None:
    await bring(database, user_id, made_up_history(weeks=2))
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE weekly_stats SET total_volume = total_volume + 1"
            " WHERE user_id = $1",
            user_id,
        )

    found = await carry_out(database, verify_statistics, {"recent": True})
    await carry_out(database, rebuild_statistics, {"users": [user_id]})

    assert getattr(found, "differences", 0) >= 1
    assert any(f"user {user_id}: " in one for one in getattr(found, "first", ()))
    assert await verify(database, user_id) == []


async def test_what_devices_need_no_more_goes_and_nothing_else(
    database: Database, user_id: int
) -> None:
    await bring(database, user_id, made_up_history(weeks=1))
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE sync_state SET revision = 9, mark_revision = 5, marked_at = $2"
            " WHERE user_id = $1",
            user_id,
            LONG_AGO,
        )
        for kind, revision in (("sets", 4), ("workout_logs", 4), ("exercises", 8)):
            await tx.run(
                "INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)"
                " VALUES ($1, $2, 'key', $3, $4)",
                user_id,
                kind,
                LONG_AGO,
                revision,
            )
        for at in (LONG_AGO, now()):
            await tx.run(
                "INSERT INTO sync_mutations"
                " (user_id, id, name, revision, made_at, received_at, outcome)"
                " VALUES ($1, $2, 'saveSet', 1, $3, $3, 'applied')",
                user_id,
                uuid7(at),
                at,
            )

    await carry_out(database, purge, {})

    async with database.as_user(user_id) as tx:
        left = await tx.rows(
            "SELECT kind FROM deleted_rows WHERE user_id = $1", user_id
        )
        answers = await tx.value(
            "SELECT count(*) FROM sync_mutations WHERE user_id = $1", user_id
        )
        behind = Following(revision=4, kind="", id="")
        with pytest.raises(Conflict, match="forgotten") as refused:
            await changes(tx, behind, today=now().date(), limit=10)
        level = Following(revision=5, kind="", id="")
        assert (await changes(tx, level, today=now().date(), limit=10)).rows
    assert {row["kind"] for row in left} == {"workout_logs", "exercises"}
    assert answers == 1
    assert refused.value.field == "cursor"
