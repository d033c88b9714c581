"""When jobs are due by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from metricgain.config import Settings


class Rhythm(Protocol):
    """Says when something was due last."""

    def latest(self, now: datetime) -> datetime:
        """Return the last due moment that is not after `now`, in UTC."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at a time on the clock of a place."""

    at: time
    zone: ZoneInfo

    def latest(self, now: datetime) -> datetime:
        day = now.astimezone(self.zone).date()
        due = datetime.combine(day, self.at, self.zone).astimezone(UTC)
        if due > now:
            before = day - timedelta(days=1)
            due = datetime.combine(before, self.at, self.zone).astimezone(UTC)
        return due


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again after the same time."""

    pause: timedelta

    def latest(self, now: datetime) -> datetime:
        since = now.timestamp()
        return datetime.fromtimestamp(since - since % self.pause.total_seconds(), UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A job that is due by itself. `rhythm` says when, by the settings; None: never.

    One that was missed while nothing ran is made up for once.
    """

    job: str
    args: object
    rhythm: Callable[[Settings], Rhythm | None]


def nightly(settings: Settings) -> Daily:
    """Return the time of the night that the settings name."""
    clock, zone = settings.night
    return Daily(clock, ZoneInfo(zone))


def nightly_archive(settings: Settings) -> Daily | None:
    """Return the time of the night, if old blocks are to be archived by themselves."""
    return nightly(settings) if settings.archive_months else None


def nightly_backup(settings: Settings) -> Daily | None:
    """Return the time of the night, unless no backups are to be made by themselves."""
    return nightly(settings) if settings.backup_days else None


def nightly_export(settings: Settings) -> Daily | None:
    """Return the time of the night, unless no exports are to be made by themselves."""
    return nightly(settings) if settings.export_dir else None


def whoop_rhythm(settings: Settings) -> Every | None:
    """Return how often to look at WHOOP, unless it is not offered here."""
    if not settings.offers_whoop:
        return None
    return Every(timedelta(minutes=settings.whoop_poll_minutes))
