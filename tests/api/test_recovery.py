"""WHOOP is connected and heard, nights are sent, and readiness is told and used."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.vault import Vault
from metricgain.store.database import Database, Transaction
from metricgain.store.jobs import list_jobs
from metricgain.store.whoop import WHOOP_NEWS, find_connection
from server import running_server
from whoop_stand_in import KEY, MEMBER, SECRET, Fault, StandIn, signed, stand_in

TODAY = now().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A server whose WHOOP is the stand-in."""

    address: str
    whoop: StandIn


@pytest.fixture(scope="module")
def host(owner_url: str) -> Iterator[Host]:
    with stand_in() as whoop:
        settings = whoop.settings()
        names = (
            *("secret_keys", "whoop_client_id", "whoop_client_secret"),
            *("whoop_login_url", "whoop_token_url", "whoop_api_url"),
        )
        given = {name: str(getattr(settings, name)) for name in names}
        with running_server(owner_url, jobs="0", **given) as address:
            yield Host(address=address, whoop=whoop)


@asynccontextmanager
async def at(host: Host, person: SignedIn) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        base_url=f"{host.address}/api/v1",
        headers={"Authorization": f"Bearer {person.token}"},
        timeout=30,
    ) as client:
        yield client


async def begun(host: Host, client: httpx.AsyncClient) -> dict[str, str]:
    """Begin a login, and return what WHOOP's page was asked."""
    answer = await client.post("/recovery/whoop/login")
    assert answer.status_code == 200, answer.text
    address = answer.json()["address"]
    assert address.startswith(f"{host.whoop.address}/oauth/oauth2/auth?")
    asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
    host.whoop.challenge = asked["code_challenge"]
    return asked


async def connect(host: Host, client: httpx.AsyncClient) -> httpx.Response:
    asked = await begun(host, client)
    return await client.put(
        "/recovery/whoop/connection",
        json={"code": host.whoop.code, "state": asked["state"]},
    )


async def sent(person: SignedIn, table: str) -> httpx.Response:
    return await person.client.post(
        "/recovery/files", content=table, headers={"Content-Type": "text/csv"}
    )


def table_of(*rows: str) -> str:
    return "\n".join(["date,hrv,rhr,sleep_score,recovery", *rows, ""])


async def test_whoop_is_connected_and_disconnected(
    host: Host, lifter: SignedIn, database: Database
) -> None:
    async with at(host, lifter) as client:
        asked = await begun(host, client)
        made = await client.put(
            "/recovery/whoop/connection",
            json={"code": host.whoop.code, "state": asked["state"]},
        )
        shown = (await client.get("/recovery")).json()["whoop"]
        async with database.as_user(lifter.user_id) as tx:
            held = await find_connection(tx)
            jobs = await list_jobs(tx, user_id=lifter.user_id, most=5)
        gone = await client.delete("/recovery/whoop/connection")
        again = await client.delete("/recovery/whoop/connection")

    assert made.status_code == 204, made.text
    assert "offline" in asked["scope"].split()
    assert asked["redirect_uri"].endswith("/recovery")
    assert asked["code_challenge_method"] == "S256"
    assert (shown["isOffered"], shown["isConnected"]) == (True, True)
    assert held is not None
    assert held.member_id == MEMBER
    assert Vault(KEY).open(held.access_token) == host.whoop.access
    assert [job.name for job in jobs] == ["whoop.sync"]
    assert (gone.status_code, again.status_code) == (204, 204)
    assert host.whoop.revoked
    async with database.as_user(lifter.user_id) as tx:
        assert await find_connection(tx) is None


async def test_whoop_hears_of_a_farewell_with_a_token_that_has_expired(
    host: Host, lifter: SignedIn
) -> None:
    host.whoop.lasts = 0
    async with at(host, lifter) as client:
        asked = await begun(host, client)
        body = {"code": host.whoop.code, "state": asked["state"]}
        await client.put("/recovery/whoop/connection", json=body)
        trades = host.whoop.trades

        gone = await client.delete("/recovery/whoop/connection")

    assert gone.status_code == 204
    assert host.whoop.trades == trades + 1
    assert host.whoop.revoked


