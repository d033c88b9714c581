"""The floor: bare statements in pgbench, on the same database, right before ours."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.measuring import Spread
from metricgain.store.database import sql
from metricgain.store.embedded import find_binaries

_MICROSECONDS: Final = 2
_CONNECTIONS: Final = 50


def script_of(name: str, values: Sequence[str]) -> str:
    """Return a statement of store/sql with values in place of $1, $2 and so on."""
    return with_values(sql(name), values)


def with_values(statement: str, values: Sequence[str]) -> str:
    """Return a statement with these values in place of its parameters."""
    for number in range(len(values), 0, -1):
        statement = statement.replace(f"${number}", values[number - 1])
    return statement.rstrip().rstrip(";") + ";\n"


def pgbench(
    url: str,
    scripts: Sequence[str],
    *,
    clients: int,
    seconds: int,
) -> Spread:
    """Return how long scripts, drawn at random, take with prepared statements.

    The embedded server takes fewer than 64 connections; then there are as many
    clients as it takes.
    """
    program = find_binaries(None).program("pgbench")
    with TemporaryDirectory() as folder:
        files = []
        for number, script in enumerate(scripts):
            path = Path(folder) / f"{number}.sql"
            path.write_text(script)
            files.append(f"--file={path}")
        done = subprocess.run(  # noqa: S603 - the program that comes with the server
            [
                str(program), "--no-vacuum", "--protocol=prepared", "--log",
                f"--log-prefix={folder}/log", f"--time={seconds}", "--jobs=1",
                f"--client={min(clients, _CONNECTIONS)}", *files, url,
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr)
        taken = [
            int(line.split()[_MICROSECONDS]) / 1000
            for log in Path(folder).glob("log*")
            for line in log.read_text().splitlines()
        ]
    return Spread.of(taken, seconds=seconds)
