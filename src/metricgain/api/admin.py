"""What the owner of an installation may know: how it is doing, and whose it is."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request

from metricgain.api.routes import read
from metricgain.api.session import Asker, Requester
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import NotAllowed
from metricgain.reads.checkup import checkup
from metricgain.reads.disks import disks_of
from metricgain.reads.overview import Overview, overview
from metricgain.store.accounts import load_account
from metricgain.store.audit import events_of_all
from metricgain.store.backup.files import backups_in

_SHOWN_FOR: Final = timedelta(days=30)
_MOST_SHOWN: Final = 200


class CheckShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One thing that was looked at; `remedy` says what to do if it is not good."""

    name: str
    good: bool
    says: str
    remedy: str


class HealthShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Whether everything is as it should be."""

    good: bool
    checks: list[CheckShape]


class AdminUser(msgspec.Struct, kw_only=True, rename="camel"):
    """An account, without anything that was trained."""

    id: int
    email: str
    created_at: datetime
    last_login: datetime | None
    is_active: bool
    is_admin: bool


class AdminTable(msgspec.Struct, kw_only=True, rename="camel"):
    """A table and its bytes with its indexes."""

    name: str
    bytes: int


class AdminDisk(msgspec.Struct, kw_only=True, rename="camel"):
    """A disk by what lies on it, in bytes."""

    place: str
    total: int
    used: int


class AdminJobs(msgspec.Struct, kw_only=True, rename="camel"):
    """How many jobs of a name are in a state."""

    name: str
    status: str
    times: int


class AdminSlowStatement(msgspec.Struct, kw_only=True, rename="camel"):
    """A statement that was slow on a day, with the shape of its plan."""

    day: date
    name: str
    times: int
    slowest_ms: int
    plan: str


class AdminBackup(msgspec.Struct, kw_only=True, rename="camel"):
    """A backup; `verified_at` is when it was proven by restoring it."""

    name: str
    made_at: datetime
    bytes: int
    rows: int
    verified_at: datetime | None


class AdminLatency(msgspec.Struct, kw_only=True, rename="camel"):
    """The requests of the last day: half took up to `p50` ms, and so on."""

    requests: int
    p50: int | None
    p95: int | None
    p99: int | None


class AdminEvent(msgspec.Struct, kw_only=True, rename="camel"):
    """Something sensitive that happened; of deleted accounts the number is left."""

    id: UUID
    at: datetime
    event: str
    about_user: int | None
    email: str | None


class AdminEvents(msgspec.Struct, kw_only=True, rename="camel"):
    """What happened in the last 30 days, newest first; at most 200."""

    events: list[AdminEvent]


class AdminOverview(msgspec.Struct, kw_only=True, rename="camel"):
    """How an installation is doing."""

    version: str
    database_version: str
    latency: AdminLatency
    users: list[AdminUser]
    tables: list[AdminTable]
    disks: list[AdminDisk]
    jobs: list[AdminJobs]
    slow_statements: list[AdminSlowStatement]
    backups: list[AdminBackup]


@read("/admin/health", tags=["admin"])
async def get_admin_health(
    asker: Asker, request: Request[Any, Any, Any]
) -> HealthShape:
    """Look whether everything is as it should be. For administrators."""
    await _check_administrator(asker)
    checks = await checkup(asker.database, _settings(request), now=now())
    return HealthShape(
        good=all(check.good for check in checks),
        checks=[
            CheckShape(
                name=check.name, good=check.good, says=check.says, remedy=check.remedy
            )
            for check in checks
        ],
    )


@read("/admin/overview", tags=["admin"])
async def get_admin_overview(
    asker: Asker, request: Request[Any, Any, Any]
) -> AdminOverview:
    """Return users, storage, jobs, slow statements and backups. For administrators."""
    await _check_administrator(asker)
    settings = _settings(request)
    async with asker.database.as_system() as system:
        found = await overview(system, now=now())
    return await asyncio.to_thread(_shape, found, settings)


@read("/admin/events", tags=["admin"])
async def get_admin_events(asker: Asker) -> AdminEvents:
    """Return what happened to accounts and the installation. For administrators.

    Without devices, networks and names, which are those of the people.
    """
    await _check_administrator(asker)
    async with asker.database.as_system() as system:
        found = await events_of_all(system, since=now() - _SHOWN_FOR, most=_MOST_SHOWN)
    return AdminEvents(
        events=[msgspec.convert(one, AdminEvent, from_attributes=True) for one in found]
    )


async def _check_administrator(asker: Requester) -> None:
    """Raise NotAllowed for everybody but an administrator."""
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
    if not account.is_admin:
        raise NotAllowed(
            "this is for the administrator",
            remedy="Whoever runs the installation makes one: metricgain user promote.",
        )


def _settings(request: Request[Any, Any, Any]) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _shape(found: Overview, settings: Settings) -> AdminOverview:
    return AdminOverview(
        version=found.version,
        database_version=found.database_version,
        latency=msgspec.convert(found.latency, AdminLatency, from_attributes=True),
        users=[
            AdminUser(
                id=user.user_id,
                email=user.email,
                created_at=user.created_at,
                last_login=user.last_login,
                is_active=user.is_active,
                is_admin=user.is_admin,
            )
            for user in found.users
        ],
        tables=[
            AdminTable(name=name, bytes=size)
            for name, size in sorted(found.numbers.tables.items(), key=lambda t: -t[1])
        ],
        disks=msgspec.convert(
            disks_of(settings), list[AdminDisk], from_attributes=True
        ),
        jobs=[
            AdminJobs(name=name, status=status, times=int(times))
            for (name, status), times in found.numbers.jobs.items()
        ],
        slow_statements=msgspec.convert(
            found.slow, list[AdminSlowStatement], from_attributes=True
        ),
        backups=[
            AdminBackup(
                name=backup.path.name,
                made_at=backup.manifest.made_at,
                bytes=backup.manifest.size,
                rows=backup.rows,
                verified_at=backup.manifest.verified_at,
            )
            for backup in backups_in(settings.backup_path)
        ],
    )


ROUTES = [get_admin_health, get_admin_overview, get_admin_events]
