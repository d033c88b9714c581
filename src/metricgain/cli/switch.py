"""metricgain switch: look at and set the switches of optimisations."""

import asyncio
from typing import Annotated

import typer

from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.switch_rows import load_switches, save_switch
from metricgain.store.switches import Mode, Switch

switch_app = typer.Typer(
    no_args_is_help=True, help="Switch optimisations off, on, or watch them."
)


@switch_app.command("list")
def list_() -> None:
    """Show how each switch stands in the database."""
    asyncio.run(_list())


@switch_app.command("set")
def set_(
    name: Annotated[Switch, typer.Argument(help="What to switch.")],
    mode: Annotated[
        Mode, typer.Argument(help="on: fast. off: plain. shadow: both, compared.")
    ],
) -> None:
    """Set a switch for every running process, which follows within seconds."""
    asyncio.run(_set(name, mode))


async def _list() -> None:
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            found = await load_switches(system)
        for switch in Switch:
            typer.echo(f"{switch:<12} {found.get(switch, Mode.ON)}")


async def _set(name: Switch, mode: Mode) -> None:
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            await save_switch(system, name, mode, now=now())
        typer.echo(f"{name} is {mode} in every process that has no setting of its own.")
