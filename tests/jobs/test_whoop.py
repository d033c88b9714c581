"""Nights are fetched from WHOOP, whatever it answers, and in whatever order."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from make import make_user
from metricgain.config import Settings
from metricgain.integrations.whoop_client import WhoopRefused
from metricgain.jobs.running import Running, TryLater
from metricgain.jobs.whoop import Fetched, hear_whoop, poll_whoop, sync_whoop
from metricgain.kit.clock import now
from metricgain.kit.ids import secret, uuid7
from metricgain.kit.vault import Unreadable, Vault, new_key
from metricgain.store.database import Database
from metricgain.store.jobs import ClaimedJob, Hold, list_jobs
from metricgain.store.recovery import NightRow, load_nights, load_payload
from metricgain.store.whoop import (
    WHOOP_SYNC,
    WhoopConnection,
    load_connection,
    relock_tokens,
    save_connection,
)
from whoop_stand_in import KEY, MEMBER, Fault, StandIn, stamp, stand_in

MORNING = now().replace(hour=11, minute=0, second=0, microsecond=0) - timedelta(days=1)


@pytest.fixture
def whoop() -> Iterator[StandIn]:
    with stand_in() as served:
        yield served


@pytest.fixture
async def user_id(database: Database) -> int:
    """A user who is connected with tokens that work."""
    made = await make_user(database, f"{secret().lower()}@example.org")
    async with database.as_user(made) as tx:
        await save_connection(tx, connection())
    return made


def connection(*, lasts: timedelta = timedelta(hours=1)) -> WhoopConnection:
    vault = Vault(KEY)
    return WhoopConnection(
        member_id=MEMBER,
        access_token=vault.lock("access-0"),
        refresh_token=vault.lock("refresh-0"),
        expires_at=now() + lasts,
        connected_at=now(),
    )


def running(
    database: Database, settings: Settings, user_id: int | None, args: object = None
) -> Running:
    job_id = uuid7(now())
    return Running(
        job=ClaimedJob(
            id=job_id, name="test", for_user=user_id, args=args or {}, attempts=1
        ),
        hold=Hold(job_id=job_id, worker=uuid7(now())),
        database=database,
        settings=settings,
    )


async def sync(database: Database, whoop: StandIn, user_id: int) -> Fetched:
    return await sync_whoop(running(database, whoop.settings(), user_id))


async def hear(
    database: Database, whoop: StandIn, user_id: int, kind: str, sleep_id: str
) -> None:
    news = {"kind": kind, "id": sleep_id}
    await hear_whoop(running(database, whoop.settings(), user_id, news))


async def nights(database: Database, user_id: int) -> list[NightRow]:
    async with database.as_user(user_id) as tx:
        return await load_nights(
            tx, first=datetime(2000, 1, 1, tzinfo=UTC).date(), last=now().date()
        )


async def connected(database: Database, user_id: int) -> WhoopConnection:
    async with database.as_user(user_id) as tx:
        return await load_connection(tx)


async def test_a_night_arrives_with_its_tiers_and_the_words_it_came_in(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    sleep_id = whoop.add_night(MORNING, recovery_score=66.0)

    await sync(database, whoop, user_id)

    (night,) = await nights(database, user_id)
    assert night.day == (MORNING - timedelta(hours=5)).date()
    assert (night.recovery, night.recovery_tier) == (66.0, "medium")
    assert (night.sleep, night.sleep_tier) == (94.0, "high")
    assert (night.asleep_minutes, night.need_minutes) == (450, 480)
    assert (night.hrv_ms, night.resting_heart_rate, night.strain) == (68.4, 51.0, 12.3)
    async with database.as_user(user_id) as tx:
        payload = await load_payload(tx, "recovery", "whoop", sleep_id)
    assert payload is not None
    assert json.loads(payload) == whoop.recovery_of(sleep_id)


async def test_the_past_is_fetched_page_by_page_and_only_once(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    for day in range(60):
        whoop.add_night(MORNING - timedelta(days=day))
    settings = whoop.settings(whoop_history_days=55)

    await sync_whoop(running(database, settings, user_id))
    first = len(whoop.asked)
    await sync_whoop(running(database, settings, user_id))

    assert len(await nights(database, user_id)) == 54
    assert any("nextToken" in asked for asked in whoop.asked)
    # The second look asks for the last two weeks, once for each kind.
    assert len(whoop.asked) - first == 3


@pytest.mark.parametrize("state", ["PENDING_SCORE", "UNSCORABLE"])
async def test_a_night_without_a_score_has_none_until_it_is_scored(
    database: Database, whoop: StandIn, user_id: int, state: str
) -> None:
    sleep_id = whoop.add_night(MORNING, state=state)
    await sync(database, whoop, user_id)
    (before,) = await nights(database, user_id)
    scored = StandIn()
    scored.add_night(MORNING)
    whoop.records = scored.records
    whoop.recovery_of(sleep_id)["updated_at"] = stamp(MORNING + timedelta(hours=2))

    await sync(database, whoop, user_id)

    (after,) = await nights(database, user_id)
    assert (before.score_state, before.recovery, before.recovery_tier) == (
        state, None, None,
    )  # fmt: skip
    assert (after.score_state, after.recovery) == ("SCORED", 72.0)


async def test_a_score_while_calibrating_is_marked(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING, user_calibrating=True)

    await sync(database, whoop, user_id)

    (night,) = await nights(database, user_id)
    assert night.calibrating


async def test_an_older_version_that_comes_later_changes_nothing(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    sleep_id = whoop.add_night(MORNING, recovery_score=80.0)
    await sync(database, whoop, user_id)
    old = whoop.recovery_of(sleep_id)
    old["updated_at"] = stamp(MORNING - timedelta(hours=1))
    old["score"]["recovery_score"] = 20.0

    report = await sync(database, whoop, user_id)

    (night,) = await nights(database, user_id)
    assert night.recovery == 80.0
    # The sleep and the cycle are as new as before, the recovery is not.
    assert report.changed == 2
    async with database.as_user(user_id) as tx:
        payload = await load_payload(tx, "recovery", "whoop", sleep_id)
    assert payload is not None
    assert b"80.0" in payload


async def test_what_is_deleted_at_whoop_goes_by_polling_alone(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    gone = whoop.add_night(MORNING - timedelta(days=3))
    whoop.add_night(MORNING)
    await sync(database, whoop, user_id)
    whoop.remove_night(gone)

    await sync(database, whoop, user_id)

    # The cycle of that day is still there.
    found = await nights(database, user_id)
    assert [night.recovery for night in found] == [None, 72.0]
    assert [night.sleep for night in found] == [None, 94.0]


async def test_a_record_that_cannot_be_understood_holds_up_no_other(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    broken = whoop.add_night(MORNING - timedelta(days=2))
    whoop.add_night(MORNING)
    await sync(database, whoop, user_id)
    whoop.recovery_of(broken)["score"] = {"recovery_score": 900}

    report = await sync(database, whoop, user_id)

    assert report.garbled == 1
    assert [night.recovery for night in await nights(database, user_id)] == [72.0, 72.0]


async def test_a_message_is_answered_by_asking_what_is_true_now(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    sleep_id = whoop.add_night(MORNING)
    await hear(database, whoop, user_id, "recovery", sleep_id)
    heard = await nights(database, user_id)
    whoop.remove_night(sleep_id)

    # Even a message that it was changed, overtaken by its deletion.
    await hear(database, whoop, user_id, "sleep", sleep_id)

    assert [(night.recovery, night.sleep) for night in heard] == [(72.0, 94.0)]
    assert await nights(database, user_id) == []


async def test_expired_tokens_are_traded_once_by_many_at_a_time(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING)
    async with database.as_user(user_id) as tx:
        await save_connection(tx, connection(lasts=timedelta(0)))

    await asyncio.gather(*(sync(database, whoop, user_id) for _ in range(4)))

    assert whoop.trades == 1
    held = await connected(database, user_id)
    assert Vault(KEY).open(held.access_token) == "access-1"
    assert b"access-1" not in held.access_token
    assert len(await nights(database, user_id)) == 1


async def test_a_token_that_is_refused_early_is_traded_and_asked_again(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING)
    whoop.faults = [Fault(401)]

    await sync(database, whoop, user_id)

    assert whoop.trades == 1
    assert len(await nights(database, user_id)) == 1


@pytest.mark.parametrize("is_refresh", [True, False], ids=["by refresh", "by answer"])
async def test_a_connection_that_was_taken_back_is_noted_and_left_alone(
    database: Database, whoop: StandIn, user_id: int, *, is_refresh: bool
) -> None:
    whoop.faults = [Fault(401), Fault(401)]
    whoop.token_faults = [Fault(400)] if is_refresh else []

    with pytest.raises(WhoopRefused):
        await sync(database, whoop, user_id)

    assert (await connected(database, user_id)).problem == "refused"
    await poll_whoop(running(database, whoop.settings(), None))
    async with database.as_user(user_id) as tx:
        assert await list_jobs(tx, user_id=user_id, most=5) == []


async def test_everybody_who_is_connected_is_asked_for_once_at_a_time(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    far = whoop.settings(whoop_poll_minutes=60)

    await poll_whoop(running(database, far, None))
    await poll_whoop(running(database, far, None))

    async with database.as_user(user_id) as tx:
        jobs = await list_jobs(tx, user_id=user_id, most=5)
    assert [job.name for job in jobs] == [WHOOP_SYNC]


@pytest.mark.parametrize(
    ("fault", "after"),
    [
        pytest.param(
            Fault(429, {"X-RateLimit-Reset": "37", "X-RateLimit-Remaining": "0"}),
            timedelta(seconds=37),
            id="429 says when",
        ),
        pytest.param(Fault(429), timedelta(minutes=1), id="429 does not say when"),
        pytest.param(Fault(500), timedelta(minutes=5), id="500"),
        pytest.param(Fault(200, body=b"<html>"), timedelta(minutes=5), id="no JSON"),
    ],
)
async def test_a_fault_is_tried_again_later_and_loses_nothing(
    database: Database, whoop: StandIn, user_id: int, fault: Fault, after: timedelta
) -> None:
    whoop.add_night(MORNING)
    whoop.faults = [fault]

    with pytest.raises(TryLater) as later:
        await sync(database, whoop, user_id)
    await sync(database, whoop, user_id)

    assert later.value.after == after
    assert len(await nights(database, user_id)) == 1


async def test_the_limit_is_not_run_into_when_little_is_left(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING)
    whoop.headers = {
        "X-RateLimit-Limit": "100, 100;window=60, 10000;window=86400",
        "X-RateLimit-Remaining": "2",
        "X-RateLimit-Reset": "21",
    }

    with pytest.raises(TryLater) as later:
        await sync(database, whoop, user_id)

    assert later.value.after == timedelta(seconds=21)
    assert len(whoop.asked) == 1


async def test_a_server_that_is_gone_is_tried_again_later(
    database: Database, user_id: int
) -> None:
    with stand_in() as gone:
        settings = gone.settings()

    with pytest.raises(TryLater):
        await sync_whoop(running(database, settings, user_id))


async def test_a_slow_answer_is_waited_for(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING)
    whoop.seconds = 0.3

    await sync(database, whoop, user_id)

    assert len(await nights(database, user_id)) == 1


async def test_what_was_cut_off_goes_on_where_it_was(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    for day in range(60):
        whoop.add_night(MORNING - timedelta(days=day))
    settings = whoop.settings(whoop_history_days=55)
    # The recent span asks three times, the first span of the past six.
    whoop.breaks_after = 10
    with pytest.raises(TryLater):
        await sync_whoop(running(database, settings, user_id))
    whoop.breaks_after = 1_000_000
    half = len(await nights(database, user_id))

    await sync_whoop(running(database, settings, user_id))

    assert 0 < half < 54
    assert len(await nights(database, user_id)) == 54


async def test_tokens_outlive_a_change_of_the_key(
    database: Database, whoop: StandIn, user_id: int
) -> None:
    whoop.add_night(MORNING)
    newer = new_key()
    both = Vault(f"{newer},{KEY}")

    async with database.as_user(user_id) as tx:
        held = await load_connection(tx)
        moved = replace(
            held,
            access_token=both.relock(held.access_token),
            refresh_token=both.relock(held.refresh_token),
        )
        await save_connection(tx, moved)
    await sync_whoop(running(database, whoop.settings(secret_keys=newer), user_id))

    assert len(await nights(database, user_id)) == 1
    with pytest.raises(Unreadable):
        await sync(database, whoop, user_id)
    assert (await connected(database, user_id)).problem == "unreadable"


async def test_all_tokens_are_moved_to_the_first_key_at_once(
    database: Database, user_id: int
) -> None:
    newer = new_key()
    both = Vault(f"{newer},{KEY}")
    async with database.as_system() as system:
        await system.run("DELETE FROM whoop_connections WHERE user_id <> $1", user_id)
        moved = await relock_tokens(system, both.relock)

    held = await connected(database, user_id)
    assert moved == 1
    assert Vault(newer).open(held.refresh_token) == "refresh-0"


def test_news_are_about_a_sleep_by_its_id() -> None:
    assert UUID(StandIn().add_night(MORNING)).version == 5
