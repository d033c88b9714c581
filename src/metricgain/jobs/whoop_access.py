"""A way into WHOOP for one user: tokens that work, traded by one process at a time."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeVar

from metricgain.config import Settings
from metricgain.integrations.whoop_client import (
    Tokens,
    WhoopAway,
    WhoopBusy,
    WhoopClient,
    WhoopRefused,
    whoop_app,
)
from metricgain.jobs.running import Running, TryLater
from metricgain.kit.clock import now
from metricgain.kit.vault import Unreadable, Vault
from metricgain.store.database import Database
from metricgain.store.whoop import (
    load_connection,
    note_problem,
    save_tokens,
    take_turn,
)

_SPARE: Final = timedelta(minutes=2)
_LATER: Final = timedelta(minutes=5)
_NO_TIME: Final = timedelta()
_Answer = TypeVar("_Answer")


@dataclass(slots=True)
class WhoopAccess:
    """Asks WHOOP in the name of one user.

    Raises WhoopRefused where somebody has to connect anew: that is noted, too.
    """

    database: Database
    user_id: int
    client: WhoopClient
    vault: Vault
    _access: str | None = None

    async def ask(self, question: Callable[[str], Awaitable[_Answer]]) -> _Answer:
        """Return the answer to a question that needs an access token.

        A token that is refused is traded once for another. Raises WhoopAway, WhoopBusy
        (also when little is left of what may be asked), WhoopRefused or Unreadable.
        """
        if self.client.wait is not None:
            raise WhoopBusy(self.client.wait)
        if self._access is None:
            self._access = await self._usable(stale=None)
        try:
            return await question(self._access)
        except WhoopRefused:
            self._access = await self._usable(stale=self._access)
        try:
            return await question(self._access)
        except WhoopRefused:
            async with self.database.as_user(self.user_id) as tx:
                await note_problem(tx, "refused")
            raise

    async def _usable(self, *, stale: str | None) -> str:
        """Return an access token that is not `stale`, traded for if need be."""
        try:
            async with self.database.as_user(self.user_id) as tx:
                await take_turn(tx)
                held = await load_connection(tx)
                access = self.vault.open(held.access_token)
                if access != stale and held.expires_at > now() + _SPARE:
                    return access
                refresh = self.vault.open(held.refresh_token)
                fresh = await self.client.refresh(
                    Tokens(access=access, refresh=refresh, lasts=_NO_TIME)
                )
                await save_tokens(
                    tx,
                    access=self.vault.lock(fresh.access),
                    refresh=self.vault.lock(fresh.refresh),
                    expires_at=now() + fresh.lasts,
                )
                return fresh.access
        except (WhoopRefused, Unreadable) as error:
            refused = isinstance(error, WhoopRefused)
            async with self.database.as_user(self.user_id) as tx:
                await note_problem(tx, "refused" if refused else "unreadable")
            raise


@asynccontextmanager
async def whoop_access(running: Running) -> AsyncIterator[WhoopAccess]:
    """Open a way into WHOOP for the user of a job.

    Raises Conflict if the settings name no app, and TryLater where WHOOP is away or
    wants to be left alone for a while.
    """
    settings: Settings = running.settings
    try:
        async with WhoopClient(whoop_app(settings)) as client:
            yield WhoopAccess(
                database=running.database,
                user_id=running.user_id,
                client=client,
                vault=Vault(settings.secret_keys),
            )
    except WhoopBusy as error:
        raise TryLater(error.rule, after=error.after) from error
    except WhoopAway as error:
        raise TryLater(error.rule, after=_LATER) from error
