"""The command line: every command, and how what goes wrong is told."""

import sys
from importlib.metadata import version as version_of

import typer

from metricgain.cli.backup import backup_app
from metricgain.cli.cohort import cohort
from metricgain.cli.database import database_app
from metricgain.cli.decide import decide
from metricgain.cli.doctor import doctor
from metricgain.cli.exercises import exercises_app
from metricgain.cli.export import export_app
from metricgain.cli.generate import generate
from metricgain.cli.import_ import import_
from metricgain.cli.jobs import jobs_app, work
from metricgain.cli.migrate import migrate
from metricgain.cli.openapi import openapi
from metricgain.cli.plan import plan_app
from metricgain.cli.recovery import recovery_app
from metricgain.cli.restore import restore
from metricgain.cli.serve import serve
from metricgain.cli.stats import stats_app
from metricgain.cli.switch import switch_app
from metricgain.cli.user import user_app
from metricgain.kit.errors import Invalid, Refusal
from metricgain.kit.log import log_to_stderr
from metricgain.store.embedded import EmbeddedServerError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Plan, record and decide hypertrophy training.",
)
app.command()(serve)
app.command()(cohort)
app.command()(decide)
app.command()(generate)
app.command("import")(import_)
app.command()(migrate)
app.command()(openapi)
app.command()(doctor)
app.command()(restore)
app.command()(work)
app.add_typer(backup_app, name="backup")
app.add_typer(database_app, name="database")
app.add_typer(exercises_app, name="exercises")
app.add_typer(export_app, name="export")
app.add_typer(jobs_app, name="jobs")
app.add_typer(plan_app, name="plan")
app.add_typer(recovery_app, name="recovery")
app.add_typer(switch_app, name="switch")
app.add_typer(stats_app, name="stats")
app.add_typer(user_app, name="user")


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(f"MetricGain {version_of('metricgain')}")


def main() -> None:
    """Run the command line.

    The exit code is 0, 1 if something could not be done, or 2 if the command, an
    option or a setting was wrong. What went wrong is one line on standard error.
    """
    # What a command prints may be read by another program: the log stands beside it.
    log_to_stderr()
    try:
        app()
    except (Refusal, EmbeddedServerError) as error:
        typer.echo(_in_one_line(error), err=True)
        sys.exit(2 if isinstance(error, Invalid) else 1)


def _in_one_line(error: Refusal | EmbeddedServerError) -> str:
    said = str(error).rstrip(".") + "."
    remedy = error.remedy if isinstance(error, Refusal) else ""
    return " ".join(f"{said} {remedy}".split())
