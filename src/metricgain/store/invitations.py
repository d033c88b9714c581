"""Invitations: codes by which one account may be made."""

from datetime import datetime

from metricgain.store.database import Transaction, sql


async def add_invitation(
    system: Transaction, code_hash: bytes, *, now: datetime, expires_at: datetime
) -> None:
    """Keep an invitation by the hash of its code, and drop those that expired."""
    await system.run(sql("invitation_clear"), now)
    await system.run(sql("invitation_add"), code_hash, now, expires_at)


async def use_up_invitation(
    system: Transaction, code_hash: bytes, *, now: datetime
) -> bool:
    """Use an invitation, which works once; return whether it was valid."""
    return await system.run(sql("invitation_use"), code_hash, now) > 0
