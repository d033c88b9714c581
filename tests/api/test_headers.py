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


def test_no_script_may_stand_in_a_page() -> None:
    policy = dict(SECURITY_HEADERS)["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules["default-src"] == rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe-eval" not in policy
