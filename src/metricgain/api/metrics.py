"""The numbers of an installation, in the text format of Prometheus."""

import asyncio
import hmac
import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from litestar import Request, Response, get
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from metricgain.config import Settings
from metricgain.kit.errors import NotAllowed, NotFound
from metricgain.kit.meters import exposition
from metricgain.reads.disks import Disk, disks_of
from metricgain.store.backup.keeping import last_proven
from metricgain.store.database import Database
from metricgain.store.memory import Memory
from metricgain.store.monitoring import Numbers, load_numbers

_TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED: Final = ("x-forwarded-for", "forwarded", "x-real-ip")


@dataclass(eq=False, frozen=True, slots=True, kw_only=True)
class _Instance(Collector):
    """What the database and the disks say at this moment."""

    numbers: Numbers
    disks: tuple[Disk, ...]
    backup_at: datetime | None
    connections: int
    memory: Memory

    def collect(self) -> Iterable[Metric]:
        """Return the families of numbers."""
        yield _family(
            "metricgain_table_bytes",
            "Bytes of each table with its indexes.",
            {(table,): size for table, size in self.numbers.tables.items()},
            "table",
        )
        yield _family(
            "metricgain_jobs",
            "Jobs by name and state; those that ended are kept for a month.",
            self.numbers.jobs,
            "job",
            "status",
        )
        yield _family(
            "metricgain_imports", "Imports by app.", self.numbers.imports, "app"
        )
        yield _family("metricgain_users", "Accounts.", {(): self.numbers.users})
        yield _family(
            "metricgain_pool_connections",
            "Connections that this process holds.",
            {(): self.connections},
        )
        yield _family(
            "metricgain_memory_lookups",
            "Questions that this process looked up in its memory, found and not.",
            {(name, "hit"): number for name, number in self.memory.hits.items()}
            | {(name, "miss"): number for name, number in self.memory.misses.items()},
            "what",
            "outcome",
        )
        yield _family(
            "metricgain_disk_bytes",
            "Bytes of the disks that hold the data and the backups.",
            {(disk.place, "total"): disk.total for disk in self.disks}
            | {(disk.place, "used"): disk.used for disk in self.disks},
            "place",
            "what",
        )
        yield _family(
            "metricgain_backup_timestamp_seconds",
            "When the last backup was made that was proven by restoring; 0: never.",
            {(): self.backup_at.timestamp() if self.backup_at else 0},
        )


@get("/metrics", security=[{}], include_in_schema=False)
async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Answer whoever may know."""
    settings: Settings = request.app.state.settings
    _check_reader(request, settings)
    database: Database = request.app.state.database
    async with database.as_system() as system:
        numbers = await load_numbers(system)
    disks, backup_at = await asyncio.to_thread(_on_disk, settings)
    registry = CollectorRegistry()
    registry.register(
        _Instance(
            numbers=numbers,
            disks=disks,
            backup_at=backup_at,
            connections=database.connections,
            memory=database.memory,
        )
    )
    return Response(exposition() + generate_latest(registry), media_type=_TEXT)


def _on_disk(settings: Settings) -> tuple[tuple[Disk, ...], datetime | None]:
    return disks_of(settings), last_proven(settings.backup_path)


def _check_reader(request: Request[Any, Any, Any], settings: Settings) -> None:
    """Raise NotFound if there are no metrics, NotAllowed for whoever may not know."""
    if settings.metrics == "off":
        raise NotFound("this installation tells no numbers")
    _, _, token = request.headers.get("authorization", "").partition(" ")
    known = settings.metrics_token
    if known and hmac.compare_digest(token.encode(), known.encode()):
        return
    if settings.metrics == "local" and not _is_local(request):
        raise NotAllowed(
            "numbers are told to this machine, or with the token",
            field="Authorization",
            remedy="See METRICGAIN_METRICS and METRICGAIN_METRICS_TOKEN.",
        )


def _is_local(request: Request[Any, Any, Any]) -> bool:
    """Tell whether a program on this machine asks, and no proxy for somebody else."""
    if any(header in request.headers for header in _FORWARDED):
        return False
    try:
        peer = request.client.host if request.client else ""
        return ipaddress.ip_address(peer).is_loopback
    except ValueError:
        return False


def _family(
    name: str, says: str, values: Mapping[Any, float], *labels: str
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, says, labels=labels)
    for kinds, value in values.items():
        family.add_metric(kinds, value)
    return family


ROUTES = [metrics]