@pytest.mark.parametrize("status", [429, 500, 401])
async def test_whoop_is_disconnected_even_if_it_does_not_want_to_hear_of_it(
    host: Host, lifter: SignedIn, database: Database, status: int
) -> None:
    async with at(host, lifter) as client:
        asked = await begun(host, client)
        body = {"code": host.whoop.code, "state": asked["state"]}
        await client.put("/recovery/whoop/connection", json=body)
        host.whoop.faults = [Fault(status)]

        gone = await client.delete("/recovery/whoop/connection")

    assert gone.status_code == 204, gone.text
    async with database.as_user(lifter.user_id) as tx:
        assert await find_connection(tx) is None


async def test_a_login_is_good_for_whoever_began_it_and_for_nobody_else(
    host: Host, lifter: SignedIn, other_lifter: SignedIn
) -> None:
    async with at(host, lifter) as client, at(host, other_lifter) as other:
        asked = await begun(host, client)
        body = {"code": host.whoop.code, "state": asked["state"]}
        stolen = await other.put("/recovery/whoop/connection", json=body)
        made_up = await client.put(
            "/recovery/whoop/connection", json=body | {"state": "made up by somebody"}
        )
        wrong = await client.put(
            "/recovery/whoop/connection", json=body | {"code": "another code"}
        )

    assert (stolen.status_code, made_up.status_code) == (422, 422)
    assert stolen.json()["field"] == "state"
    assert wrong.status_code == 409, wrong.text
    assert "Connect it again" in wrong.json()["remedy"]


async def test_without_an_app_whoop_is_not_offered_and_says_so(
    lifter: SignedIn,
) -> None:
    shown = (await lifter.client.get("/recovery")).json()
    refused = await lifter.client.post("/recovery/whoop/login")
    unheard = await lifter.client.post("/recovery/whoop/messages", content=b"{}")

    assert shown["whoop"] == {
        "isOffered": False, "isConnected": False, "connectedAt": None,
        "lastLookedAt": None, "problem": None,
    }  # fmt: skip
    assert (refused.status_code, unheard.status_code) == (409, 409)
    assert "not set up" in refused.json()["rule"]


async def test_a_signed_message_is_heard_once(
    host: Host, lifter: SignedIn, database: Database
) -> None:
    async with at(host, lifter) as client:
        await connect(host, client)
    message = {
        "user_id": MEMBER,
        "id": "ecfc6a15-4661-442f-a9a4-f160dd7afae8",
        "type": "recovery.updated",
        "trace_id": f"trace of {lifter.user_id}",
    }
    body = json.dumps(message).encode()

    async with httpx.AsyncClient(base_url=f"{host.address}/api/v1") as whoop:
        answers = [
            await whoop.post(
                "/recovery/whoop/messages", content=body, headers=signed(body, now())
            )
            for _ in range(2)
        ]

    assert [answer.status_code for answer in answers] == [204, 204]
    async with database.as_user(lifter.user_id) as tx:
        jobs = await list_jobs(tx, user_id=lifter.user_id, most=9)
    assert [job.name for job in jobs].count(WHOOP_NEWS) == 1


@pytest.mark.parametrize(
    ("body", "late", "secret", "status"),
    [
        pytest.param(b"{}", 0, "another", 403, id="signed by somebody else"),
        pytest.param(b"{}", 301, SECRET, 403, id="too late"),
        pytest.param(b"{}", -301, SECRET, 403, id="too early"),
        pytest.param(b"{}", 0, SECRET, 422, id="no message"),
        pytest.param(b"\xff", 0, SECRET, 422, id="no JSON"),
        pytest.param(
            json.dumps(
                {"user_id": 1, "id": "1", "type": "workout.updated", "trace_id": "t"}
            ).encode(),
            0,
            SECRET,
            204,
            id="a workout, which is passed over",
        ),
        pytest.param(
            json.dumps(
                {"user_id": 1, "id": "1", "type": "sleep.updated", "trace_id": "t"}
            ).encode(),
            0,
            SECRET,
            422,
            id="a sleep of version 1",
        ),
    ],
)
async def test_a_message_is_believed_by_its_signature_alone(
    host: Host, body: bytes, late: int, secret: str, status: int
) -> None:
    headers = signed(body, now() - timedelta(seconds=late), secret)

    async with httpx.AsyncClient(base_url=f"{host.address}/api/v1") as whoop:
        answer = await whoop.post(
            "/recovery/whoop/messages", content=body, headers=headers
        )
        unsigned = await whoop.post("/recovery/whoop/messages", content=body)

    assert answer.status_code == status, answer.text
    assert unsigned.status_code == 403


