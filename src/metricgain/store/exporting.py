"""Every set over time, for whoever asks questions across users."""

from decimal import Decimal
from typing import Final

from metricgain.kit.errors import NotFound
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG

_BODY_WEIGHT: Final = Decimal(str(ASSUMED_BODY_WEIGHT_KG))


async def users_to_export(system: Transaction, *, email: str | None) -> list[int]:
    """Return one user, or all without an e-mail. Raises NotFound."""
    rows = await system.rows(sql("export_users"), email)
    if email is not None and not rows:
        raise NotFound("nobody has this e-mail address", field="user")
    return [row["id"] for row in rows]


async def sets_over_time(user: Transaction) -> list[Row]:
    """Return every set of the bound user with its exercise and answers, in order."""
    return await user.rows(sql("export_sets"), user.user_id, _BODY_WEIGHT)
