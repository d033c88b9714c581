"""Bring a database to a revision of the schema."""

from collections.abc import Callable
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from metricgain.kit.errors import Invalid


def migrate_up(owner_url: str, revision: str = "head") -> None:
    """Run every migration up to a revision, under an advisory lock.

    Must not be called from within an event loop. Raises Invalid for an unknown
    revision.
    """
    _run(lambda config: command.upgrade(config, revision), owner_url)


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


def _run(act: Callable[[Config], None], owner_url: str) -> None:
    config = _config()
    config.attributes["url"] = owner_url
    try:
        act(config)
    except CommandError as error:
        raise Invalid(str(error), field="revision") from error


def _config() -> Config:
    config = Config()
    config.set_main_option(
        "script_location", str(files("metricgain.store") / "migrations")
    )
    config.set_main_option("path_separator", "os")
    return config
