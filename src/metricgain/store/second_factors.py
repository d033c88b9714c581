"""Second factors: the secrets of authenticator apps, and recovery codes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class TotpSecret:
    """An encrypted secret; `confirmed_at` is None until a code of it was typed."""

    locked_secret: bytes
    confirmed_at: datetime | None
    last_period: int


async def load_totp(tx: Transaction, user_id: int) -> TotpSecret | None:
    """Return the secret that a user's codes are made of, confirmed or not."""
    row = await tx.row(sql("totp_load"), user_id)
    return None if row is None else TotpSecret(**row)


async def begin_totp(tx: Transaction, locked_secret: bytes, *, now: datetime) -> bool:
    """Keep a secret to be confirmed; return False if one guards the account already."""
    return await tx.run(sql("totp_begin"), tx.user_id, locked_secret, now) > 0


async def take_period(
    tx: Transaction, user_id: int, period: int, *, now: datetime
) -> bool:
    """Take the code of a period; return False if it or a later one was taken."""
    return await tx.run(sql("totp_take"), user_id, period, now) > 0


async def forget_totp(tx: Transaction, user_id: int) -> bool:
    """Forget the secret and the recovery codes; return whether there was a secret."""
    await tx.run(sql("recovery_codes_forget"), user_id)
    return await tx.run(sql("totp_forget"), user_id) > 0


async def replace_recovery_codes(
    tx: Transaction, code_hashes: Sequence[bytes], *, now: datetime
) -> None:
    """Keep recovery codes by their hashes, in place of those before."""
    await tx.run(sql("recovery_codes_forget"), tx.user_id)
    await tx.run(sql("recovery_codes_add"), tx.user_id, list(code_hashes), now)


async def use_recovery_code(tx: Transaction, user_id: int, code_hash: bytes) -> bool:
    """Use up a recovery code; return whether there was such a one."""
    return await tx.run(sql("recovery_code_use"), user_id, code_hash) > 0


async def recovery_codes_left(tx: Transaction) -> int:
    """Return how many recovery codes the user has left."""
    left = await tx.value(sql("recovery_codes_count"), tx.user_id)
    assert isinstance(left, int)
    return left


async def relock_secrets(system: Transaction, relock: Callable[[bytes], bytes]) -> int:
    """Encrypt all secrets of codes and all model keys anew; return how many."""
    rows = await system.rows(sql("secrets_locked"))
    for row in rows:
        if row["totp"] is None:
            await system.run(
                sql("language_model_key"), row["user_id"], relock(row["model_key"])
            )
        else:
            await system.run(sql("totp_relock"), row["user_id"], relock(row["totp"]))
    return len(rows)
