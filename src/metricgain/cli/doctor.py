"""The command `metricgain doctor`: look at everything and say what to do."""

import asyncio
import http.client
import socket
from typing import Annotated, Final

import msgspec
import typer

from metricgain.app import open_database
from metricgain.cli.connection import held
from metricgain.cli.listening import reached_at
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Refusal
from metricgain.reads.checkup import Check, checkup
from metricgain.store.checking import revision_of
from metricgain.store.embedded import EmbeddedServerError

_SECONDS: Final = 5


def doctor(
    *,
    json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Look at everything that can be wrong, and say what to do. Changes nothing.

    The exit code is 1 if anything is wrong.
    """
    settings = Settings.from_environment()
    checks = [*_database(settings), _port(settings)]
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(checks)))
    else:
        for check in checks:
            mark = "good " if check.good else "WRONG"
            typer.echo(f"{mark}  {check.name}: {check.says} {check.remedy}".rstrip())
    if not all(check.good for check in checks):
        raise typer.Exit(1)


def _database(settings: Settings) -> list[Check]:
    """Look at the database and what needs it; without one, that alone is wrong."""
    try:
        with held(settings) as server:
            return asyncio.run(_look(settings, server.url))
    except (Refusal, EmbeddedServerError) as error:
        remedy = error.remedy if isinstance(error, Refusal) else ""
        return [Check(name="database", good=False, says=str(error), remedy=remedy)]


async def _look(settings: Settings, owner_url: str) -> list[Check]:
    found, needed = await revision_of(owner_url)
    schema = Check(
        name="schema",
        good=found == needed,
        says=f"It is at revision {found}, and this version needs {needed}.",
        remedy="" if found == needed else "Run: metricgain migrate",
    )
    if not schema.good:
        return [schema]
    database = await open_database(settings, owner_url)
    try:
        return [schema, *await checkup(database, settings, now=now())]
    finally:
        await database.close()


def _port(settings: Settings) -> Check:
    """Look who listens where MetricGain would."""
    place = f"{settings.host}:{settings.port}"
    if _answers(settings):
        return Check(name="port", good=True, says=f"MetricGain answers at {place}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            return Check(
                name="port",
                good=False,
                says=f"{place} cannot be used ({error.strerror}).",
                remedy="Stop what listens there, or set METRICGAIN_PORT to another.",
            )
    return Check(name="port", good=True, says=f"{place} is free.")


def _answers(settings: Settings) -> bool:
    connection = http.client.HTTPConnection(
        reached_at(settings), settings.port, timeout=_SECONDS
    )
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        return answer.status == http.client.OK and b"ready" in answer.read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
