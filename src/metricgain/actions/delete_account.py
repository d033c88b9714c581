"""Delete one's account."""

from metricgain.store.accounts import remove_account
from metricgain.store.changes import Change


async def delete_account(change: Change) -> None:
    """Delete the account and everything in it, at once and for good."""
    await remove_account(change.tx, change.user_id)
