"""The command line: every command, and how what goes wrong is told."""

import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version as version_of
from types import MappingProxyType
from typing import Final

import typer

from metricgain.cli.lazily import loaded
from metricgain.kit.errors import Invalid, Refusal
from metricgain.kit.log import log_to_stderr
from metricgain.store.embedded import EmbeddedServerError

_COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "serve": ("serve", "serve"),
        "archive": ("archive", "archive_app"),
        "backup": ("backup", "backup_app"),
        "cohort": ("cohort", "cohort"),
        "database": ("database", "database_app"),
        "decide": ("decide", "decide"),
        "dependencies": ("dependencies", "dependencies"),
        "doctor": ("doctor", "doctor"),
        "exercises": ("exercises", "exercises_app"),
        "export": ("export", "export_app"),
        "generate": ("generate", "generate"),
        "import": ("import_", "import_"),
        "jobs": ("jobs", "jobs_app"),
        "migrate": ("migrate", "migrate"),
        "openapi": ("openapi", "openapi"),
        "plan": ("plan", "plan_app"),
        "recovery": ("recovery", "recovery_app"),
        "restore": ("restore", "restore"),
        "stats": ("stats", "stats_app"),
        "switch": ("switch", "switch_app"),
        "user": ("user", "user_app"),
        "work": ("jobs", "work"),
    }
)
"""Every command: the module that it is in, and what it is called there."""


def command_line(wanted: Sequence[str] = ()) -> typer.Typer:
    """Return the command line, with the first wanted command only if it is there."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Plan, record and decide hypertrophy training.",
    )
    app.command()(version)
    named = wanted[0] if wanted else ""
    for name in [named] if named in _COMMANDS else _COMMANDS:
        module, attribute = _COMMANDS[name]
        found = getattr(loaded(module), attribute)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


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
        command_line(sys.argv[1:])()
    except (Refusal, EmbeddedServerError) as error:
        typer.echo(_in_one_line(error), err=True)
        sys.exit(2 if isinstance(error, Invalid) else 1)


def __getattr__(name: str) -> typer.Typer:
    """Build the whole command line for whoever imports it as `app`."""
    if name == "app":
        return command_line()
    raise AttributeError(name)


def _in_one_line(error: Refusal | EmbeddedServerError) -> str:
    said = str(error).rstrip(".") + "."
    remedy = error.remedy if isinstance(error, Refusal) else ""
    return " ".join(f"{said} {remedy}".split())
