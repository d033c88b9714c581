"""A calendar program reads the workouts at an address that only its owner knows."""

from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from icalendar import Calendar

from blocks import outline
from conftest import SignedIn
from make import id_for, make_log, make_set
from metricgain.actions.start_mesocycle import start_mesocycle
from metricgain.kit.clock import now
from metricgain.store.changes import changing
from metricgain.store.database import Database


@pytest.fixture
async def address(lifter: SignedIn, server: str) -> str:
    made = (await lifter.client.post("/calendar-feed")).json()["address"]
    return server + urlsplit(made).path


async def fetched(address: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.get(address, headers=headers)


async def planned(database: Database, person: SignedIn) -> None:
    plan = outline(start=now().date() + timedelta(days=1))
    async with changing(database, person.user_id, now=now()) as change:
        await start_mesocycle(
            change, mesocycle_id=id_for(person.user_id, "block"), outline=plan
        )


@pytest.mark.smoke
async def test_planned_and_done_workouts_stand_in_the_calendar(
    lifter: SignedIn, database: Database, address: str
) -> None:
    await planned(database, lifter)
    started = now() - timedelta(days=2)
    async with database.as_user(lifter.user_id) as tx:
        log_id = await make_log(
            tx.run,
            lifter.user_id,
            1,
            name="Legs; and, more\nof it",
            local_date=started.date(),
            started_at=started,
            completed_at=started + timedelta(minutes=50),
            status="completed",
        )
        await make_set(tx.run, lifter.user_id, log_id, 1, exercise_id=2000)

    answer = await fetched(address)

    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.text)
    events = calendar.walk("VEVENT")
    assert len(events) == 1 + 8
    done = events[0]
    assert done["summary"] == "✓ Legs; and, more\nof it"
    assert done["description"].startswith("1 ")
    assert done.end - done.start == timedelta(minutes=50)
    first = events[1]
    assert first["summary"] in {"Push", "Pull"}
    assert "12" in first["description"]
    assert len({str(event["uid"]) for event in events}) == len(events)


async def test_planned_workouts_ring_at_the_minute_that_the_lifter_chose(
    lifter: SignedIn, database: Database, address: str
) -> None:
    await planned(database, lifter)

    silent = Calendar.from_ical((await fetched(address)).text).walk("VALARM")
    await lifter.client.patch("/preferences", json={"reminderMinute": 8 * 60 + 30})
    ringing = Calendar.from_ical((await fetched(address)).text)

    assert silent == []
    alarms = ringing.walk("VALARM")
    assert len(alarms) == len(ringing.walk("VEVENT")) == 8
    assert {alarm["trigger"].dt for alarm in alarms} == {timedelta(hours=8.5)}


async def test_a_calendar_is_sent_again_only_when_it_changed(
    lifter: SignedIn, database: Database, address: str
) -> None:
    first = await fetched(address)
    same = await fetched(address, **{"If-None-Match": first.headers["etag"]})
    await planned(database, lifter)
    other = await fetched(address, **{"If-None-Match": first.headers["etag"]})

    assert (first.status_code, same.status_code, other.status_code) == (200, 304, 200)


async def test_an_address_that_was_revoked_or_replaced_answers_nothing(
    lifter: SignedIn, server: str, address: str
) -> None:
    again = (await lifter.client.post("/calendar-feed")).json()["address"]
    replaced = await fetched(address)
    working = await fetched(server + urlsplit(again).path)
    revoked = await lifter.client.delete("/calendar-feed")
    gone = await fetched(server + urlsplit(again).path)

    assert (replaced.status_code, working.status_code) == (404, 200)
    assert (revoked.status_code, gone.status_code) == (204, 404)
    assert (await lifter.client.get("/calendar-feed")).json() == {"createdAt": None}


async def test_the_secret_is_not_kept(
    lifter: SignedIn, database: Database, address: str
) -> None:
    secret = address.rpartition("/")[2].removesuffix(".ics")
    async with database.as_user(lifter.user_id) as tx:
        kept = await tx.value("SELECT f::text FROM calendar_feeds f")

    assert secret not in str(kept)
    assert (await lifter.client.get("/calendar-feed")).json()["createdAt"]
    assert (await fetched(address.removesuffix(".ics"))).status_code == 404
