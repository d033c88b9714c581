from typing import Any
from uuid import UUID

import httpx
import pytest

from browser import visiting
from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.tokens import MOST_TOKENS


async def _made(lifter: SignedIn, **body: str) -> dict[str, Any]:
    answer = await lifter.client.post("/tokens", json={"name": "Watch", **body})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def _account(server: str, token: str) -> httpx.Response:
    async with visiting(server, Authorization=f"Bearer {token}") as client:
        return await client.get("/account")


async def test_the_secret_of_a_token_is_shown_once(lifter: SignedIn) -> None:
    answer = await lifter.client.post("/tokens", json={"name": "Watch"})
    listed = await lifter.client.get("/tokens")

    made = answer.json()
    assert made["token"].startswith("mg_")
    assert made["scope"] == "read"
    assert answer.headers["cache-control"] == "no-store"
    assert made["token"] not in listed.text
    assert [line["name"] for line in listed.json()["tokens"]] == ["Watch", "test"]


async def test_only_the_hash_of_a_token_is_stored(
    lifter: SignedIn, database: Database
) -> None:
    made = await _made(lifter)

    async with database.as_user(lifter.user_id) as tx:
        row = await tx.row(
            "SELECT t::text AS all, token_hash FROM api_tokens t WHERE id = $1",
            UUID(made["id"]),
        )
    assert row is not None
    assert row["token_hash"] == hash_of(made["token"])
    assert made["token"] not in row["all"]
    assert made["token"].encode().hex() not in row["all"]


async def test_a_full_token_may_change_things(server: str, lifter: SignedIn) -> None:
    made = await _made(lifter, scope="full")

    async with visiting(server, Authorization=f"Bearer {made['token']}") as client:
        changed = await client.patch("/preferences", json={"weightUnit": "lb"})

    assert changed.status_code == 200


async def test_a_read_only_token_reads_and_changes_nothing(
    server: str, lifter: SignedIn
) -> None:
    made = await _made(lifter, scope="read")

    async with visiting(server, Authorization=f"Bearer {made['token']}") as client:
        read = await client.get("/preferences")
        refusals = [
            await client.patch("/preferences", json={"weightUnit": "lb"}),
            await client.post("/tokens", json={"name": "more", "scope": "full"}),
            await client.delete(f"/tokens/{made['id']}"),
            await client.delete("/sessions"),
            await client.post("/account/delete", json={"password": "x"}),
        ]

    assert read.status_code == 200
    assert {refusal.status_code for refusal in refusals} == {403}


async def test_a_revoked_token_is_refused_for_good(
    server: str, lifter: SignedIn
) -> None:
    made = await _made(lifter)
    before = await _account(server, made["token"])

    revoked = await lifter.client.delete(f"/tokens/{made['id']}")
    again = await lifter.client.delete(f"/tokens/{made['id']}")

    after = await _account(server, made["token"])
    listed = await lifter.client.get("/tokens")
    assert (before.status_code, after.status_code) == (200, 401)
    assert (revoked.status_code, again.status_code) == (204, 204)
    assert made["id"] not in listed.text


async def test_a_token_of_somebody_else_cannot_be_revoked(
    server: str, lifter: SignedIn, other_lifter: SignedIn
) -> None:
    made = await _made(lifter)

    refused = await other_lifter.client.delete(f"/tokens/{made['id']}")

    assert refused.status_code == 404
    assert (await _account(server, made["token"])).status_code == 200


async def test_a_token_shows_when_it_was_last_used(
    server: str, lifter: SignedIn
) -> None:
    made = await _made(lifter)
    assert made["lastUsedAt"] is None

    await _account(server, made["token"])

    listed = (await lifter.client.get("/tokens")).json()["tokens"]
    used = {line["id"]: line["lastUsedAt"] for line in listed}
    assert used[made["id"]] is not None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param({}, "name", id="no name"),
        pytest.param({"name": ""}, "name", id="an empty name"),
        pytest.param({"name": "  "}, "name", id="a blank name"),
        pytest.param({"name": "a\tb"}, "name", id="a control character"),
        pytest.param({"name": "x" * 256}, "name", id="a long name"),
        pytest.param({"name": "x", "scope": "admin"}, "scope", id="an unknown scope"),
    ],
)
async def test_a_token_with_bad_values_is_refused(
    lifter: SignedIn, body: dict[str, str], field: str
) -> None:
    answer = await lifter.client.post("/tokens", json=body)

    assert answer.status_code in {400, 422}
    assert field in answer.text
    assert len((await lifter.client.get("/tokens")).json()["tokens"]) == 1


async def test_an_account_has_a_bounded_number_of_tokens(
    lifter: SignedIn, database: Database
) -> None:
    async with database.as_user(lifter.user_id) as tx:
        for number in range(MOST_TOKENS - 1):
            await tx.run(
                "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
                " VALUES ($1, $2, 'old', $3, 'read')",
                lifter.user_id,
                uuid7(now()),
                str(number).encode(),
            )

    refused = await lifter.client.post("/tokens", json={"name": "one more"})

    assert refused.status_code == 409
    assert "Revoke" in refused.json()["remedy"]


@pytest.mark.parametrize("token", ["mg_nothing", "é", "x" * 5000])
async def test_an_unknown_token_is_nobodys(server: str, token: str) -> None:
    async with visiting(server) as client:
        answer = await client.get(
            "/account", headers={b"Authorization": f"Bearer {token}".encode()}
        )

    assert answer.status_code == 401


async def test_a_token_cannot_log_out(lifter: SignedIn) -> None:
    answer = await lifter.client.delete("/session")

    assert answer.status_code == 409
    assert "Revoke" in answer.json()["remedy"]


async def test_a_token_sees_itself_without_a_csrf_token(lifter: SignedIn) -> None:
    session = (await lifter.client.get("/session")).json()

    assert (session["kind"], session["scope"]) == ("token", "full")
    assert session["csrfToken"] is None
