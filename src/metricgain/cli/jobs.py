"""The commands `metricgain jobs ...` and `metricgain work`."""

import asyncio
import signal
from contextlib import suppress
from typing import Annotated, Final
from uuid import UUID

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from metricgain.app import job_runner, watch_process
from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.jobs.table import WORKS
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database
from metricgain.store.jobs import Job, NewJob, add_job, cancel_job, find_job, list_jobs

jobs_app = typer.Typer(
    no_args_is_help=True, help="Look at jobs, end them, or run one now."
)
_LOOK_SECONDS: Final = 0.2


@jobs_app.command("list")
def list_(
    *, limit: Annotated[int, typer.Option(min=1, max=1000, help="How many.")] = 30
) -> None:
    """Show the latest jobs of everybody, and what came of them."""
    asyncio.run(_list(limit))


@jobs_app.command()
def cancel(job: Annotated[str, typer.Argument(help="The id of the job.")]) -> None:
    """Cancel a job that waits or runs. Nothing stays of what it has done."""
    typer.echo(_sentence(asyncio.run(_cancel(_id(job)))))


@jobs_app.command()
def run(
    name: Annotated[str, typer.Argument(help="The name of the job.")],
    *,
    args: Annotated[
        str, typer.Option(metavar="JSON", help="What the job is given.")
    ] = "{}",
) -> None:
    """Run a job of the installation now, here, and wait for it."""
    if name not in WORKS:
        raise Invalid(
            f"there is no job {name!r}",
            field="NAME",
            remedy=f"These there are: {', '.join(sorted(WORKS))}.",
        )
    try:
        given = msgspec.json.decode(args, type=dict[str, object])
    except msgspec.DecodeError as error:
        raise Invalid(f"must be a JSON object: {error}", field="--args") from error
    job = asyncio.run(_run(name, given))
    typer.echo(_sentence(job))
    if job.status != "done":
        raise typer.Exit(1)


def work(
    *,
    slots: Annotated[
        int | None,
        typer.Option("--slots", min=1, help="Jobs at once [METRICGAIN_JOBS]."),
    ] = None,
) -> None:
    """Carry out jobs until Ctrl-C, beside the web server or on another machine.

    `metricgain serve` does so by itself, unless METRICGAIN_JOBS is 0.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    settings = Settings.from_environment()
    watch_process(settings)
    with suppress(KeyboardInterrupt):
        asyncio.run(_work(settings, slots or max(settings.jobs, 1)))


async def _list(limit: int) -> None:
    async with (
        opened(Settings.from_environment()) as database,
        database.as_system() as system,
    ):
        jobs = await list_jobs(system, user_id=None, most=limit)
    if not jobs:
        typer.echo("There were no jobs yet.")
        return
    table = Table(box=box.SIMPLE)
    for heading in ("Id", "Name", "User", "Status", "Progress", "Made", "Outcome"):
        table.add_column(heading, overflow="fold")
    for job in jobs:
        table.add_row(
            str(job.id),
            job.name,
            "" if job.for_user is None else str(job.for_user),
            job.status,
            f"{job.done}/{job.total}" if job.total else "",
            f"{job.created_at:%Y-%m-%d %H:%M}",
            escape(_outcome(job)),
        )
    Console().print(table)


async def _cancel(job_id: UUID) -> Job:
    async with (
        opened(Settings.from_environment()) as database,
        database.as_system() as system,
    ):
        return await cancel_job(system, job_id, user_id=None)


async def _run(name: str, args: dict[str, object]) -> Job:
    settings = Settings.from_environment()
    async with opened(settings) as database:
        async with database.as_system() as system:
            new = NewJob(id=uuid7(now()), name=name, args=args, key="asked for")
            job_id = await add_job(system, new)
        working = asyncio.create_task(job_runner(settings, database).run(1))
        try:
            return await _follow(database, job_id, working)
        finally:
            working.cancel()
            await asyncio.wait([working])


async def _follow(
    database: Database, job_id: UUID, working: "asyncio.Task[None]"
) -> Job:
    """Show how far a job is until it is over."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True
    ) as shown:
        bar = shown.add_task("", total=None)
        while True:
            async with database.as_system() as system:
                job = await find_job(system, job_id, user_id=None)
            shown.update(
                bar,
                completed=job.done,
                total=job.total or None,
                description=job.note or job.name,
            )
            if job.is_over:
                return job
            if working.done():
                raise Conflict("nobody carries this job out any more", field="NAME")
            await asyncio.sleep(_LOOK_SECONDS)


async def _work(settings: Settings, slots: int) -> None:
    async with opened(settings) as database:
        typer.echo("Carrying out jobs. Stop with Ctrl-C.")
        await job_runner(settings, database).run(slots)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(
            "must be the id of a job",
            field="JOB",
            remedy="`metricgain jobs list` shows them.",
        ) from None


def _sentence(job: Job) -> str:
    outcome = _outcome(job)
    return f"{job.name} {job.id}: {job.status}" + (f", {outcome}" if outcome else "")


def _outcome(job: Job) -> str:
    if not isinstance(job.outcome, dict):
        return ""
    if job.status == "failed":
        parts = (job.outcome.get("rule"), job.outcome.get("remedy"))
        return ". ".join(str(part).rstrip(".") for part in parts if part)
    return ", ".join(
        f"{name.replace('_', ' ')}: {_short(value)}"
        for name, value in job.outcome.items()
        if value not in ([], None, "")
    )


def _short(value: object) -> str:
    """Return a value in one line; of a list, how much it holds."""
    return f"{len(value)} listed" if isinstance(value, list) else str(value)
