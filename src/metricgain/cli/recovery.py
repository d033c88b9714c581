"""The commands `metricgain recovery ...`: files of nights, and the key for tokens."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from metricgain.actions.import_nights import NightsReport, import_nights, take_nights
from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import NotFound
from metricgain.kit.text import checked_email
from metricgain.kit.timezones import checked_timezone
from metricgain.kit.vault import Vault, new_key
from metricgain.store.accounts import find_credentials
from metricgain.store.changes import changing
from metricgain.store.second_factors import relock_secrets
from metricgain.store.whoop import relock_tokens

recovery_app = typer.Typer(
    no_args_is_help=True,
    help="Import nights from a file, and change the key that guards tokens.",
)


@recovery_app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    *,
    user: Annotated[str, typer.Option(metavar="EMAIL", help="Whose nights they are.")],
    timezone: Annotated[
        str, typer.Option(help="Of times that do not name theirs, like Europe/Berlin.")
    ] = "UTC",
) -> None:
    """Import nights: the zip of the WHOOP app, Apple Health's export.zip, or a table.

    A table has the columns date, hrv, rhr, sleep_hours, recovery. The same file twice
    changes nothing.
    """
    zone = checked_timezone(timezone)
    report = asyncio.run(_import(file, checked_email(user), zone))
    typer.echo(
        f"{report.title}: {report.recoveries} mornings and {report.sleeps} sleeps from"
        f" {report.first_day} to {report.last_day}; {report.changed} are new or newer."
    )


@recovery_app.command("new-key")
def print_new_key() -> None:
    """Print a new key for METRICGAIN_SECRET_KEYS."""
    typer.echo(new_key())


@recovery_app.command("change-key")
def change_key() -> None:
    """Encrypt all secrets with the first key of METRICGAIN_SECRET_KEYS.

    Afterwards the other keys are needed no more.
    """
    moved = asyncio.run(_change_key())
    typer.echo(f"{moved} secrets are encrypted with the first key now.")


async def _import(file: Path, email: str, timezone: str) -> NightsReport:
    with file.open("rb") as stream:
        source, taken = await take_nights(stream, timezone=timezone)
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            found = await find_credentials(system, email)
        if found is None:
            raise NotFound("nobody has this e-mail address", field="user")
        async with changing(database, found.user_id, now=now()) as change:
            return await import_nights(change, source, taken)


async def _change_key() -> int:
    settings = Settings.from_environment()
    vault = Vault(settings.secret_keys)
    async with opened(settings) as database, database.as_system() as system:
        tokens = await relock_tokens(system, vault.relock)
        return tokens + await relock_secrets(system, vault.relock)
