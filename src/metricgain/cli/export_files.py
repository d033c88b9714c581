"""metricgain export full, sets, schema, scheduled: one's own data as files."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.jobs.exports import Exported, export_due, write_export
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.kit.export_folder import written_whole
from metricgain.reads.exported_history import (
    HistoryFormat,
    exported_history,
    history_as_parquet,
)
from metricgain.reads.full_export import export_size
from metricgain.store.database import Database
from metricgain.store.export_schema import export_schema
from metricgain.store.exporting import count_sets, users_to_export

Email = Annotated[
    str, typer.Option("--user", metavar="EMAIL", help="Whose data, by e-mail.")
]
_ENDINGS: Final = (".json", ".zip")


class SetsFormat(StrEnum):
    """What a file of sets looks like."""

    CSV = "csv"
    STRONG = "strong"
    HEVY = "hevy"
    OPENWEIGHT = "openweight"
    PARQUET = "parquet"


_HISTORIES: Final[Mapping[SetsFormat, HistoryFormat]] = {
    SetsFormat.CSV: "csv",
    SetsFormat.STRONG: "strong",
    SetsFormat.HEVY: "hevy",
    SetsFormat.OPENWEIGHT: "openweight",
}


class Unit(StrEnum):
    """What weights are written in."""

    KG = "kg"
    LB = "lb"


def full(
    file: Annotated[Path, typer.Argument(help="A file ending in .json or .zip.")],
    *,
    user: Email,
) -> None:
    """Write everything that a user owns; `metricgain import` puts it back."""
    _check(file)
    if file.suffix not in _ENDINGS:
        raise Invalid(f"must end in {' or '.join(_ENDINGS)}", field="file")
    rows = asyncio.run(_write_full(file, user))
    typer.echo(f"{rows} rows in {file}")


def sets(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    *,
    user: Email,
    format_: Annotated[
        SetsFormat, typer.Option("--format", help="Which program is to read it.")
    ] = SetsFormat.CSV,
    unit: Annotated[
        Unit | None,
        typer.Option(help="For strong and hevy, which have one [the user's]."),
    ] = None,
) -> None:
    """Write every set for a spreadsheet, another app, or an analysis."""
    _check(file)
    count = asyncio.run(_write_sets(file, user, format_, unit))
    typer.echo(f"{count} sets in {file}")


def schema() -> None:
    """Print the JSON Schema of a full export."""
    typer.echo(msgspec.json.format(msgspec.json.encode(export_schema()), indent=2))


def scheduled(
    *,
    user: Annotated[
        str | None, typer.Option(metavar="EMAIL", help="Only this user.")
    ] = None,
) -> None:
    """Write the full exports that are due into METRICGAIN_EXPORT_DIR."""
    settings = Settings.from_environment()
    _ = settings.export_path
    made = asyncio.run(_write_due(settings, user))
    typer.echo(f"{made.written} written, {made.removed} old ones removed")


def _check(file: Path) -> None:
    if not file.parent.is_dir():
        raise Invalid("there is no such folder", field=str(file.parent))
    if file.is_dir():
        raise Invalid("this is a folder, not a file", field=str(file))


async def _write_full(file: Path, email: str) -> int:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user(database, email)
        async with database.as_user(user_id) as tx:
            total = await export_size(tx)
        with _bar(total) as heard:
            await write_export(
                database,
                user_id,
                file,
                now=now(),
                packed=file.suffix == ".zip",
                heard=heard,
            )
    return total


async def _write_sets(
    file: Path, email: str, format_: SetsFormat, unit: Unit | None
) -> int:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user(database, email)
        async with database.as_user(user_id) as tx:
            total = await count_sets(tx)
            with _bar(total) as heard, written_whole(file) as target:
                if format_ is SetsFormat.PARQUET:
                    await history_as_parquet(tx, target, heard=heard)
                else:
                    texts = exported_history(
                        tx, _HISTORIES[format_], unit=_unit(unit), heard=heard
                    )
                    async for text in texts:
                        target.write(text.encode())
    return total


def _unit(unit: Unit | None) -> Literal["kg", "lb"] | None:
    return None if unit is None else unit.value


async def _write_due(settings: Settings, email: str | None) -> Exported:
    async with opened(settings) as database:
        return await export_due(database, settings, now=now(), email=email)


async def _user(database: Database, email: str) -> int:
    async with database.as_system() as system:
        return (await users_to_export(system, email=email))[0]


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], object]]:
    """Show how many rows are written, on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("Exporting"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as shown:
        task = shown.add_task("", total=total)
        yield lambda count: shown.advance(task, count)
