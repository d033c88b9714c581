"""What an installation tells of itself: logs, slow statements, traces, sums."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import httpx
import pytest
import structlog
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from browser import PASSWORD, new_email
from metricgain.app import build
from metricgain.config import Settings
from metricgain.kit.ids import uuid7
from metricgain.kit.log import log_to_stderr
from metricgain.kit.tracing import end_tracing, trace_by
from metricgain.store.database import Database
from metricgain.store.watching import shape_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NOTE = "My left knee hurts since the operation in Graz"
NAME = "Annegret Weissmann-Thorvald"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()
    end_tracing()


@asynccontextmanager
async def visitor(owner_url: str) -> AsyncIterator[tuple[httpx.AsyncClient, Database]]:
    """The product in this very process, so that what it logs and traces is seen."""
    app = build(Settings.read({"METRICGAIN_JOBS": "0"}), owner_url)
    async with (
        app.lifespan(),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),
            base_url="http://testserver/api/v1",
        ) as client,
    ):
        yield client, app.state.database


async def train(client: httpx.AsyncClient) -> str:
    """Register, sign in, log a workout with a note; return the e-mail address."""
    email = new_email()
    account = {"email": email, "password": PASSWORD, "fullName": NAME}
    made = await client.post("/accounts", json=account)
    assert made.status_code == 201, made.text
    wrong = await client.post(
        "/session", json={"email": email, "password": "not it at all"}
    )
    assert wrong.status_code == 401, wrong.text
    signed_in = await client.post(
        "/session", json={"email": email, "password": PASSWORD}
    )
    client.headers["X-CSRF-Token"] = signed_in.json()["csrfToken"]
    log = f"/workout-logs/{uuid7(NOON)}"
    await client.put(log, json={"startedAt": NOON.isoformat()})
    noted = await client.patch(log, json={"notes": NOTE})
    assert noted.status_code == 200, noted.text
    return email


async def test_logs_hold_no_word_of_a_user_and_the_number_of_each_request(
    owner_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr("debug", form="json")
    async with visitor(owner_url) as (client, database):
        database.watch_slow(0)
        email = await train(client)
        token = client.cookies["metricgain_session"]
        numbered = await client.get("/preferences")
        await asyncio.sleep(0.2)

    logged = capsys.readouterr().err

    lines = [json.loads(line) for line in logged.splitlines()]
    for secret in (email, email.partition("@")[0], NAME, NOTE, PASSWORD, token):
        assert secret not in logged
    assert "not it at all" not in logged
    mine = [
        one for one in lines if one.get("request") == numbered.headers["X-Request-ID"]
    ]
    assert {"answered"} <= {line["event"] for line in mine}
    (answered,) = [line for line in mine if line["event"] == "answered"]
    assert answered["route"] == "/api/v1/preferences"
    slow = [line for line in lines if line["event"] == "slow statement"]
    assert slow
    assert any("(about" in line["plan"] for line in slow)


async def test_what_may_not_be_done_is_logged_without_asking_for_more(
    owner_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr("info", form="json")
    async with visitor(owner_url) as (client, _):
        await train(client)
        await client.get("/preferences")
        forbidden = await client.get("/admin/overview")
        assert forbidden.status_code == 403

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    answered = [line for line in lines if line["event"] == "answered"]
    (refused,) = answered
    assert refused["route"] == "/api/v1/admin/overview"
    assert refused["status"] == 403
    assert refused["request"] == forbidden.headers["X-Request-ID"]
    assert refused["level"] == "info"
    assert refused["timestamp"].endswith("Z")


async def test_a_defect_is_logged_with_its_place_and_without_what_it_quotes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log_to_stderr()

    def break_down() -> None:
        raise asyncpg.UniqueViolationError(f"Key (email)=({NAME}) exists.")

    try:
        break_down()
    except asyncpg.PostgresError as error:
        outer = ValueError(NOTE)
        outer.__cause__ = error
        structlog.get_logger().error("defect", exc_info=outer)

    logged = capsys.readouterr().err
    assert NAME not in logged
    assert NOTE not in logged
    assert "UniqueViolationError (23505)" in logged
    assert "builtins.ValueError" in logged
    assert "break_down" in logged


async def test_a_slow_statement_is_told_once_a_minute_with_the_shape_of_its_plan(
    owner_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr(form="json")
    async with visitor(owner_url) as (_, database):
        database.watch_slow(0.05)
        for _ in range(2):
            async with database.as_user(7) as tx:
                await tx.value(
                    "SELECT count(*), pg_sleep(0.06) FROM sets"
                    " WHERE user_id = $1 AND weight_unit = $2",
                    7,
                    "kg",
                )
            await asyncio.sleep(0.1)

    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    (slow,) = [line for line in told if line["event"] == "slow statement"]
    assert slow["seconds"] >= 0.05
    assert "sets" in slow["plan"]
    assert "kg" not in slow["plan"]


def test_the_shape_of_a_plan_leaves_every_condition_out() -> None:
    plan = {
        "Node Type": "Nested Loop",
        "Join Type": "Inner",
        "Plan Rows": 3,
        "Join Filter": f"(name = '{NAME}')",
        "Plans": [
            {
                "Node Type": "Index Scan",
                "Relation Name": "sets",
                "Index Name": "sets_pkey",
                "Index Cond": f"(note = '{NOTE}')",
                "Plan Rows": 1,
            }
        ],
    }

    assert shape_of(plan) == (
        "Nested Loop Inner (about 3 rows)\n  Index Scan sets sets_pkey (about 1 rows)"
    )


async def test_a_request_is_a_trace_of_its_statements_without_values(
    owner_url: str,
) -> None:
    exporter = InMemorySpanExporter()
    trace_by(SimpleSpanProcessor(exporter), version="1")
    async with visitor(owner_url) as (client, _):
        email = await train(client)
        exporter.clear()
        await client.get("/preferences")
        spans = exporter.get_finished_spans()

    (request,) = [span for span in spans if span.parent is None]
    assert request.name == "GET /api/v1/preferences"
    assert request.attributes is not None
    assert request.attributes["http.response.status_code"] == 200
    within = [span.name for span in spans if span.parent is not None]
    assert "statement preferences_load" in within
    said = "".join(span.to_json() for span in spans)
    assert email not in said
    assert NAME not in said


def test_several_workers_tell_one_sum_and_forget_who_is_gone(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from metricgain.kit import meters\n"
        "meters.count_together(Path(sys.argv[1]))\n"
        "meters.CounterMeter('counted', 'Things.', 'kind').add(2, 'good')\n"
        "meters.LevelMeter('level', 'Height.').add(5)\n"
        "if sys.argv[2] == 'tell':\n"
        "    print(meters.exposition().decode())\n"
    )
    environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}  # noqa: TID251 - the children need PATH

    said = [
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), what],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for what in ("count", "tell")
    ]

    assert 'counted_total{kind="good"} 4.0' in said[1]
    assert "level 5.0" in said[1]


def test_traces_without_their_extra_are_refused_with_what_to_install() -> None:
    program = (
        "import sys\n"
        "sys.modules['opentelemetry.exporter.otlp.proto.http.trace_exporter'] = None\n"
        "from metricgain.kit.tracing import trace_to\n"
        "from metricgain.kit.errors import NotInstalled\n"
        "try:\n"
        "    trace_to('http://localhost:1', version='1')\n"
        "except NotInstalled as refused:\n"
        "    print(refused.remedy)\n"
    )

    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "Install metricgain[telemetry]."
