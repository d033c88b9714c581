"""Every answer tells a browser to trust nothing but our own files."""

import httpx
import pytest

from metricgain.api.headers import SECURITY_HEADERS


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/healthz", 200, id="an answer"),
        pytest.param("GET", "/api/openapi.json", 200, id="the document"),
        pytest.param("GET", "/api/v1/account", 401, id="a refusal of ours"),
        pytest.param("POST", "/api/v1/session", 400, id="a body that is none"),
        pytest.param("PATCH", "/healthz", 405, id="a method that is none"),
        pytest.param("GET", "/api/v1/nowhere", 404, id="an address that is none"),
    ],
)
async def test_every_answer_carries_the_security_headers(
    server: str, method: str, path: str, status: int
) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request(method, path)

    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name, _ in SECURITY_HEADERS} == dict(
        SECURITY_HEADERS
    )


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        pytest.param("/api/openapi.json", "application/", id="the document"),
        pytest.param("/api/v1/account", "application/problem+json", id="a refusal"),
        pytest.param("/metrics", "text/plain; version=0.0.4; charset=utf-8", id="text"),
        pytest.param("/settings", "text/", id="a page"),
    ],
)
async def test_an_answer_says_what_it_is_and_is_for_this_site_alone(
    server: str, path: str, media_type: str
) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    async with httpx.AsyncClient(base_url=server, headers=elsewhere) as client:
        answer = await client.get(path)

    told = answer.headers["content-type"]
    assert told.startswith(media_type)
    assert "charset=utf-8" in told or not told.startswith("text/")
    assert not [name for name in answer.headers if name.startswith("access-control-")]


async def test_a_request_is_never_sent_back_to_whoever_sent_it(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request("TRACE", "/healthz", headers={"X-Mine": "told"})

    assert answer.status_code == 405
    assert "told" not in answer.text


def test_no_script_may_stand_in_a_page() -> None:
    policy = dict(SECURITY_HEADERS)["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules["default-src"] == rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe-eval" not in policy
