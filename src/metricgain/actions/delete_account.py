"""Delete one's account."""

from metricgain.store.accounts import remove_account
from metricgain.store.audit import note_on_instance
from metricgain.store.changes import Change


async def delete_account(change: Change) -> None:
    """Delete the account and everything in it, at once and for good."""
    await note_on_instance(
        change.tx, "account_deleted", about_user=change.user_id, now=change.now
    )
    await remove_account(change.tx, change.user_id)
