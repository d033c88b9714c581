"""The commands `metricgain database ...`: reach the database with other tools."""

import asyncio
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from metricgain.cli.connection import held
from metricgain.cli.indexes import indexes
from metricgain.cli.partition import partition_sets
from metricgain.cli.pitr import cluster_of
from metricgain.config import Settings, environment_with
from metricgain.kit.clock import now
from metricgain.kit.errors import NotFound
from metricgain.store.addresses import without_password
from metricgain.store.backup.upgrading import upgrade_cluster
from metricgain.store.embedded import EmbeddedServerError, find_binaries, is_in_use
from metricgain.store.shard import shard, shard_statements

database_app = typer.Typer(help="Reach the database with other tools.")
database_app.command()(indexes)
database_app.command("partition")(partition_sets)


@database_app.command()
def url() -> None:
    """Print the address of the database, with its password.

    psql, pg_dump and other tools take it. The embedded database runs only while
    something uses it: keep `metricgain serve` running meanwhile.
    """
    settings = Settings.from_environment()
    lonely = not settings.database_url and not is_in_use(settings.data_dir)
    with held(settings) as server:
        typer.echo(server.url)
    if lonely:
        typer.echo(
            "The database stops now. It answers while `metricgain serve` runs.",
            err=True,
        )


@database_app.command()
def shell() -> None:
    """Open psql on the database, as the owner of its tables.

    The embedded database is started for it if need be.
    """
    settings = Settings.from_environment()
    psql = _psql(settings.postgres_path)
    with held(settings) as server:
        address, password = without_password(server.url)
        # Ctrl-C is for psql; a handler of ours, unlike ignoring, is not inherited.
        signal.signal(signal.SIGINT, lambda *_: None)
        ended = subprocess.run(  # noqa: S603 - psql, on our own address
            [str(psql), address],
            env=environment_with(PGPASSWORD=password),
            check=False,
        )
    raise typer.Exit(ended.returncode)


@database_app.command()
def upgrade(
    *,
    old_bin: Annotated[
        Path | None,
        typer.Option(
            "--from",
            file_okay=False,
            help="The folder with the programs of the old version [looked for].",
        ),
    ] = None,
) -> None:
    """Move the embedded database to the major version of PostgreSQL that is used now.

    It is dumped, restored beside and compared; the old files are kept.
    """
    settings = Settings.from_environment()
    cluster = cluster_of(settings)
    done = asyncio.run(
        upgrade_cluster(
            cluster, old_bin=old_bin, backups=settings.backup_path, now=now()
        )
    )
    if done is None:
        typer.echo("It is of this major version already.")
        return
    typer.echo(
        f"The database is now PostgreSQL {done.after}, with all {done.backup.rows} rows"
        f" it had in {done.before}. The old files are kept in {done.kept}: remove them"
        " once you have looked at your data."
    )


@database_app.command("shard")
def shard_tables(
    *,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Run the statements as well.")
    ] = False,
) -> None:
    """Print the statements that spread the tables over a Citus cluster, by user.

    With --yes they are run, all or none. The database has to be migrated and on a
    cluster (METRICGAIN_DATABASE_URL).
    """
    settings = Settings.from_environment()
    if yes:
        with held(settings) as server:
            statements = asyncio.run(shard(server.url))
    else:
        statements = shard_statements()
    for statement in statements:
        typer.echo(f"{statement};")


def _psql(postgres_bin: Path | None) -> Path:
    """Return psql: the one beside the server's programs, else the system's."""
    try:
        beside = find_binaries(postgres_bin).program("psql")
    except EmbeddedServerError:
        beside = None
    if beside is not None and beside.exists():
        return beside
    of_system = shutil.which("psql")
    if of_system is None:
        raise NotFound(
            "There is no psql on this machine.",
            remedy="Install one (apt-get install postgresql-client), or give the"
            " address from `metricgain database url` to a tool of your own.",
        )
    return Path(of_system)
