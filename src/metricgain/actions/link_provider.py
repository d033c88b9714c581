"""Link one's account to whom an identity provider vouches for."""

from metricgain.integrations.oidc import Identity
from metricgain.kit.errors import Conflict
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.identities import link_identity


async def link_provider(
    change: Change, identity: Identity, *, belongs_to: int | None
) -> None:
    """Link the account; doing it again is fine.

    `belongs_to` is whose account is linked to that identity now. Raises Conflict if it
    is another's, or if this account is linked to another identity of the provider.
    """
    if belongs_to == change.user_id:
        return
    if belongs_to is not None:
        raise Conflict("another account here is linked to this identity")
    if not await link_identity(
        change.tx,
        change.user_id,
        issuer=identity.issuer,
        subject=identity.subject,
        email=identity.email,
        now=change.now,
    ):
        raise Conflict(
            "this account is linked to another identity",
            remedy="Take that link back first.",
        )
    await note_event(
        change.tx,
        change.user_id,
        "provider_linked",
        now=change.now,
        subject=identity.email,
    )
