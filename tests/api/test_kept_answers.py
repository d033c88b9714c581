"""Reads that a client may keep: nothing is sent again while they stay the same."""

import pytest

from conftest import SignedIn
from metricgain.catalogue.reader import templates

KEPT = [
    "/mesocycles",
    "/templates",
    f"/templates/{templates()[0].id}",
    "/exercises?q=press",
    "/exercises/1",
    "/preferences",
]


@pytest.mark.parametrize("path", KEPT)
async def test_what_was_kept_is_not_sent_again(lifter: SignedIn, path: str) -> None:
    first = await lifter.client.get(path)

    again = await lifter.client.get(
        path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'}
    )

    assert first.status_code == 200
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


async def test_what_has_changed_is_sent_with_another_tag(lifter: SignedIn) -> None:
    before = await lifter.client.get("/preferences")
    await lifter.client.patch("/preferences", json={"weightUnit": "lb"})

    after = await lifter.client.get(
        "/preferences", headers={"If-None-Match": before.headers["etag"]}
    )

    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
    assert after.json()["weightUnit"] == "lb"


async def test_a_refusal_carries_no_tag(lifter: SignedIn) -> None:
    answer = await lifter.client.get("/exercises/4000")

    assert answer.status_code == 404
    assert "etag" not in answer.headers
