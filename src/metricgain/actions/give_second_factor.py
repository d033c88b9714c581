"""Give the code of a second factor at the door."""

import re
from datetime import datetime
from typing import Final

from metricgain.kit.totp import period_of
from metricgain.kit.vault import Vault
from metricgain.store.audit import NOBODY, Visitor, note_event
from metricgain.store.database import Transaction
from metricgain.store.people import hash_of
from metricgain.store.second_factors import (
    load_totp,
    take_period,
    use_recovery_code,
)

_DIGITS: Final = re.compile(r"[0-9]{6}")


async def give_second_factor(
    system: Transaction,
    user_id: int,
    code: str,
    *,
    secret_keys: str,
    now: datetime,
    visitor: Visitor = NOBODY,
) -> bool:
    """Take a code of the app or a recovery code; return whether it was right.

    Each is taken once. What is wrong is noted for the user. Raises Unreadable if the
    key that the secret was encrypted with is gone.
    """
    typed = re.sub(r"[\s-]", "", code).lower()
    if _DIGITS.fullmatch(typed):
        kept = await load_totp(system, user_id)
        secret = Vault(secret_keys).open(kept.locked_secret) if kept else ""
        period = period_of(secret, typed, now=now) if kept else None
        is_right = period is not None and await take_period(
            system, user_id, period, now=now
        )
    else:
        is_right = await use_recovery_code(system, user_id, hash_of(typed))
        if is_right:
            await note_event(
                system, user_id, "recovery_code_used", now=now, visitor=visitor
            )
    if not is_right:
        await note_event(
            system,
            user_id,
            "sign_in_failed",
            now=now,
            subject="code",
            visitor=visitor,
        )
    return is_right
