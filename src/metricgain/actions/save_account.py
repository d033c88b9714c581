"""Change the address and the name of one's account."""

from metricgain.store.accounts import load_account, set_account
from metricgain.store.audit import note_event
from metricgain.store.changes import Change


async def save_account(change: Change, *, email: str, full_name: str | None) -> None:
    """Replace both by checked values. Raises Conflict if the address is taken."""
    before = await load_account(change.tx, change.user_id)
    await set_account(
        change.tx, change.user_id, email=email, full_name=full_name, now=change.now
    )
    if email != before.email:
        await note_event(change.tx, change.user_id, "address_changed", now=change.now)
