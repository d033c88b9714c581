"""Make an account."""

from datetime import datetime

from metricgain.kit.errors import NotAllowed
from metricgain.store.accounts import NewAccount, create_account
from metricgain.store.audit import note_on_instance
from metricgain.store.database import Transaction
from metricgain.store.invitations import use_up_invitation
from metricgain.store.people import hash_of


async def register(
    system: Transaction,
    new: NewAccount,
    *,
    now: datetime,
    needs_invitation: bool,
    invitation: str = "",
) -> int:
    """Make an account of checked values and return its id.

    An invitation is used up with it. Raises NotAllowed without a valid one where one
    is needed, and Conflict if the e-mail address has an account.
    """
    if needs_invitation and not await use_up_invitation(
        system, hash_of(invitation), now=now
    ):
        raise NotAllowed(
            "this invitation is not valid, or no longer",
            field="invitation",
            remedy="Ask whoever runs this installation for an invitation.",
        )
    user_id = await create_account(system, new, now=now)
    await note_on_instance(system, "account_made", about_user=user_id, now=now)
    return user_id
