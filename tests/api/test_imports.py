"""Histories come in over HTTP, whole or not at all."""

import http.client
from urllib.parse import urlsplit

import httpx
import pytest

from conftest import SignedIn
from strong_file import made_up_history, strong

CSV = {"Content-Type": "text/csv"}
BENCH = strong("Bench Press (Barbell),1,80,5", "Zorblax Wobble,1,10,12")
ASK = {"unit": "kg", "timezone": "Europe/Berlin"}


async def send(person: SignedIn, content: bytes, **ask: str) -> httpx.Response:
    return await person.client.post(
        "/imports", content=content, headers=CSV, params={**ASK, **ask}
    )


@pytest.mark.smoke
async def test_a_file_is_imported_once_and_known_afterwards(lifter: SignedIn) -> None:
    first = await send(lifter, BENCH, fileName="mine.csv")
    second = await send(lifter, BENCH)

    assert first.status_code == 200, first.text
    report = first.json()
    assert (report["workoutsNew"], report["setsNew"]) == (1, 2)
    assert report["totals"]["sumWeightXReps"] == 520
    assert (report["app"], report["unit"]) == ("strong", "kg")
    outcomes = {one["rawName"]: one["outcome"] for one in report["names"]}
    assert outcomes["Bench Press (Barbell)"] == "linked"
    assert outcomes["Zorblax Wobble"] != "linked"
    assert (second.json()["workoutsNew"], second.json()["workoutsKnown"]) == (0, 1)
    (past,) = (await lifter.client.get("/imports")).json()["imports"]
    assert (past["fileName"], past["setsNew"]) == ("mine.csv", 2)


async def test_a_file_may_be_a_part_of_a_form(lifter: SignedIn) -> None:
    answer = await lifter.client.post(
        "/imports", files={"file": ("../../strong.csv", BENCH, "text/csv")}, params=ASK
    )

    assert answer.status_code == 200, answer.text
    assert (answer.json()["fileName"], answer.json()["setsNew"]) == ("strong.csv", 2)


async def test_a_dry_run_reports_and_writes_nothing(lifter: SignedIn) -> None:
    answer = await send(lifter, BENCH, dryRun="true")

    assert (answer.json()["dryRun"], answer.json()["setsNew"]) == (True, 2)
    assert (await lifter.client.get("/imports")).json() == {"imports": [], "next": None}
    assert (await send(lifter, BENCH)).json()["setsNew"] == 2


async def test_past_imports_come_in_pages(lifter: SignedIn) -> None:
    for day in (1, 2, 3):
        content = strong("Squat (Barbell),1,100,5", start=f"2024-05-0{day} 18:00:00")
        assert (await send(lifter, content)).json()["workoutsNew"] == 1

    first = (await lifter.client.get("/imports", params={"limit": 2})).json()
    second = (
        await lifter.client.get(
            "/imports", params={"limit": 2, "before": first["next"]}
        )
    ).json()

    ids = [one["id"] for one in (*first["imports"], *second["imports"])]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 3
    assert second["next"] is None


async def test_two_users_do_not_see_each_others_imports(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    await send(lifter, BENCH)

    assert (await other_lifter.client.get("/imports")).json()["imports"] == []
    assert (await send(other_lifter, BENCH)).json()["setsNew"] == 2


@pytest.mark.parametrize(
    ("content", "ask", "status", "field"),
    [
        pytest.param(b"", {}, 422, "file", id="empty"),
        pytest.param(b"\x00\x01\x02", {}, 422, "file", id="no text"),
        pytest.param(BENCH, {"timezone": "Mars"}, 422, "timezone", id="zone"),
        pytest.param(BENCH, {"unit": "stone"}, 400, "unit", id="unit"),
        pytest.param(BENCH, {"dryRun": "perhaps"}, 400, "dryRun", id="dry run"),
    ],
)
async def test_bad_input_is_refused_by_field(
    lifter: SignedIn, content: bytes, ask: dict[str, str], status: int, field: str
) -> None:
    answer = await send(lifter, content, **ask)

    assert (answer.status_code, answer.json()["field"]) == (status, field)
    assert (await lifter.client.get("/imports")).json()["imports"] == []


async def test_the_unit_is_asked_for(lifter: SignedIn) -> None:
    answer = await lifter.client.post("/imports", content=BENCH, headers=CSV)

    assert (answer.status_code, answer.json()["field"]) == (422, "unit")


async def test_bodies_of_other_kinds_are_refused(lifter: SignedIn) -> None:
    as_json = await lifter.client.post("/imports", json={"file": "x"}, params=ASK)
    no_part = await lifter.client.post(
        "/imports", files={"other": ("a.csv", BENCH)}, params=ASK
    )
    torn = await lifter.client.post(
        "/imports",
        content=b"--x\r\nContent",
        headers={"Content-Type": "multipart/form-data; boundary=x"},
        params=ASK,
    )

    assert (as_json.status_code, no_part.status_code) == (415, 422)
    assert torn.status_code == 400
    assert no_part.json()["field"] == "file"


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    server: str, lifter: SignedIn
) -> None:
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    connection.putrequest("POST", "/api/v1/imports?unit=kg")
    connection.putheader("Authorization", f"Bearer {lifter.token}")
    connection.putheader("Content-Type", "text/csv")
    connection.putheader("Content-Length", str(64 * 1024 * 1024 + 1))
    connection.endheaders()

    answer = connection.getresponse()

    assert answer.status == 413
    assert answer.getheader("Content-Type") == "application/problem+json"
    connection.close()


async def test_a_large_history_comes_in_through_http(lifter: SignedIn) -> None:
    answer = await send(lifter, made_up_history(weeks=30))

    assert answer.status_code == 200
    assert answer.json()["setsNew"] == answer.json()["totals"]["sets"] > 2000


async def test_nobody_imports_without_signing_in(server: str) -> None:
    async with httpx.AsyncClient(base_url=f"{server}/api/v1") as nobody:
        sent = await nobody.post("/imports", content=BENCH, headers=CSV, params=ASK)
        listed = await nobody.get("/imports")

    assert (sent.status_code, listed.status_code) == (401, 401)
