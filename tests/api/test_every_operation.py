"""Every operation, asked by the wrong person or in the wrong way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest

from conftest import SignedIn
from make import Rows, everything_of, fill_every_table
from metricgain.app import build
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.ids import secret, uuid7
from metricgain.store.database import Database
from metricgain.store.people import hash_of

UNSAFE = {"post", "put", "patch", "delete"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    method: str
    path: str
    name: str
    is_open: bool
    takes_json: bool

    @property
    def label(self) -> str:
        return f"{self.method.upper()} {self.path}"


def operations() -> Iterator[Operation]:
    app = build(Settings(), "postgresql://nobody:none@nowhere/none")
    document: dict[str, Any] = app.openapi_schema.to_schema()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {})
            yield Operation(
                method=method,
                path=path,
                name=operation["operationId"],
                is_open=operation.get("security") == [{}],
                takes_json="application/json" in body,
            )


ALL = list(operations())
CLOSED = [each for each in ALL if not each.is_open]
WRITING = [each for each in CLOSED if each.method in UNSAFE]
WITH_JSON = [each for each in WRITING if each.takes_json]


def by_label(operation: Operation) -> str:
    return operation.label


def address(operation: Operation, rows: Rows | None = None) -> str:
    """Fill a path with ids of somebody's rows, or with ids of nobody's."""
    return re.sub(
        r"\{(\w+)\}", lambda found: str(value_for(found[1], rows)), operation.path
    )


def value_for(parameter: str, rows: Rows | None) -> object:
    tables = {
        "log_id": ("workout_logs", "id"),
        "instance_id": ("workout_instances", "id"),
        "mesocycle_id": ("mesocycles", "id"),
        "workout_id": ("workouts", "id"),
        "program_id": ("fitness_programs", "id"),
        "microcycle_id": ("microcycles", "id"),
        "exercise_id": ("exercises", "id"),
        "set_id": ("sets", "id"),
        "token_id": ("api_tokens", "id"),
        "proposal_id": ("plan_proposals", "id"),
        "template_id": ("templates", "id"),
        "muscle_group": ("muscle_group_feedback", "muscle_group"),
        "muscle": ("muscle_feedback", "muscle"),
        "change_id": ("week_changes", "change_id"),
        "job_id": ("jobs", "id"),
        "file_id": ("import_files", "id"),
        "import_id": ("imports", "id"),
        "measurement_id": ("body_measurements", "id"),
    }
    table, column = tables.get(parameter, ("workout_logs", "id"))
    if rows is not None:
        return rows[table][column]
    plain: dict[str, object] = {
        "exercise_id": 1, "set_id": 1, "muscle": "chest", "muscle_group": "chest",
    }  # fmt: skip
    return plain.get(parameter, uuid7(now()))


@pytest.mark.parametrize("operation", CLOSED, ids=by_label)
async def test_an_anonymous_caller_is_asked_to_sign_in(
    operation: Operation, server: str
) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request(
            operation.method,
            address(operation),
            json={} if operation.takes_json else None,
        )

    assert answer.status_code == 401, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("operation", WRITING, ids=by_label)
async def test_a_read_only_token_changes_nothing(
    operation: Operation, server: str, database: Database, lifter: SignedIn
) -> None:
    token = secret()
    async with database.as_user(lifter.user_id) as tx:
        await tx.run(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
            " VALUES ($1, $2, 'reads', $3, 'read')",
            lifter.user_id,
            uuid7(now()),
            hash_of(token),
        )

    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request(
            operation.method,
            address(operation),
            headers={"Authorization": f"Bearer {token}"},
            json={} if operation.takes_json else None,
        )

    assert answer.status_code == 403, answer.text


@pytest.mark.parametrize("operation", WITH_JSON, ids=by_label)
async def test_a_malformed_body_is_refused_as_such(
    operation: Operation, server: str, lifter: SignedIn
) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request(
            operation.method,
            address(operation),
            headers={
                "Authorization": f"Bearer {lifter.token}",
                "Content-Type": "application/json",
            },
            content=b'{"weight": ',
        )

    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("operation", CLOSED, ids=by_label)
async def test_another_user_neither_sees_nor_changes_anything(
    operation: Operation,
    server: str,
    owner: asyncpg.Connection,
    lifter: SignedIn,
    other_lifter: SignedIn,
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    await owner.execute(
        "DELETE FROM user_preferences WHERE user_id = $1", lifter.user_id
    )
    await owner.execute("DELETE FROM api_tokens WHERE user_id = $1", lifter.user_id)
    rows = await fill_every_table(owner.execute, lifter.user_id)
    before = await everything_of(owner, lifter.user_id)

    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.request(
            operation.method,
            address(operation, rows),
            headers={"Authorization": f"Bearer {other_lifter.token}"},
            json={} if operation.takes_json else None,
        )

    assert await everything_of(owner, lifter.user_id) == before
    assert answer.status_code < 500, answer.text
