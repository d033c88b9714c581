"""The product behind PgBouncer, whose few connections all requests share."""

import asyncio
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import create_connection
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from browser import Browser, signed_in
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.roles import app_url
from server import free_port, running_server

PGBOUNCER: Final = shutil.which("pgbouncer")
_START_SECONDS: Final = 60
_CONFIGURATION: Final = """
[databases]
* = host={host} port={port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listens}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {users}
pool_mode = {mode}
default_pool_size = {connections}
max_prepared_statements = 200
"""

pytestmark = pytest.mark.skipif(
    PGBOUNCER is None, reason="expected here: no pgbouncer is on the PATH"
)


@contextmanager
def pooler(owner_url: str, *, mode: str, connections: int) -> Iterator[str]:
    """Run PgBouncer before the database; yield the application's address there."""
    server, application = urlsplit(owner_url), urlsplit(app_url(owner_url))
    place = parse_qs(server.query)
    host = server.hostname or place["host"][0]
    # It refuses to be root, and has to reach the socket of the server.
    user = Path(host).stat().st_uid if host.startswith("/") else os.getuid()
    port, password = free_port(), unquote(application.password or "")
    with tempfile.TemporaryDirectory() as folder:
        users, settings = Path(folder, "users.txt"), Path(folder, "pgbouncer.ini")
        users.write_text(f'"{application.username}" "{password}"\n')
        settings.write_text(
            _CONFIGURATION.format(
                host=host,
                port=server.port or place["port"][0],
                listens=port,
                users=users,
                mode=mode,
                connections=connections,
            )
        )
        for path in (Path(folder), users, settings):
            os.chown(path, user, -1)
        assert PGBOUNCER is not None
        process = subprocess.Popen(
            [PGBOUNCER, "--quiet", str(settings)],
            user=user if os.getuid() == 0 else None,
        )
        try:
            _wait_for(port, process)
            login = f"{application.username}:{application.password}"
            yield f"postgresql://{login}@127.0.0.1:{port}{server.path}"
        finally:
            process.terminate()
            process.wait(timeout=60)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "PgBouncer has ended"
        try:
            with closing(create_connection(("127.0.0.1", port))):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("PgBouncer does not listen")


def version() -> tuple[int, ...]:
    said = subprocess.run(
        [PGBOUNCER or "", "--version"], capture_output=True, text=True, check=True
    )
    return tuple(map(int, re.findall(r"\d+", said.stdout)[:2]))


async def train(person: Browser, *, weight: int) -> None:
    """Log some workouts, ask about them, and change something that is checked late."""
    client, csrf = person.client, person.csrf
    for number in range(4):
        log = f"/workout-logs/{uuid7(now())}"
        answers = [
            await client.put(log, json={"startedAt": now().isoformat()}, headers=csrf)
        ]
        for set_number in (1, 2):
            body = {
                "exerciseId": 1,
                "setNumber": set_number,
                "weight": weight,
                "weightUnit": "kg",
                "reps": 8 + number,
            }
            path = f"{log}/sets/{set_number}"
            answers.append(await client.put(path, json=body, headers=csrf))
        answers.append(await client.post(f"{log}/finish", json={}, headers=csrf))
        answers.append(await client.get("/dashboard"))
        assert [one.status_code for one in answers if not one.is_success] == []


@pytest.mark.parametrize(
    ("mode", "connections"),
    [
        pytest.param("transaction", 2, id="two for all, a transaction at a time"),
        pytest.param("session", 20, id="one for each, for as long as it is held"),
    ],
)
async def test_people_train_side_by_side_through_a_pooler(
    owner_url: str, mode: str, connections: int
) -> None:
    if mode == "transaction" and version() < (1, 21):
        pytest.skip("expected here: before 1.21, PgBouncer keeps no statements")
    with (
        pooler(owner_url, mode=mode, connections=connections) as pooled,
        running_server(owner_url, database_app_url=pooled, pool_size="6") as server,
    ):
        weights = [50 + number for number in range(6)]

        async def live(weight: int) -> set[float]:
            async with signed_in(server) as person:
                await train(person, weight=weight)
                kept = await person.client.get("/export", params={"format": "json"})
                assert kept.is_success, kept.text
                return {float(one["weight"]) for one in kept.json()["sets"]}

        seen = await asyncio.gather(*map(live, weights))

    assert seen == [{float(weight)} for weight in weights]
