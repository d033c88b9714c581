"""A language model is asked for a plan by those who let it, and its plan is mended."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from conftest import TEMPLATE, SignedIn, signed_in
from make import id_for
from metricgain.catalogue.reader import exercises
from metricgain.kit.vault import new_key
from metricgain.store.database import Database
from metricgain.store.roles import app_url
from model_stand_in import Model, Says, model_that
from scratch_database import scratch_database
from server import running_server

ASKED = {"startDate": "2026-03-02"}
WEEK = json.dumps(
    {
        "workouts": [
            {
                "weekday": "Monday",
                "exercises": [
                    {"name": "Bench press (barbell)", "sets": 3},
                    {"name": "Quantum Bicep Blaster", "sets": 3},
                    {"name": "Dumbbell Curl", "sets": 40},
                ],
            }
        ]
    }
)


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    with model_that([Says(text=WEEK)]) as running:
        yield running


@pytest.fixture(scope="module")
def offered(owner_url: str, model: Model) -> Iterator[tuple[str, str]]:
    """The address of a server that offers the model, and of its database."""
    with (
        scratch_database(owner_url, "asked", template=TEMPLATE) as url,
        running_server(
            url,
            ai_model="stand-in",
            ai_address=model.address,
            ai_seconds="4",
            secret_keys=new_key(),
        ) as address,
    ):
        yield address, url


@pytest.fixture
async def person(offered: tuple[str, str], model: Model) -> AsyncIterator[SignedIn]:
    """A new user of the server that offers the model; the model answers well."""
    model.says(Says(text=WEEK))
    address, url = offered
    database = await Database.open(app_url(url), size=2)
    async with signed_in(database, address) as found:
        yield found
    await database.close()


async def agree(person: SignedIn) -> dict[str, Any]:
    about: dict[str, Any] = (await person.client.get("/language-model")).json()
    answer = await person.client.put(
        "/language-model/consent", json={"agreedTo": about["sentTo"]}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def asked_plan(person: SignedIn) -> dict[str, Any]:
    started = await person.client.post("/plans/asked", json=ASKED)
    assert started.status_code == 201, started.text
    job_id = started.json()["id"]
    async with asyncio.timeout(30):
        while True:
            job = (await person.client.get(f"/jobs/{job_id}")).json()
            if job["finishedAt"]:
                break
            await asyncio.sleep(0.1)
    answer = await person.client.get(f"/plans/asked/{job_id}")
    assert answer.status_code == 200, answer.text
    plan: dict[str, Any] = answer.json()
    return plan


async def test_nothing_is_sent_before_one_agrees(
    person: SignedIn, model: Model
) -> None:
    before = len(model.bodies)

    about = (await person.client.get("/language-model")).json()
    refused = await person.client.post("/plans/asked", json=ASKED)

    assert about["sentTo"] in model.address
    assert (about["isReady"], about["agreedTo"]) == (False, None)
    assert refused.status_code == 409
    assert about["sentTo"] in refused.json()["rule"]
    assert len(model.bodies) == before


TRAP_BAR_ONLY = {
    "place": "own",
    "tools": ["trap_bar"],
    "banned": [
        one.id for one in exercises() if one.equipment in ("trap_bar", "bodyweight")
    ],
}
NOTHING_LEFT: dict[str, dict[str, Any]] = {
    "injuries": {
        "injuries": [
            "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "lower_back", "neck",
        ]
    },
    "banned": TRAP_BAR_ONLY,
}  # fmt: skip


@pytest.mark.parametrize("field", NOTHING_LEFT)
@pytest.mark.parametrize("path", ["/plans/asked", "/programs/asked"])
async def test_what_cannot_be_planned_is_refused_before_anything_is_sent(
    person: SignedIn, model: Model, path: str, field: str
) -> None:
    await agree(person)
    usual = (await person.client.get("/training-profile")).json()
    saved = await person.client.put(
        "/training-profile", json=usual | NOTHING_LEFT[field]
    )
    assert saved.is_success, saved.text
    before = len(model.bodies)

    program = {
        "id": str(id_for(person.user_id, "never")), "name": "Never", "planner": "ai",
    }  # fmt: skip
    body = ASKED | (program if path == "/programs/asked" else {})
    refused = await person.client.post(path, json=body)

    assert refused.status_code == 422, refused.text
    assert refused.json()["field"] == field
    assert (await person.client.get("/jobs")).json()["jobs"] == []
    assert len(model.bodies) == before


async def test_one_agrees_to_the_host_that_would_read_it_and_to_no_other(
    person: SignedIn,
) -> None:
    elsewhere = await person.client.put(
        "/language-model/consent", json={"agreedTo": "api.example.com"}
    )
    ready = await agree(person)
    back = await person.client.put("/language-model/consent", json={"agreedTo": None})

    assert elsewhere.status_code == 409
    assert elsewhere.json()["field"] == "agreedTo"
    assert (ready["isReady"], back.json()["isReady"]) == (True, False)


async def test_a_plan_is_mended_and_says_how(person: SignedIn) -> None:
    await agree(person)

    plan = await asked_plan(person)

    repairs = {one["place"]: one["code"] for one in plan["repairs"]}
    assert plan["planner"] == "ai"
    assert plan["modelFailed"] == ""
    assert repairs["Quantum Bicep Blaster"] == "repair.unknown"
    assert repairs["Dumbbell Curl"] == "repair.sets"
    assert "repair.added" in repairs.values()
    assert [one for one in plan["findings"] if one["severity"] == "error"] == []
    started = await person.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(person.user_id, "asked")),
            "name": "Asked",
            "startDate": plan["startDate"],
            "durationWeeks": plan["durationWeeks"],
            "emphasis": plan["emphasis"],
            "workouts": [
                {key: value for key, value in one.items() if key != "kind"}
                for one in plan["workouts"]
            ],
        },
    )
    assert started.status_code == 201, started.text


async def test_no_address_name_or_id_is_sent(person: SignedIn, model: Model) -> None:
    await agree(person)
    await person.client.put(
        "/account", json={"email": "anna@example.org", "fullName": "Anna Berg"}
    )
    await asked_plan(person)

    sent = json.dumps(model.bodies[-1])

    assert "example.org" not in sent
    assert "Anna" not in sent
    assert set(model.bodies[-1]) <= {
        *("model", "messages", "temperature", "stream"),
        *("max_tokens", "max_completion_tokens"),
    }


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(Says(text="I would rather not."), id="prose"),
        pytest.param(Says(status=500), id="an error"),
        pytest.param(Says(text=WEEK, after_seconds=6), id="too slow"),
    ],
)
async def test_where_the_model_fails_another_planner_takes_over_and_says_so(
    person: SignedIn, model: Model, script: Says
) -> None:
    await agree(person)
    model.says(script)

    plan = await asked_plan(person)

    assert plan["planner"] in {"greedy", "cp-sat"}
    assert plan["modelFailed"]
    assert plan["workouts"]
    counted = (await person.client.get("/language-model")).json()
    assert counted["failures"] == 1
    assert counted["requests"] >= 1


async def test_a_key_of_ones_own_is_used_and_never_shown(
    person: SignedIn, model: Model
) -> None:
    await agree(person)
    kept = await person.client.put("/language-model/key", json={"key": "my-own-key"})

    await asked_plan(person)

    assert "my-own-key" not in kept.text
    assert kept.json()["hasKey"] is True
    assert model.keys[-1] == "Bearer my-own-key"
    forgotten = await person.client.put("/language-model/key", json={"key": None})
    assert forgotten.json()["hasKey"] is False


async def test_wishes_in_ones_own_words_become_fields_to_confirm(
    person: SignedIn, model: Model
) -> None:
    await agree(person)
    model.says(
        Says(
            text='{"injuries": ["knee"], "favourites": ["bench press"],'
            ' "sessionMinutes": 40, "banned": ["moon walk"], "unclear": ["Fridays?"]}'
        )
    )

    answer = await person.client.post(
        "/training-profile/read-text", json={"text": "Bad knees, love benching."}
    )

    found = answer.json()
    assert answer.status_code == 200, answer.text
    assert set(found["changed"]) == {"injuries", "favourites", "sessionMinutes"}
    assert found["unclear"] == ["Fridays?", "moon walk"]
    saved = await person.client.put("/training-profile", json=found["profile"])
    assert saved.status_code == 200, saved.text


async def test_a_text_that_the_model_cannot_read_changes_nothing(
    person: SignedIn, model: Model
) -> None:
    await agree(person)
    model.says(Says(text="Hm."))

    answer = await person.client.post(
        "/training-profile/read-text", json={"text": "Rows!"}
    )

    assert answer.status_code == 409
    assert answer.json()["field"] == "text"


async def test_an_installation_without_a_model_offers_none(lifter: SignedIn) -> None:
    about = (await lifter.client.get("/language-model")).json()
    refused = await lifter.client.post("/plans/asked", json=ASKED)

    assert (about["sentTo"], about["isReady"]) == ("", False)
    assert refused.status_code == 409
    assert "METRICGAIN_AI_MODEL" in refused.json()["remedy"]
