"""`metricgain exercises links`, `link` and `merge`: names that were imported."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, TypeAlias

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from metricgain.actions.merge_exercise import merge_exercise
from metricgain.actions.relink_exercise import Relinked, relink_exercise
from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.importers.apps import known_app
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.accounts import find_credentials
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database
from metricgain.store.exercise_links import ExerciseLink, load_links

_User: TypeAlias = Annotated[
    str, typer.Option(metavar="EMAIL", help="Whose names they are.")
]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


def show_links(
    *,
    user: _User,
    app: Annotated[
        str | None, typer.Option(metavar="APP", help="Only names of this app.")
    ] = None,
    json: _Json = False,
) -> None:
    """List the names that were imported, and the exercises that they stand for."""
    wrote = None if app is None else known_app(app, field="--app")
    links = asyncio.run(_links(user, wrote))
    if json:
        for link in links:
            typer.echo(msgspec.json.encode(link))
        return
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("App", "Name", "Exercise", "Id", "Outcome"):
        table.add_column(heading, overflow="fold")
    for link in links:
        table.add_row(
            link.app,
            escape(link.raw_name),
            escape(link.exercise_name),
            str(link.exercise_id),
            link.outcome,
        )
    Console().print(table)


def link_name(
    name: Annotated[str, typer.Argument(help="The name as the app writes it.")],
    *,
    user: _User,
    app: Annotated[str, typer.Option(metavar="APP", help="The app it is from.")],
    exercise: Annotated[
        int | None, typer.Option(metavar="ID", help="The exercise that it means.")
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Give it an exercise of your own.")
    ] = False,
    json: _Json = False,
) -> None:
    """Let a name stand for another exercise; the sets that came by it move along.

    Sets that came by other names stay, so that names that were merged can be split.
    """
    wrote = known_app(app, field="--app")
    if own is (exercise is not None):
        raise Invalid("needs either --exercise ID or --own", field="--exercise")
    done = asyncio.run(_relinked(user, wrote, name, exercise))
    if json:
        typer.echo(msgspec.json.encode(done))
        return
    typer.echo(
        f"{name} stands for {done.link.exercise_name} ({done.link.exercise_id});"
        f" sets moved: {done.sets_moved:,}."
    )


def merge_exercises(
    exercise: Annotated[int, typer.Argument(help="One of the user's own.")],
    *,
    into: Annotated[int, typer.Option(metavar="ID", help="The one that stays.")],
    user: _User,
) -> None:
    """Give an exercise's whole history to another one, and retire it."""
    moved = asyncio.run(_merged(user, exercise, into))
    typer.echo(f"Sets moved: {moved:,}.")


async def _links(email: str, app: str | None) -> list[ExerciseLink]:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        async with database.as_user(user_id) as tx:
            return await load_links(tx, app)


async def _relinked(
    email: str, app: str, raw_name: str, exercise_id: int | None
) -> Relinked:
    async with _changing(email) as change:
        return await relink_exercise(
            change, app=app, raw_name=raw_name, exercise_id=exercise_id
        )


async def _merged(email: str, exercise_id: int, into: int) -> int:
    async with _changing(email) as change:
        return await merge_exercise(change, exercise_id=exercise_id, into=into)


@asynccontextmanager
async def _changing(email: str) -> AsyncIterator[Change]:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        async with changing(database, user_id, now=now()) as change:
            yield change


async def _user_id(database: Database, email: str) -> int:
    async with database.as_system() as system:
        account = await find_credentials(system, email.strip().lower())
    if account is None:
        raise NotFound(
            f"there is no account with the address {email}",
            field="--user",
            remedy="`metricgain user list` shows all.",
        )
    return account.user_id
