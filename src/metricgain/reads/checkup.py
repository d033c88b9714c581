"""Is everything as it should be, and what is there to do if not?"""

import asyncio
import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Final

from metricgain.config import Settings
from metricgain.reads.disks import disks_of
from metricgain.store.backup.keeping import last_proven
from metricgain.store.checking import Standing, standing
from metricgain.store.database import Database
from metricgain.store.statistics.verify import users_to_verify, verify

_FRESH: Final = timedelta(hours=30)
_CLOCK_SECONDS: Final = 5
_FULL: Final = 0.8
_SAMPLE: Final = 3
_RECENT: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at. `remedy` says what to do if it is not good."""

    name: str
    good: bool
    says: str
    remedy: str = ""


async def checkup(
    database: Database, settings: Settings, *, now: datetime
) -> tuple[Check, ...]:
    """Return what can be seen from within a running installation. Raises DatabaseAway.

    The statistics of three users who trained lately are computed a second time.
    """
    async with database.as_system() as system:
        found = await standing(system, now=now)
    around = await asyncio.to_thread(lambda: list(_around(settings, now)))
    return (
        *_of_database(found),
        *parts_of_sets(found.closed_year, now),
        await _statistics(database, now=now),
        *around,
    )


def _of_database(found: Standing) -> Iterator[Check]:
    yield Check(name="database", good=True, says=f"PostgreSQL {found.version} answers.")
    weak = not found.is_strong and not found.owns
    yield Check(
        name="role",
        good=weak,
        says="The application's role owns nothing and is bound by row-level security."
        if weak
        else "The application's role owns tables or bypasses row-level security.",
        remedy="" if weak else "Give METRICGAIN_DATABASE_APP_URL a plain role.",
    )
    unguarded = ", ".join(found.unguarded)
    yield Check(
        name="row-level security",
        good=not unguarded,
        says=f"Not forced on: {unguarded}." if unguarded else "Forced on every table.",
        remedy="Run ALTER TABLE ... FORCE ROW LEVEL SECURITY." if unguarded else "",
    )
    right = abs(found.seconds_off) < _CLOCK_SECONDS
    yield Check(
        name="clock",
        good=right,
        says=f"The database's clock is {found.seconds_off:+.1f} s from this machine's.",
        remedy="" if right else "Let both machines set their clocks by NTP.",
    )


def parts_of_sets(closed: int | None, now: datetime) -> Iterator[Check]:
    """Look whether a table that is split by time is cut where it should be by now."""
    if closed is None:
        return
    good = closed >= now.year - 1
    yield Check(
        name="parts of sets",
        good=good,
        says=f"Sets are split by time up to the end of {closed}.",
        remedy="" if good else "Run when nobody trains: metricgain database partition",
    )


async def _statistics(database: Database, *, now: datetime) -> Check:
    people = await users_to_verify(database, since=now - _RECENT)
    sample = people[:_SAMPLE]
    differing = [one for one in sample if await verify(database, one.user_id)]
    return Check(
        name="statistics",
        good=not differing,
        says=f"{len(sample)} lately active users were computed a second time;"
        f" {len(differing)} differ.",
        remedy="Run: metricgain stats rebuild" if differing else "",
    )


def _around(settings: Settings, now: datetime) -> Iterator[Check]:
    for disk in disks_of(settings):
        free = (disk.total - disk.used) / 1e9
        yield Check(
            name=f"disk of the {disk.place}",
            good=disk.share < _FULL,
            says=f"{disk.share:.0%} full, {free:.1f} GB are free.",
            remedy="" if disk.share < _FULL else "Free some space.",
        )
    yield _backups(settings, now)
    built = (files("metricgain") / "web" / "index.html").is_file()
    yield Check(
        name="web app",
        good=built,
        says="It is built." if built else "It has not been built.",
        remedy="" if built else "Run `make serve`, or install a released package.",
    )
    yield _address(settings)


def _backups(settings: Settings, now: datetime) -> Check:
    last = last_proven(settings.backup_path)
    fresh = last is not None and now - last < _FRESH
    return Check(
        name="backups",
        good=fresh,
        says=f"The last proven one was made at {last:%Y-%m-%d %H:%M} UTC."
        if last
        else f"There is no proven backup in {settings.backup_path}.",
        remedy="" if fresh else "Run: metricgain backup --scheduled",
    )


def _address(settings: Settings) -> Check:
    near = settings.host == "localhost" or _is_loopback(settings.host)
    good = settings.secure or (near and not settings.public_url)
    if settings.secure:
        says = f"People use {settings.public_url}."
    elif good:
        says = "Only this machine can reach it."
    else:
        says = "It can be reached from other machines without HTTPS."
    return Check(
        name="address",
        good=good,
        says=says,
        remedy=""
        if good
        else "Put a proxy with TLS before it and set METRICGAIN_PUBLIC_URL to its"
        " https:// address.",
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
