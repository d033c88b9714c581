"""What benchmarks share: how long things took, on what machine, where it is noted."""

import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any, Final, Self

import asyncpg

from metricgain.kit.clock import now

RESULTS: Final = Path(__file__).parent / "results"
_GB: Final = 2**30


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How long many of the same took, in milliseconds, and how many failed."""

    count: int
    errors: int
    per_second: float
    p50: float
    p95: float
    p99: float
    worst: float

    @classmethod
    def of(
        cls, milliseconds: Sequence[float], *, seconds: float = 0, errors: int = 0
    ) -> Self:
        """Return the spread of what was measured one by one, within some seconds."""
        if not milliseconds:
            raise ValueError("nothing was measured")
        cuts = (
            quantiles(milliseconds, n=100, method="inclusive")
            if len(milliseconds) > 1
            else [milliseconds[0]] * 99
        )
        took = seconds or sum(milliseconds) / 1000
        return cls(
            count=len(milliseconds),
            errors=errors,
            per_second=round(len(milliseconds) / took, 1),
            p50=round(cuts[49], 3),
            p95=round(cuts[94], 3),
            p99=round(cuts[98], 3),
            worst=round(max(milliseconds), 3),
        )


def note(name: str, found: Mapping[str, Any], *, folder: Path = RESULTS) -> Path:
    """Write what a benchmark found, with the day, as JSON; return where."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    dated = {"measured_on": str(now().date()), "machine": machine(), **found}
    path.write_text(json.dumps(dated, indent=1) + "\n")
    return path


def machine() -> dict[str, Any]:
    """Describe the machine in words that fit any: no names, no paths."""
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "memory_gb": round(
            os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GB
        ),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
    }


async def postgresql(url: str) -> str:
    """Return the version of a server, such as 18.1."""
    connection = await asyncpg.connect(url)
    try:
        return str(await connection.fetchval("SHOW server_version"))
    finally:
        await connection.close()


def interpreter() -> Path:
    """Return the folder of the programs that are installed beside this Python."""
    return Path(sys.executable).parent
