"""How much room the payloads of WHOOP take, packed and not; and their dictionary."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import asyncpg
import zstandard

from bench.whoop_payloads import as_sent, payloads
from metricgain.store import payloads as packing
from metricgain.store.embedded import EmbeddedServer

_NUMBER: Final = 1
_SIZE: Final = 12 * 1024
_TRAINING_SEEDS: Final = range(40)
_MEASURED_SEEDS: Final = range(1000, 1010)
_NIGHTS: Final = 60
_WANTED: Final = 0.5


def main(arguments: Sequence[str]) -> None:
    """Compare packed payloads of WHOOP with plain jsonb; --train makes the dictionary.

    What is measured was not trained on: other people, with other numbers.
    """
    if "--train" in arguments:
        _train()
    asyncio.run(_compare())


def _train() -> None:
    samples = [
        as_sent(record)
        for seed in _TRAINING_SEEDS
        for _, record in payloads(seed, _NIGHTS)
    ]
    made = zstandard.train_dictionary(_SIZE, samples, dict_id=_NUMBER, level=19)
    folder = Path(packing.__file__).parent / "dictionaries"
    (folder / f"whoop-{_NUMBER}.zdict").write_bytes(made.as_bytes())
    print(f"dictionary of {len(made.as_bytes())} bytes from {len(samples)} payloads")


async def _compare() -> None:
    with (
        TemporaryDirectory(prefix="metricgain-whoop-") as folder,
        EmbeddedServer.acquire(Path(folder)) as server,
    ):
        connection = await asyncpg.connect(server.address.url())
        try:
            sizes = await measured(connection)
        finally:
            await connection.close()
    for kind, (plain, packed) in sizes.items():
        print(f"{kind:10}{plain:6.0f} bytes of jsonb {packed:6.0f} packed", end="")
        print(f"  {1 - packed / plain:6.1%} saved")
    plain, packed = (sum(both[side] for both in sizes.values()) for side in (0, 1))
    saved = 1 - packed / plain
    verdict = "kept" if saved >= _WANTED else "MISSED"
    print(f"a night   {plain:6.0f} bytes of jsonb {packed:6.0f} packed", end="")
    print(f"  {saved:6.1%} saved: the {_WANTED:.0%} asked for are {verdict}")


async def measured(
    connection: asyncpg.Connection,
) -> dict[str, tuple[float, float]]:
    """Return by kind how large a payload is on average: as jsonb, and packed.

    Both as a column holds them, with the header of the value.
    """
    totals: dict[str, tuple[int, int, int]] = {}
    for seed in _MEASURED_SEEDS:
        for kind, record in payloads(seed, _NIGHTS):
            sent = as_sent(record)
            packed = packing.pack(sent)
            assert packing.unpack(packed) == sent
            plain, small = await connection.fetchrow(
                "SELECT pg_column_size($1::text::jsonb), pg_column_size($2::bytea)",
                json.dumps(record),
                packed,
            )
            count, before, after = totals.get(kind, (0, 0, 0))
            totals[kind] = (count + 1, before + plain, after + small)
    return {
        kind: (before / count, after / count)
        for kind, (count, before, after) in totals.items()
    }
