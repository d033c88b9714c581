"""Statistics as jobs: compute them anew, and check them every night."""

from datetime import date, timedelta
from typing import Final

import msgspec
import structlog

from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.jobs import NewJob, add_job
from metricgain.store.statistics.rebuild import due_users, mark, rebuild
from metricgain.store.statistics.verify import Person, users_to_verify, verify

REBUILD: Final = "stats.rebuild"
VERIFY: Final = "stats.verify"
_LOG = structlog.get_logger(__name__)
_RECENT: Final = timedelta(days=2)
_SHOWN: Final = 100


class RebuildAsk(msgspec.Struct, kw_only=True):
    """Whose statistics, from which day on; without users, only what is due anyway."""

    users: list[int] = []
    since: date | None = None


class Rebuilt(msgspec.Struct, kw_only=True):
    """Of how many users statistics were computed."""

    users: int


class VerifyAsk(msgspec.Struct, kw_only=True):
    """Whose statistics: everybody's, or of those who trained in the last two days."""

    recent: bool = True


class Verified(msgspec.Struct, kw_only=True):
    """How many users were checked, and what differs; the first hundred are named."""

    users: int
    differing_users: int
    differences: int
    first: list[str]


async def rebuild_statistics(running: Running) -> Rebuilt:
    """Compute the statistics of the users that were named, and all that are due.

    Each user is done in a transaction of its own; begun anew, it goes on with the rest.
    """
    ask = running.args(RebuildAsk)
    if running.job.attempts == 1:
        async with running.database.as_system() as system:
            for user_id in ask.users:
                await mark(system, user_id=user_id, since=ask.since)
    waiting = await due_users(running.database)
    for done, user_id in enumerate(waiting):
        running.progress.set(done, len(waiting))
        await rebuild(running.database, user_id, now=now())
    running.progress.set(len(waiting), len(waiting))
    return Rebuilt(users=len(waiting))


async def verify_statistics(running: Running) -> Verified:
    """Compare statistics with the log; what differs is logged and computed anew."""
    ask = running.args(VerifyAsk)
    people = await users_to_verify(
        running.database, since=now() - _RECENT if ask.recent else None
    )
    found: list[str] = []
    differing: list[Person] = []
    for done, person in enumerate(people):
        running.progress.set(done, len(people))
        differences = await verify(running.database, person.user_id)
        for difference in differences:
            _LOG.warning(
                "statistics differ", user_id=person.user_id, what=str(difference)
            )
        if differences:
            differing.append(person)
        found += [f"user {person.user_id}: {one}" for one in differences]
    if differing:
        await _let_rebuild(running, [one.user_id for one in differing])
    running.progress.set(len(people), len(people))
    return Verified(
        users=len(people),
        differing_users=len(differing),
        differences=len(found),
        first=found[:_SHOWN],
    )


async def _let_rebuild(running: Running, users: list[int]) -> None:
    async with running.database.as_system() as system:
        await add_job(
            system,
            NewJob(
                id=uuid7(now()),
                name=REBUILD,
                args=msgspec.to_builtins(RebuildAsk(users=users)),
            ),
        )
