"""Says which statements of a release no longer run on the schema of today.

While a new release starts, processes of the one before go on against the new schema:
each of their statements has to be understood there.
"""

import asyncio
import subprocess
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import asyncpg

from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = "src/metricgain/store/sql"


def main(arguments: Sequence[str]) -> None:
    """Ask which statements of a release, named by its tag, no longer run here."""
    parser = ArgumentParser(prog="python -m bench previous-release")
    parser.add_argument("revision", nargs="?", default="HEAD", help="such as a tag")
    revision = parser.parse_args(arguments).revision
    statements = statements_at(revision)
    with TemporaryDirectory() as folder, EmbeddedServer.acquire(Path(folder)) as server:
        prepare(server.address.url())
        broken = broken_statements(server.address.url(), statements)
    print(f"{len(statements)} statements of {revision}, {len(broken)} no longer run")
    for name, why in broken.items():
        print(f"  {name}: {why}")


def statements_now() -> dict[str, str]:
    """Return the statements as they lie here, by name."""
    return {path.stem: path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}


def statements_at(revision: str) -> dict[str, str]:
    """Return the statements that stood at a revision of git, by name."""
    listed = _git("ls-tree", "--name-only", revision, f"{FOLDER}/")
    return {
        Path(path).stem: _git("show", f"{revision}:{path}")
        for path in listed.splitlines()
    }


def broken_statements(url: str, statements: Mapping[str, str]) -> dict[str, str]:
    """Return why statements cannot be prepared on the schema of a database, by name."""
    return asyncio.run(_broken(url, statements))


async def _broken(url: str, statements: Mapping[str, str]) -> dict[str, str]:
    connection = await asyncpg.connect(url)
    broken = {}
    try:
        for name, text in sorted(statements.items()):
            try:
                await connection.prepare(text)
            except asyncpg.PostgresError as error:
                broken[name] = str(error)
    finally:
        await connection.close()
    return broken


def _git(*words: str) -> str:
    # The words are ours, but for the revision that whoever runs this names.
    done = subprocess.run(  # noqa: S603 - no shell reads it
        ["git", *words],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
