"""Archives old blocks, of everybody or of one user."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import msgspec

from metricgain.jobs.running import Running
from metricgain.kit.clock import now as clock
from metricgain.store.archiving import (
    Archived,
    archive_block,
    bring_back,
    old_blocks,
    users_with_blocks,
)
from metricgain.store.changes import changing
from metricgain.store.database import Database

ARCHIVE: Final = "archive"
_DAYS_A_MONTH: Final = 30.4375
_USUAL_MONTHS: Final = 12

Heard = Callable[[str, Archived], object]


class Asked(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How old a block has to be; None: as the settings say, or a year."""

    months: int | None = None


class Done(msgspec.Struct, kw_only=True):
    """How many blocks and sets were archived, and into how many bytes."""

    blocks: int = 0
    sets: int = 0
    bytes: int = 0

    def count(self, one: Archived) -> None:
        """Add one block."""
        self.blocks += 1
        self.sets += one.sets
        self.bytes += one.bytes


async def archive_old(running: Running) -> Done:
    """Archive what is old enough."""
    months = running.args(Asked).months or running.settings.archive_months
    return await archive_everybody(
        running.database,
        months=months or _USUAL_MONTHS,
        now=clock(),
        progress=running.progress.set,
    )


async def archive_everybody(
    database: Database,
    *,
    months: int,
    now: datetime,
    email: str | None = None,
    heard: Heard = lambda _email, _one: None,
    progress: Callable[[int, int], object] = lambda _done, _all: None,
) -> Done:
    """Archive the blocks that were last trained so many months ago.

    Each in a transaction of its own: interrupted, it goes on when it is called again.
    `heard` is told of each, with the address of its user. Raises NotFound.
    """
    before = (now - timedelta(days=_DAYS_A_MONTH * months)).date()
    async with database.as_system() as system:
        users = await users_with_blocks(system, email=email, before=before)
    done = Done()
    for place, (user_id, address) in enumerate(users):
        progress(place, len(users))
        async with database.as_user(user_id) as tx:
            blocks = await old_blocks(tx, before=before, now=now)
        for block in blocks:
            async with changing(database, user_id, now=now) as change:
                # Somebody may have touched it since.
                still = await old_blocks(
                    change.tx, before=before, now=now, block=block.id
                )
                if still:
                    one = await archive_block(change, still[0])
                    done.count(one)
                    heard(address, one)
    progress(len(users), len(users))
    return done


async def restore_everybody(
    database: Database,
    *,
    now: datetime,
    email: str | None = None,
    heard: Heard = lambda _email, _one: None,
) -> Done:
    """Bring every archived block back, user by user. Raises NotFound."""
    async with database.as_system() as system:
        users = await users_with_blocks(system, email=email, before=now.date())
    done = Done()
    for user_id, address in users:
        async with changing(database, user_id, now=now) as change:
            for one in await bring_back(change):
                done.count(one)
                heard(address, one)
    return done
