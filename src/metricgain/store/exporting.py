"""Every set over time: for its owner, and for whoever asks across users."""

from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Final

from metricgain.kit.errors import NotFound
from metricgain.store.archive.seeing import see_archive
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG

_SETS_AT_ONCE: Final = 1000
_BODY_WEIGHT: Final = Decimal(str(ASSUMED_BODY_WEIGHT_KG))


async def users_to_export(system: Transaction, *, email: str | None) -> list[int]:
    """Return one user, or all without an e-mail. Raises NotFound."""
    rows = await system.rows(sql("export_users"), email)
    if email is not None and not rows:
        raise NotFound("nobody has this e-mail address", field="user")
    return [row["id"] for row in rows]


async def sets_over_time(user: Transaction) -> list[Row]:
    """Return every set of the bound user with its exercise and answers, in order."""
    await see_archive(user)
    return await user.rows(sql("export_sets"), user.user_id, _BODY_WEIGHT)


async def history_in_parts(user: Transaction) -> AsyncIterator[list[Row]]:
    """Yield every set of the bound user with its workout, a thousand at a time."""
    await see_archive(user)
    found = user.in_parts(sql("export_history"), user.user_id, size=_SETS_AT_ONCE)
    async for rows in found:
        yield rows


async def names_in_app(user: Transaction, app: str) -> dict[int, str]:
    """Return what an app calls the exercises that the user imported from it."""
    rows = await user.rows(sql("export_names"), user.user_id, app)
    return {row["exercise_id"]: row["raw_name"] for row in rows}


async def count_sets(user: Transaction) -> int:
    """Return how many sets the bound user has."""
    await see_archive(user)
    counted = await user.value(sql("export_sets_count"), user.user_id)
    assert isinstance(counted, int)
    return counted
