"""Sign in as whom an identity provider vouches for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from metricgain.integrations.oidc import Identity
from metricgain.kit.errors import Conflict, Invalid, NotAllowed, NotSignedIn
from metricgain.kit.text import checked_email
from metricgain.store.accounts import (
    NO_PASSWORD,
    NewAccount,
    create_account,
    find_credentials,
    note_sign_in_without_password,
    take_turn,
)
from metricgain.store.audit import note_event, note_on_instance
from metricgain.store.database import Transaction
from metricgain.store.identities import find_identity, link_identity, note_vouched
from metricgain.store.sessions import NewSession, start_session

_LONGEST_NAME: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is done with somebody who is new here.

    `makes_accounts`: they get an account. `links_by_email`: if the provider has
    verified their address and an account has it, that account is theirs.
    """

    makes_accounts: bool
    links_by_email: bool
    timezone: str = "UTC"
    weight_unit: str = "kg"


async def sign_in_by_provider(
    system: Transaction,
    identity: Identity,
    session: NewSession,
    *,
    rules: Rules,
    now: datetime,
) -> int:
    """Start a session, and return whose it is.

    Raises NotAllowed for somebody new where no accounts are made, Conflict where their
    address has an account that is not theirs by the rules, Invalid without an address,
    NotSignedIn for a closed account.
    """
    # Two first visits at once must not make two accounts.
    await take_turn(system)
    user_id = await find_identity(
        system, issuer=identity.issuer, subject=identity.subject
    )
    if user_id is None:
        user_id = await _welcome(system, identity, rules, now=now)
    if not await note_sign_in_without_password(system, user_id, now=now):
        raise NotSignedIn("this account is closed")
    await note_vouched(system, user_id, issuer=identity.issuer, now=now)
    await start_session(system, user_id, session, now=now)
    await note_event(
        system,
        user_id,
        "signed_in",
        now=now,
        subject="provider",
        visitor=session.visitor,
    )
    return user_id


async def _welcome(
    system: Transaction, identity: Identity, rules: Rules, *, now: datetime
) -> int:
    """Find or make the account of somebody who comes for the first time."""
    if not identity.email:
        raise Invalid(
            "the identity provider does not say an e-mail address",
            field="email",
            remedy="Let it give the scope email to this application.",
        )
    email = checked_email(identity.email)
    known = await find_credentials(system, email)
    if known is not None and not (rules.links_by_email and identity.is_verified):
        raise Conflict(
            "an account here has this e-mail address already",
            field="email",
            remedy="Sign in to it with its password, and link it in the settings.",
        )
    if known is None and not rules.makes_accounts:
        raise NotAllowed(
            "this installation does not take new accounts",
            remedy="Ask whoever runs it to make one: metricgain user create.",
        )
    user_id = (
        known.user_id
        if known
        else await _make_account(system, email, identity.name, rules, now=now)
    )
    linked = await link_identity(
        system,
        user_id,
        issuer=identity.issuer,
        subject=identity.subject,
        email=email,
        now=now,
    )
    if not linked:
        raise Conflict(
            "this account belongs to somebody else at the identity provider",
            field="email",
        )
    await note_event(system, user_id, "provider_linked", now=now, subject=email)
    return user_id


async def _make_account(
    system: Transaction, email: str, name: str | None, rules: Rules, *, now: datetime
) -> int:
    full_name = "".join(filter(str.isprintable, name or ""))[:_LONGEST_NAME].strip()
    new = NewAccount(
        email=email,
        password_hash=NO_PASSWORD,
        full_name=full_name or None,
        timezone=rules.timezone,
        weight_unit=rules.weight_unit,
    )
    user_id = await create_account(system, new, now=now)
    await note_on_instance(system, "account_made", about_user=user_id, now=now)
    return user_id
