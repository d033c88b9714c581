"""A process that uses the embedded server, for tests that kill it.

Arguments: the data directory, then what to do while holding the server:
`hold` waits for the end of standard input; `write` inserts rows and prints each
number once the server has acknowledged it.
"""

import asyncio
import sys
from pathlib import Path

import asyncpg

from metricgain.store.embedded import EmbeddedServer


def main() -> None:
    data_dir, what = sys.argv[1:]
    with EmbeddedServer.acquire(Path(data_dir)) as server:
        print(server.address.url(), flush=True)  # noqa: T201 -- read by the test
        if what == "write":
            asyncio.run(_write(server.address.url()))
        sys.stdin.read()


async def _write(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE TABLE acknowledged (n integer)")
    for n in range(1_000_000):
        await connection.execute(f"INSERT INTO acknowledged VALUES ({n})")  # noqa: S608 -- a number
        print(n, flush=True)  # noqa: T201 -- read by the test


if __name__ == "__main__":
    main()
