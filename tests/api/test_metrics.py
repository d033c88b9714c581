"""/metrics tells what happens, to whoever may know it; logs tell nothing personal."""

import re
from collections.abc import Iterator

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from server import running_server

TOKEN = "a token to read numbers"


@pytest.fixture(scope="module")
def counted(owner_url: str) -> Iterator[str]:
    """A server whose numbers are told with a token only."""
    with running_server(owner_url, metrics_token=TOKEN) as address:
        yield address


def samples(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def get(address: str, **headers: str) -> httpx.Response:
    return httpx.get(f"{address}/metrics", headers=headers, timeout=30)


def test_requests_and_statements_are_counted_by_what_they_are(counted: str) -> None:
    httpx.get(f"{counted}/api/v1/installation")

    told = samples(get(counted).text)

    route = ("route", "/api/v1/installation")
    asked = [
        value
        for (name, labels), value in told.items()
        if name == "metricgain_request_seconds_count" and route in labels
    ]
    assert asked == [1]
    statements = {
        dict(labels)["statement"]
        for name, labels in told
        if name == "metricgain_statement_seconds_count"
    }
    assert "monitoring_tables" in statements
    assert told["metricgain_table_bytes", (("table", "sets"),)] > 0
    assert told["metricgain_disk_bytes", (("place", "data"), ("what", "total"))] > 0
    assert told["metricgain_pool_connections", ()] >= 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="a program on this machine"),
        pytest.param({"X-Forwarded-For": "203.0.113.9"}, 403, id="through a proxy"),
        pytest.param(
            {"X-Forwarded-For": "203.0.113.9", "Authorization": f"Bearer {TOKEN}"},
            200,
            id="through a proxy with the token",
        ),
        pytest.param(
            {"X-Forwarded-For": "203.0.113.9", "Authorization": "Bearer wrong"},
            403,
            id="with another token",
        ),
    ],
)
def test_numbers_are_told_to_whoever_may_know(
    counted: str, headers: dict[str, str], status: int
) -> None:
    assert get(counted, **headers).status_code == status


def test_an_answer_carries_the_number_of_its_request(counted: str) -> None:
    made = httpx.get(f"{counted}/healthz").headers["X-Request-ID"]
    kept = httpx.get(f"{counted}/healthz", headers={"X-Request-ID": "proxy-0001"})
    wrong = httpx.get(f"{counted}/healthz", headers={"X-Request-ID": "a b c d e f"})
    nothing = httpx.get(f"{counted}/api/v1/nothing")

    assert re.fullmatch(r"[0-9a-f]{32}", made)
    assert kept.headers["X-Request-ID"] == "proxy-0001"
    assert re.fullmatch(r"[0-9a-f]{32}", wrong.headers["X-Request-ID"])
    assert re.fullmatch(r"[0-9a-f]{32}", nothing.headers["X-Request-ID"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/api/v1/preferences", 401, id="nobody is signed in"),
        pytest.param("POST", "/api/v1/session", 400, id="a body that is none"),
    ],
)
def test_a_refusal_is_counted_and_numbered_like_any_answer(
    counted: str, method: str, path: str, status: int
) -> None:
    answer = httpx.request(method, counted + path)

    told = samples(get(counted).text)

    assert answer.status_code == status
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])
    statuses = {
        dict(labels)["status"]: value
        for (name, labels), value in told.items()
        if name == "metricgain_request_seconds_count"
    }
    assert str(status) in statuses
    assert "500" not in statuses
