"""Signing in by an identity provider, which may be slow, away or lying."""

from collections.abc import Iterator

import httpx
import pytest

from browser import Browser, new_email, register, signed_in, visiting
from metricgain.kit.clock import now
from provider_stand_in import CLIENT_ID, SECRET, StandIn, provider_stand_in
from server import running_server

pytestmark = pytest.mark.usefixtures("no_attempts")

NOW = int(now().timestamp())


@pytest.fixture(scope="module")
def module_provider() -> Iterator[StandIn]:
    with provider_stand_in() as stand_in:
        yield stand_in


@pytest.fixture
def provider(module_provider: StandIn) -> StandIn:
    """A provider that behaves, and vouches for somebody whom nobody knows."""
    fresh = StandIn(
        address=module_provider.address,
        key=module_provider.key,
        subject=new_email(),
        email=new_email(),
    )
    module_provider.__dict__.update(fresh.__dict__)
    return module_provider


def settings(provider: StandIn, **more: str) -> dict[str, str]:
    return {
        "oidc_issuer": provider.address,
        "oidc_client_id": CLIENT_ID,
        "oidc_client_secret": SECRET,
        "oidc_name": "Home",
        **more,
    }


@pytest.fixture(scope="module")
def house(owner_url: str, module_provider: StandIn) -> Iterator[str]:
    """A server with the provider; somebody new gets an account."""
    with running_server(owner_url, **settings(module_provider)) as address:
        yield address


@pytest.fixture(scope="module")
def trusting(owner_url: str, module_provider: StandIn) -> Iterator[str]:
    """A server that believes verified addresses, and takes nobody new."""
    given = settings(
        module_provider, oidc_link_by_email="verified", oidc_registration="closed"
    )
    with running_server(owner_url, **given) as address:
        yield address


async def come_back(
    client: httpx.AsyncClient, provider: StandIn, **changed: str
) -> httpx.Response:
    """Begin in a browser, log in at the provider, and come back."""
    begun = await client.post("/session/provider/login")
    assert begun.status_code == 200, begun.text
    code, state = provider.logged_in(begun.json()["address"])
    return await client.post(
        "/session/provider", json={"code": code, "state": state} | changed
    )


async def link(person: Browser, provider: StandIn) -> httpx.Response:
    begun = await person.client.post(
        "/account/provider/login", json={}, headers=person.csrf
    )
    assert begun.status_code == 200, begun.text
    code, state = provider.logged_in(begun.json()["address"])
    return await person.client.put(
        "/account/provider", json={"code": code, "state": state}, headers=person.csrf
    )


async def test_somebody_new_gets_an_account_and_keeps_it(
    house: str, provider: StandIn
) -> None:
    async with visiting(house) as client:
        offered = await client.get("/installation")
        first = await come_back(client, provider, timezone="Europe/Berlin")
    async with visiting(house) as client:
        again = await come_back(client, provider)
        seen = await client.get("/account/events")

    assert offered.json()["provider"] == "Home"
    account = first.json()["account"]
    assert first.status_code == again.status_code == 201
    assert account["email"] == provider.email
    assert account["timezone"] == "Europe/Berlin"
    assert not account["hasPassword"]
    assert again.json()["account"]["id"] == account["id"]
    events = [(one["event"], one["subject"]) for one in seen.json()["events"]]
    assert events.count(("signed_in", "provider")) == 2


async def test_an_address_alone_opens_no_account_unless_it_is_told_to(
    house: str, provider: StandIn
) -> None:
    async with visiting(house) as client:
        await register(client, str(provider.email))
        answer = await come_back(client, provider)

    assert (answer.status_code, answer.json()["field"]) == (409, "email")
    assert "link it" in answer.json()["remedy"]


@pytest.mark.parametrize(
    ("verified", "status"),
    [
        pytest.param(True, 201, id="a verified address opens its account"),
        pytest.param(False, 409, id="one that is not verified does not"),
    ],
)
async def test_told_to_a_verified_address_opens_its_account(
    trusting: str, provider: StandIn, *, verified: bool, status: int
) -> None:
    provider.is_verified = verified
    async with visiting(trusting) as client:
        await register(client, str(provider.email))
        answer = await come_back(client, provider)

    assert answer.status_code == status


async def test_where_nobody_new_is_taken_the_provider_takes_nobody_either(
    trusting: str, provider: StandIn
) -> None:
    async with visiting(trusting) as client:
        answer = await come_back(client, provider)

    assert answer.status_code == 403


async def test_an_account_is_linked_while_signed_in_and_unlinked(
    house: str, provider: StandIn
) -> None:
    async with signed_in(house) as person:
        linked = await link(person, provider)
        twice = await link(person, provider)
        standing = (await person.client.get("/account/provider")).json()
        async with visiting(house) as elsewhere:
            entered = await come_back(elsewhere, provider)
        async with signed_in(house) as other:
            taken = await link(other, provider)
        gone = await person.client.post(
            "/account/provider/remove", json={}, headers=person.csrf
        )
        after = (await person.client.get("/account/provider")).json()

    assert linked.status_code == twice.status_code == 204
    assert (standing["isLinked"], standing["email"]) == (True, provider.email)
    assert entered.json()["account"]["id"] == person.user_id
    assert taken.status_code == 409
    assert gone.status_code == 204
    assert not after["isLinked"]


