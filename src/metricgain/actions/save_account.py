"""Change the address and the name of one's account."""

from metricgain.store.accounts import set_account
from metricgain.store.changes import Change


async def save_account(change: Change, *, email: str, full_name: str | None) -> None:
    """Replace both by checked values. Raises Conflict if the address is taken."""
    await set_account(
        change.tx, change.user_id, email=email, full_name=full_name, now=change.now
    )
