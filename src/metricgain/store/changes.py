"""A change that a user makes: its transaction, its moment and its revision."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from metricgain.store.database import Database, Transaction, sql
from metricgain.store.statistics.recompute import recompute_touched
from metricgain.store.statistics.touched import Touched
from metricgain.store.template_uses import count_template_uses
from metricgain.store.watching import AGGREGATION, AGGREGATION_FAILURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an action works with.

    `revision` grows with every change of the user, in commit order: rows that an
    action touches carry it, and devices pull by it. `made_at` is when the user did
    it, `now` when the server heard of it; the later `made_at` wins a conflict.
    `touched` is what the statistics have to hear of besides, `used_templates` what a
    block was started from. `opened` holds logs that need not be looked up again, in a
    batch of which nothing but sets is written for a while; None everywhere else.
    """

    tx: Transaction
    revision: int
    now: datetime
    made_at: datetime
    touched: Touched = field(default_factory=Touched)
    used_templates: list[UUID] = field(default_factory=list)
    opened: dict[UUID, object] | None = None

    @property
    def user_id(self) -> int:
        """The user whose change this is."""
        return self.tx.user_id

    def is_before(self, stamp: datetime | None) -> bool:
        """Tell whether something was changed later than this change was made.

        A stamp of the future is that of a clock which was ahead, of a device, of this
        server or of the one that an export is from. It holds nothing up.
        """
        return stamp is not None and self.made_at < stamp <= self.now

    def is_gone_by(self, deleted_at: datetime | None) -> bool:
        """Tell whether a deletion was made when this change was, or later."""
        return deleted_at == self.made_at or self.is_before(deleted_at)

    def later_of(self, stamp: datetime | None) -> datetime:
        """Return when the later of this change and another was made."""
        return stamp if stamp is not None and self.is_before(stamp) else self.made_at


@asynccontextmanager
async def changing(
    database: Database, user_id: int, *, now: datetime, made_at: datetime | None = None
) -> AsyncIterator[Change]:
    """Open a change of one user. It commits at the end, or undoes everything.

    Changes of the same user wait for each other, so that revisions have no gaps that
    fill later. A `made_at` in the future, of a clock that runs fast, counts as now.
    Statistics of the weeks that the change has touched are computed before it commits.
    """
    async with database.as_user(user_id) as tx:
        change = await _begin(tx, now=now, made_at=made_at)
        yield change
        await _aggregate(tx, change)
    if change.used_templates:
        # Built-in templates are everybody's, so no user may write to them.
        async with database.as_system() as system:
            await count_template_uses(system, change.used_templates)


@asynccontextmanager
async def rehearsing(
    database: Database, user_id: int, *, now: datetime
) -> AsyncIterator[Change]:
    """Open a change that only looks: it takes no revision, and writing is refused."""
    async with database.as_user(user_id) as tx:
        await tx.run("SET TRANSACTION READ ONLY")
        yield Change(tx=tx, revision=0, now=now, made_at=now)


async def _aggregate(tx: Transaction, change: Change) -> None:
    try:
        with AGGREGATION.timing():
            await recompute_touched(
                tx, change.touched, revision=change.revision, now=change.now
            )
    except BaseException:
        AGGREGATION_FAILURES.add()
        raise


async def _begin(tx: Transaction, *, now: datetime, made_at: datetime | None) -> Change:
    """Take the user's next revision in an open transaction, and with it their turn."""
    revision = await tx.value(sql("sync_next_revision"), tx.user_id)
    assert isinstance(revision, int)
    return Change(tx=tx, revision=revision, now=now, made_at=min(made_at or now, now))
