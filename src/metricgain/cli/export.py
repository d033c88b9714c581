"""metricgain export: training over time, for models and for questions across users."""

import asyncio
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from metricgain.cli.connection import opened
from metricgain.cli.export_files import full, scheduled, schema, sets
from metricgain.config import Settings
from metricgain.kit.errors import Invalid
from metricgain.kit.parquet_files import ParquetFiles, parquet_files
from metricgain.kit.pseudonyms import Pseudonym, key_of, pseudonyms
from metricgain.reads.performance_over_time import COLUMNS, performance_over_time
from metricgain.store.database import Database
from metricgain.store.exporting import users_to_export

export_app = typer.Typer(no_args_is_help=True, help="Write training data to files.")


export_app.command()(full)
export_app.command()(sets)
export_app.command()(schema)
export_app.command()(scheduled)


@export_app.command()
def parquet(
    folder: Annotated[Path, typer.Argument(help="A new or an empty folder.")],
    *,
    user: Annotated[
        str | None, typer.Option(help="Export one user, by e-mail.")
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Export all users.")] = False,
    key_file: Annotated[
        Path | None,
        typer.Option(
            help="The key of the pseudonyms; made if it is not there."
            " By default export.key in the data directory."
        ),
    ] = None,
) -> None:
    """Write every set over time as Parquet, by year, under pseudonyms."""
    if (user is not None) == everybody:
        raise Invalid("say whom to export: --user EMAIL, or --all", field="--user")
    settings = Settings.from_environment()
    pseudonym = pseudonyms(key_of(key_file or settings.data_dir / "export.key"))
    with parquet_files(folder, COLUMNS) as files:
        asyncio.run(_fill(files, settings, pseudonym, email=user))
    typer.echo(f"{files.rows} sets in {folder}")


async def _fill(
    files: ParquetFiles, settings: Settings, pseudonym: Pseudonym, *, email: str | None
) -> None:
    async with opened(settings) as database:
        async with database.as_system() as system:
            users = await users_to_export(system, email=email)
        for user_id in track(users, description="Exporting", transient=True):
            await _add(files, database, user_id, pseudonym)


async def _add(
    files: ParquetFiles, database: Database, user_id: int, pseudonym: Pseudonym
) -> None:
    async with database.as_user(user_id) as tx:
        rows = await performance_over_time(tx, pseudonym)
    for year, of_year in groupby(rows, key=lambda row: row[0]):
        files.add(year, [cells for _, cells in of_year])