async def test_nights_are_sent_shown_and_deleted(lifter: SignedIn) -> None:
    table = table_of(
        *(f"{TODAY - timedelta(days=n)},60,50,80,{70 - n}" for n in range(8))
    )

    first, second = await sent(lifter, table), await sent(lifter, table)
    shown = (await lifter.client.get("/recovery", params={"days": 5})).json()
    morning = (await lifter.client.get("/recovery/today")).json()
    gone = await lifter.client.delete("/recovery/sources/csv")
    empty = (await lifter.client.get("/recovery")).json()

    assert first.status_code == 200, first.text
    assert first.json()["recoveries"] == 8
    # The same file is as new as itself: taken again, and nothing is there twice.
    assert second.json()["lastDay"] == str(TODAY)
    assert [night["recovery"] for night in shown["nights"]] == [66, 67, 68, 69, 70]
    assert shown["nights"][0]["recoveryTier"] == "medium"
    assert shown["nights"][1]["recoveryTier"] == "high"
    assert shown["sources"][0] | {"firstDay": "", "lastDay": ""} == {
        "source": "csv", "firstDay": "", "lastDay": "", "nights": 8,
    }  # fmt: skip
    assert morning["readiness"]["score"] == pytest.approx(0.82)
    assert {part["name"] for part in morning["readiness"]["parts"]} == {
        "recovery", "sleep", "hrv", "resting_heart_rate",
    }  # fmt: skip
    assert gone.status_code == 204
    assert (empty["nights"], empty["sources"]) == ([], [])
    assert empty["today"]["night"] is None


async def test_a_file_that_holds_no_nights_is_refused_whole(lifter: SignedIn) -> None:
    broken = await sent(lifter, table_of(f"{TODAY},60,50,80,70", "soon,60,50,80,70"))
    other = await sent(lifter, "Date,Workout Name\n")
    nothing = await sent(lifter, table_of())

    assert [broken.status_code, other.status_code, nothing.status_code] == [422] * 3
    assert "line 3" in broken.json()["rule"]
    assert (await lifter.client.get("/recovery")).json()["nights"] == []


async def test_a_link_is_told_from_twenty_pairs_on_with_its_interval(
    lifter: SignedIn, database: Database
) -> None:
    few = (await lifter.client.get("/recovery")).json()["link"]
    nights = []
    async with database.as_user(lifter.user_id) as tx:
        for n in range(30):
            day = TODAY - timedelta(days=60 - 2 * n)
            strength = 100 + (n * 7) % 13
            nights.append(f"{day},60,50,80,{(n * 7) % 13 * 5 + 20}")
            await _trained(tx, lifter.user_id, n, day, strength)
    await sent(lifter, table_of(*nights))

    link = (await lifter.client.get("/recovery")).json()["link"]

    assert (few["pairs"], few["rho"], few["leastPairs"]) == (0, None, 20)
    # The first two sessions have too few before them.
    assert link["pairs"] == 28
    assert 0.5 < link["low"] < link["rho"] < link["high"]
    assert link["isClear"]


async def test_readiness_is_told_and_switched_off_by_a_preference(
    lifter: SignedIn,
) -> None:
    shown = (await lifter.client.get("/preferences")).json()
    off = await lifter.client.patch("/preferences", json={"useReadiness": False})
    bad = table_of(f"{TODAY},,,10,10")
    await sent(lifter, bad)
    morning = (await lifter.client.get("/recovery/today")).json()

    assert shown["useReadiness"]
    assert not off.json()["useReadiness"]
    assert not morning["usesReadiness"]
    assert morning["readiness"]["isLow"]
    assert morning["readiness"]["score"] == 0.1


async def _trained(
    tx: Transaction, user_id: int, number: int, day: date, kg: int
) -> None:
    await tx.run(
        "INSERT INTO workout_logs (user_id, id, local_date, status)"
        " VALUES ($1, gen_random_uuid(), $2, 'completed')",
        user_id,
        day,
    )
    await tx.run(
        "INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number,"
        " weight, reps) SELECT $1, l.id, $3, e.id, 1, $4, 8 FROM workout_logs l,"
        " LATERAL (SELECT id FROM exercises WHERE user_id IS NULL ORDER BY id LIMIT 1)"
        " e WHERE l.user_id = $1 AND l.local_date = $2",
        user_id,
        day,
        number + 1,
        kg,
    )
