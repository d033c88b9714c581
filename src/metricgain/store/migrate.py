"""Bring a database to a revision of the schema."""

from collections.abc import Callable
from importlib.resources import files
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from metricgain.kit.errors import Conflict, Invalid

LOCK_TIMEOUT: Final = "10s"
"""How long a migration waits for those who use a table before it gives up."""
_LOCK_NOT_AVAILABLE: Final = "55P03"


def migrate_up(
    owner_url: str, revision: str = "head", *, lock_timeout: str = LOCK_TIMEOUT
) -> None:
    """Run every migration up to a revision, each in a transaction of its own.

    Processes take turns, by an advisory lock. Must not be called from within an event
    loop. Raises Invalid for an unknown revision, and Conflict if a table was not free
    within `lock_timeout`; migrations that are done by then stay done.
    """
    _run(
        lambda config: command.upgrade(config, revision),
        owner_url,
        lock_timeout=lock_timeout,
    )


def migrate_down(owner_url: str, revision: str) -> None:
    """Undo every migration after `revision` ("base" undoes all). Raises Invalid."""
    _run(lambda config: command.downgrade(config, revision), owner_url)


def check_schema(owner_url: str) -> None:
    """Raise Invalid if the tables as declared differ from those of the database."""
    _run(command.check, owner_url)


def newest_revision() -> str:
    """Return the revision that this release needs."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    return head or "base"


def known_revisions() -> frozenset[str]:
    """Return every revision that this release can bring up to date."""
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def _run(
    act: Callable[[Config], None], owner_url: str, *, lock_timeout: str = LOCK_TIMEOUT
) -> None:
    config = _config()
    config.attributes["url"] = owner_url
    config.attributes["lock_timeout"] = lock_timeout
    try:
        act(config)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        raise Conflict(
            f"a table that has to change was in use for more than {lock_timeout}",
            field="database",
            remedy="Nothing is half done. End what holds it (a backup, a report, an"
            " open psql), or try again when less goes on.",
        ) from error
    except CommandError as error:
        raise Invalid(str(error), field="revision") from error


def _config() -> Config:
    config = Config()
    config.set_main_option(
        "script_location", str(files("metricgain.store") / "migrations")
    )
    config.set_main_option("path_separator", "os")
    return config
