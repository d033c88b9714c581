"""The command `metricgain import`: a history from another app into an account."""

import asyncio
import csv
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from metricgain.actions.import_history import (
    ImportAsk,
    ImportReport,
    Progressed,
    import_history,
    unheard,
)
from metricgain.cli.connection import opened
from metricgain.cli.import_hevy import from_hevy
from metricgain.cli.import_own import put_back
from metricgain.cli.import_report import as_json, show
from metricgain.config import Settings
from metricgain.importers.course import Course, FileReport, Told
from metricgain.importers.own_export import is_own_export
from metricgain.importers.values import WeightUnit
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.accounts import find_credentials
from metricgain.store.changes import changing, rehearsing

_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb"}


class Unit(StrEnum):
    """What the weights of a file may be in."""

    KG = "kg"
    LB = "lb"


def import_(  # noqa: PLR0913 - one per option of the command
    file: Annotated[
        Path | None, typer.Argument(help="The file that the other app exported.")
    ] = None,
    *,
    user: Annotated[
        str | None,
        typer.Option(
            metavar="EMAIL", help="Whose history it is. A dry run can do without."
        ),
    ] = None,
    unit: Annotated[
        Unit | None,
        typer.Option(help="What the weights are in, if the file does not say it."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option(
            metavar="TZ",
            help="Where the training was, such as Europe/Berlin [the user's].",
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT=HEADING,...",
            help="What the columns of a table hold that no known app wrote, such as"
            " date=Day,exercise=Lift,weight=Load,reps=Reps.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and report; write nothing.")
    ] = False,
    restore: Annotated[
        bool,
        typer.Option("--restore", help="Bring back workouts that were deleted here."),
    ] = False,
    hevy_key_stdin: Annotated[
        bool,
        typer.Option(
            "--hevy-key-stdin",
            help="Instead of a file, read all workouts from Hevy, with the API key"
            " that standard input holds.",
        ),
    ] = False,
    merge: Annotated[
        bool,
        typer.Option(
            "--merge",
            help="Put our own export into an account that has a history already.",
        ),
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Report as one JSON object.")
    ] = False,
) -> None:
    """Import a training history from another app, or from a table of your own.

    Everything is imported or nothing. The same file twice changes nothing. Names of
    exercises that are not certain are kept as exercises of your own and listed.
    """
    ask = ImportAsk(
        file_name="Hevy" if file is None else file.name,
        unit=_UNITS[unit] if unit else None,
        timezone=timezone,
        columns=_pairs(columns),
        dry_run=dry_run,
        restore=restore,
    )
    with _history(file, hevy=hevy_key_stdin) as stream, _as_options():
        if is_own_export(stream):
            put_back(stream, email=user, merge=merge, dry_run=dry_run, json=json)
        elif user is not None:
            report = asyncio.run(_import(stream, ask, user))
            _tell(report.file, report, json=json)
        elif dry_run:
            _tell(_read_alone(stream, ask), None, json=json)
        else:
            raise Invalid(
                "is needed to import",
                field="--user",
                remedy="Name the account by its e-mail address, or add --dry-run.",
            )


def _history(file: Path | None, *, hevy: bool) -> AbstractContextManager[BinaryIO]:
    if (file is None) != hevy:
        raise Invalid(
            "name a file, or read from Hevy with --hevy-key-stdin, not both",
            field="file",
        )
    return from_hevy() if file is None else _readable(file)


@contextmanager
def _readable(file: Path) -> Iterator[BinaryIO]:
    if not file.exists():
        raise NotFound("there is no such file", field=str(file))
    if not file.is_file():
        raise Invalid("this is a folder or a device, not a file", field=str(file))
    try:
        stream = file.open("rb")
    except PermissionError:
        raise Invalid("this file may not be read", field=str(file)) from None
    with stream:
        yield stream


def _pairs(columns: str | None) -> tuple[tuple[str, str], ...]:
    """Read `what=heading` pairs; a heading with a comma is put in double quotes."""
    if columns is None:
        return ()
    pairs = []
    for pair in next(csv.reader([columns]), []):
        what, separator, heading = pair.partition("=")
        if not separator or not what.strip() or not heading.strip():
            raise Invalid(
                f"{pair!r} is not of the form what=heading",
                field="--columns",
                remedy="Write for example --columns date=Day,exercise=Lift,reps=Reps.",
            )
        pairs.append((what.strip().casefold(), heading.strip()))
    return tuple(pairs)


@contextmanager
def _as_options() -> Iterator[None]:
    """Name what was wrong as it is written on the command line."""
    try:
        yield
    except Invalid as error:
        if error.field == "unit":
            raise Invalid(
                error.rule,
                field="--unit",
                remedy=f"Add --unit kg or --unit lb. {error.remedy}",
            ) from error
        if error.field in ("timezone", "columns"):
            raise Invalid(
                error.rule, field=f"--{error.field}", remedy=error.remedy
            ) from error
        raise


def _read_alone(stream: BinaryIO, ask: ImportAsk) -> FileReport:
    """Read a file without a database."""
    told = Told(
        file_name=ask.file_name,
        timezone=ask.timezone,
        unit=ask.unit,
        columns=ask.columns,
        rehearsing=True,
    )
    with (
        Course(stream, told) as course,
        _bar(ask.file_name, _size(stream)) as progress,
    ):
        while course.next_batch() is not None:
            progress(stream.tell())
        return course.report()


async def _import(stream: BinaryIO, ask: ImportAsk, email: str) -> ImportReport:
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            account = await find_credentials(system, email.strip().lower())
        if account is None:
            raise NotFound(
                f"there is no account with the address {email}",
                field="--user",
                remedy="`metricgain user list` shows all.",
            )
        opening = rehearsing if ask.dry_run else changing
        with _bar(ask.file_name, _size(stream)) as progress:
            async with opening(database, account.user_id, now=now()) as change:
                return await import_history(
                    change, stream=stream, ask=ask, progress=progress
                )


@contextmanager
def _bar(name: str, size: int) -> Iterator[Progressed]:
    """Show how much of the file is done, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield unheard
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(f"Reading {name}", total=size)
        yield lambda position: shown.update(task, completed=position)


def _size(stream: BinaryIO) -> int:
    here = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(here)
    return size


def _tell(file: FileReport, report: ImportReport | None, *, json: bool) -> None:
    if json:
        typer.echo(as_json(file, report))
    else:
        show(Console(), file, report)
