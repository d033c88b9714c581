"""What happened to an account can be looked up, and by nobody else."""

from datetime import timedelta

import httpx

from browser import PASSWORD, Browser, sign_in, signed_in, visiting
from metricgain.config import Settings
from metricgain.jobs.purging import purge
from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.audit import forget_events, note_event
from metricgain.store.database import Database
from metricgain.store.jobs import ClaimedJob, Hold


async def events(client: httpx.AsyncClient) -> list[tuple[str, str | None]]:
    answer = await client.get("/account/events")
    assert answer.status_code == 200, answer.text
    return [(one["event"], one["subject"]) for one in answer.json()["events"]]


async def make_admin(database: Database, person: Browser) -> None:
    async with database.as_system() as system:
        await system.run(
            "UPDATE users SET is_admin = true WHERE id = $1", person.user_id
        )


async def test_what_is_sensitive_is_noted_newest_first(server: str) -> None:
    async with signed_in(server) as person:
        client, csrf = person.client, person.csrf
        made = await client.post("/tokens", json={"name": "Watch"}, headers=csrf)
        await client.delete(f"/tokens/{made.json()['id']}", headers=csrf)
        await client.get("/export", params={"format": "json"})
        await client.get("/export/sets")
        await client.post("/calendar-feed", headers=csrf)
        await client.delete("/calendar-feed", headers=csrf)
        await client.put(
            "/account/password",
            json={"currentPassword": PASSWORD, "newPassword": "four plates a side"},
            headers=csrf,
        )
        await client.put(
            "/account",
            json={
                "email": f"new-{person.email}",
                "fullName": None,
                "currentPassword": "four plates a side",
            },
            headers=csrf,
        )

        seen = await events(client)

    assert seen == [
        ("address_changed", None),
        ("password_changed", None),
        ("calendar_revoked", None),
        ("calendar_made", None),
        ("exported", "csv"),
        ("exported", "json"),
        ("token_revoked", "Watch"),
        ("token_made", "Watch"),
        ("signed_in", "password"),
    ]


async def test_a_wrong_password_is_noted_with_device_and_network_but_no_address(
    server: str,
) -> None:
    async with signed_in(server) as person:
        async with visiting(server, **{"User-Agent": "Somebody's phone"}) as stranger:
            await sign_in(stranger, person.email, "not the password")
        answer = await person.client.get("/account/events")

    first = answer.json()["events"][0]
    assert first["event"] == "sign_in_failed"
    assert first["device"] == "Somebody's phone"
    assert first["network"] == "127.0.0.0/24"
    assert "127.0.0.1" not in answer.text


async def test_pages_follow_each_other_without_gap(
    server: str, database: Database
) -> None:
    async with signed_in(server) as person:
        async with database.as_user(person.user_id) as tx:
            for number in range(120):
                await note_event(
                    tx,
                    person.user_id,
                    "exported",
                    now=now() - timedelta(seconds=number + 1),
                    subject=str(number),
                )
        first = (await person.client.get("/account/events")).json()["events"]
        second = (
            await person.client.get(
                "/account/events", params={"before": first[-1]["id"]}
            )
        ).json()["events"]

    subjects = [one["subject"] for one in first + second]
    assert len(first) == 100
    assert subjects == ["password", *(str(number) for number in range(120))]


async def test_ending_sessions_leaves_the_one_that_asks(server: str) -> None:
    async with signed_in(server) as here, visiting(server) as there:
        await sign_in(there, here.email)
        ended = await here.client.delete("/sessions/others", headers=here.csrf)
        away = await there.get("/account")
        still = await here.client.get("/sessions")

    assert ended.status_code == 204
    assert away.status_code == 401
    assert [one["isCurrent"] for one in still.json()["sessions"]] == [True]


async def test_a_session_that_was_ended_elsewhere_is_over_and_noted(
    server: str,
) -> None:
    async with signed_in(server) as here, visiting(server) as there:
        await there.post(
            "/session",
            json={"email": here.email, "password": PASSWORD, "device": "Old phone"},
        )
        listed = (await here.client.get("/sessions")).json()["sessions"]
        other = next(one for one in listed if not one["isCurrent"])
        await here.client.delete(f"/sessions/{other['id']}", headers=here.csrf)
        away = await there.get("/account")
        seen = await events(here.client)

    assert other["device"] == "Old phone"
    assert away.status_code == 401
    assert seen[0] == ("session_ended", "Old phone")


async def test_the_owner_sees_what_happened_without_devices_and_names(
    server: str, database: Database
) -> None:
    async with signed_in(server) as owner, signed_in(server) as person:
        await make_admin(database, owner)
        await person.client.post(
            "/tokens", json={"name": "My secret plan"}, headers=person.csrf
        )
        gone = person.user_id
        answer = await owner.client.get("/admin/events")
        mine = [one for one in answer.json()["events"] if one["aboutUser"] == gone]
        await person.client.post(
            "/account/delete", json={"password": PASSWORD}, headers=person.csrf
        )
        later = (await owner.client.get("/admin/events")).json()["events"]
        refused = await owner.client.get("/admin/events", headers={"Cookie": ""})

    assert [one["event"] for one in mine] == ["token_made", "signed_in", "account_made"]
    assert {one["email"] for one in mine} == {person.email}
    assert "My secret plan" not in answer.text
    assert "network" not in answer.text
    left = [one for one in later if one["aboutUser"] == gone]
    assert [(one["event"], one["email"]) for one in left] == [
        ("account_deleted", None),
        ("account_made", None),
    ]
    assert refused.status_code == 401


async def test_nobody_but_an_administrator_sees_what_happened_to_all(
    server: str,
) -> None:
    async with signed_in(server) as person:
        answer = await person.client.get("/admin/events")

    assert answer.status_code == 403


async def test_what_is_old_is_forgotten_and_a_month_is_kept_whatever_is_asked(
    server: str, database: Database
) -> None:
    async with signed_in(server) as person:
        async with database.as_user(person.user_id) as tx:
            for days in (500, 60):
                at = now() - timedelta(days=days)
                await note_event(
                    tx, person.user_id, "exported", now=at, subject=str(days)
                )
        job = ClaimedJob(id=uuid7(now()), name="x", for_user=None, args={}, attempts=1)
        hold = Hold(job_id=job.id, worker=job.id)
        await purge(Running(job=job, hold=hold, database=database, settings=Settings()))
        after_purge = await events(person.client)
        async with database.as_system() as system:
            await forget_events(system, before=now())
        at_the_end = await events(person.client)

    assert after_purge == [("signed_in", "password"), ("exported", "60")]
    assert at_the_end == [("signed_in", "password")]
