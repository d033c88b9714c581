"""The command `metricgain import`: a history from another app into an account."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final

import typer
from rich.console import Console

from metricgain.cli.import_files import ImportOptions, read_alone, readable
from metricgain.cli.import_report import as_json, show
from metricgain.cli.lazily import loaded
from metricgain.importers.own_export import is_own_export
from metricgain.importers.values import WeightUnit
from metricgain.kit.errors import Invalid

if TYPE_CHECKING:
    from metricgain.actions.import_history import ImportReport

_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb"}


class Unit(StrEnum):
    """What the weights of a file may be in."""

    KG = "kg"
    LB = "lb"


def import_(  # noqa: PLR0913 - one per option of the command
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="What the other app exported; several files come in together, or"
            " none of them. `list` shows what was imported before.",
        ),
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
    twins: Annotated[
        bool,
        typer.Option(
            "--twins", help="Bring workouts that another app has written down, too."
        ),
    ] = False,
    undo: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Take an import back, instead of a file."),
    ] = None,
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
    options = ImportOptions(
        unit=_UNITS[unit] if unit else None,
        timezone=timezone,
        columns=_pairs(columns),
        dry_run=dry_run,
        restore=restore,
        twins=twins,
    )
    paths = files or []
    with _as_options():
        if undo is not None or _is_list(paths):
            _look_back(undo, paths, user=user)
        elif hevy_key_stdin:
            _check_no_files(paths)
            with loaded("import_hevy").from_hevy() as stream:
                _bring([("Hevy", stream)], options, user=user, json=json)
        elif len(paths) == 1 and _is_ours(paths[0]):
            with readable(paths[0]) as stream:
                loaded("import_own").put_back(
                    stream, email=user, merge=merge, dry_run=dry_run, json=json
                )
        else:
            _bring_paths(paths, options, user=user, json=json)


def _is_list(paths: list[Path]) -> bool:
    return paths == [Path("list")] and not paths[0].exists()


def _is_ours(path: Path) -> bool:
    with readable(path) as stream:
        return is_own_export(stream)


def _check_no_files(paths: list[Path]) -> None:
    if paths:
        raise Invalid(
            "name a file, or read from Hevy with --hevy-key-stdin, not both",
            field="file",
        )


def _look_back(undo: str | None, paths: list[Path], *, user: str | None) -> None:
    email = _needed(user)
    if undo is None:
        loaded("import_into").show_past(email=email)
    elif paths:
        raise Invalid("name a file or take an import back, not both", field="--undo")
    else:
        loaded("import_into").take_back(undo, email=email)


def _bring_paths(
    paths: list[Path], options: ImportOptions, *, user: str | None, json: bool
) -> None:
    if not paths:
        raise Invalid(
            "name a file, or read from Hevy with --hevy-key-stdin", field="file"
        )
    if user is None and options.dry_run:
        for path in paths:
            with readable(path) as stream:
                _tell_alone(stream, path.name, options, json=json)
        return
    reports = loaded("import_into").bring_paths(paths, options, email=_needed(user))
    _tell(reports, json=json)


def _bring(
    streams: list[tuple[str, BinaryIO]],
    options: ImportOptions,
    *,
    user: str | None,
    json: bool,
) -> None:
    if user is None and options.dry_run:
        for name, stream in streams:
            _tell_alone(stream, name, options, json=json)
        return
    reports = loaded("import_into").bring(streams, options, email=_needed(user))
    _tell(reports, json=json)


def _needed(user: str | None) -> str:
    if user is None:
        raise Invalid(
            "is needed to import",
            field="--user",
            remedy="Name the account by its e-mail address, or add --dry-run.",
        )
    return user


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


def _tell_alone(
    stream: BinaryIO, name: str, options: ImportOptions, *, json: bool
) -> None:
    file = read_alone(stream, name, options)
    if json:
        typer.echo(as_json(file, None))
    else:
        show(Console(), file, None)


def _tell(reports: list["ImportReport"], *, json: bool) -> None:
    for report in reports:
        if json:
            typer.echo(as_json(report.file, report))
        else:
            show(Console(), report.file, report)