async def test_the_only_way_in_cannot_be_taken_away(
    house: str, provider: StandIn
) -> None:
    async with visiting(house) as client:
        entered = await come_back(client, provider)
        answer = await client.post(
            "/account/provider/remove",
            json={},
            headers={"X-CSRF-Token": entered.json()["csrfToken"]},
        )

    assert answer.status_code == 409
    assert "password" in answer.json()["remedy"]


@pytest.mark.parametrize(
    ("claims", "signature"),
    [
        pytest.param({"nonce": "of another"}, "right", id="another nonce"),
        pytest.param({"nonce": None}, "right", id="no nonce"),
        pytest.param({"exp": NOW - 300}, "right", id="expired"),
        pytest.param({"exp": None}, "right", id="without an end"),
        pytest.param({"iat": NOW + 9000}, "right", id="of the future"),
        pytest.param({"nbf": NOW + 9000}, "right", id="not valid yet"),
        pytest.param({"iss": "https://evil.example"}, "right", id="another issuer"),
        pytest.param({"aud": "another"}, "right", id="for another"),
        pytest.param({"aud": [CLIENT_ID, "b"]}, "right", id="for two, not saying who"),
        pytest.param(
            {"aud": [CLIENT_ID, "b"], "azp": "b"}, "right", id="given to another"
        ),
        pytest.param({"sub": ""}, "right", id="nobody"),
        pytest.param({"sub": 7}, "right", id="no text for a subject"),
        pytest.param({}, "none", id="not signed"),
        pytest.param({}, "another key", id="signed by a stranger"),
        pytest.param({}, "our own secret", id="signed with what is shared"),
        pytest.param({}, "changed", id="changed on the way"),
    ],
)
async def test_what_cannot_be_believed_signs_nobody_in(
    house: str, provider: StandIn, claims: dict[str, object], signature: str
) -> None:
    provider.claims, provider.signature = claims, signature
    async with visiting(house) as client:
        answer = await come_back(client, provider)
        account = await client.get("/account")

    assert answer.status_code == 401, answer.text
    assert account.status_code == 401


async def test_a_key_that_the_provider_changed_is_known_at_once(
    house: str, provider: StandIn
) -> None:
    before = provider.key
    async with visiting(house) as client:
        first = await come_back(client, provider)
    provider.rotate()
    async with visiting(house) as client:
        second = await come_back(client, provider)
    provider.key = before

    assert first.status_code == second.status_code == 201


@pytest.mark.parametrize(
    "path", ["/.well-known/openid-configuration", "/keys", "/token"]
)
async def test_a_provider_that_fails_is_said_to(
    house: str, provider: StandIn, path: str
) -> None:
    async with visiting(house) as client:
        begun = await client.post("/session/provider/login")
        code, state = provider.logged_in(begun.json()["address"])
        provider.status[path] = 500
        answer = await client.post(
            "/session/provider", json={"code": code, "state": state}
        )

    assert answer.status_code == 409
    assert "does not answer" in answer.json()["rule"]


async def test_a_provider_that_says_it_is_another_is_not_believed(
    house: str, provider: StandIn
) -> None:
    provider.says_issuer = "https://evil.example"
    async with visiting(house) as client:
        answer = await client.post("/session/provider/login")

    assert answer.status_code == 401


async def test_a_slow_provider_is_waited_for(house: str, provider: StandIn) -> None:
    provider.seconds = 0.3
    async with visiting(house) as client:
        answer = await come_back(client, provider)

    assert answer.status_code == 201


async def test_an_attempt_can_be_ended_only_where_it_was_begun(
    house: str, provider: StandIn
) -> None:
    async with visiting(house) as victim, visiting(house) as attacker:
        begun = await attacker.post("/session/provider/login")
        code, state = provider.logged_in(begun.json()["address"])
        elsewhere = await victim.post(
            "/session/provider", json={"code": code, "state": state}
        )
        wrong_state = await attacker.post(
            "/session/provider", json={"code": code, "state": "x" * 43}
        )
        right = await attacker.post(
            "/session/provider", json={"code": code, "state": state}
        )
        again = await attacker.post(
            "/session/provider",
            json={"code": code, "state": state},
            headers={"X-CSRF-Token": right.json()["csrfToken"]},
        )

    assert (elsewhere.status_code, elsewhere.json()["field"]) == (422, "state")
    assert (wrong_state.status_code, right.status_code) == (422, 201)
    assert again.status_code == 401


async def test_an_attempt_to_enter_cannot_link_and_the_other_way_round(
    house: str, provider: StandIn
) -> None:
    async with signed_in(house) as person:
        begun = await person.client.post("/session/provider/login", headers=person.csrf)
        code, state = provider.logged_in(begun.json()["address"])
        answer = await person.client.put(
            "/account/provider",
            json={"code": code, "state": state},
            headers=person.csrf,
        )

    assert (answer.status_code, answer.json()["field"]) == (422, "state")


async def test_an_installation_without_a_provider_says_so(server: str) -> None:
    async with visiting(server) as client:
        offered = await client.get("/installation")
        answer = await client.post("/session/provider/login")

    assert offered.json()["provider"] is None
    assert answer.status_code == 409
