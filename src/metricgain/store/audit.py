"""What happened to accounts and to the installation: noted, looked up, forgotten.

The application can add to it, and change nothing: the database allows no more.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias
from uuid import UUID

from metricgain.kit.ids import uuid7
from metricgain.store.database import Transaction, sql

Event: TypeAlias = Literal[
    "signed_in", "sign_in_failed", "signed_out", "session_ended", "sessions_ended",
    "password_changed", "address_changed", "token_made", "token_revoked",
    "totp_on", "totp_off", "recovery_codes_made", "recovery_code_used",
    "passkey_added", "passkey_renamed", "passkey_removed",
    "provider_linked", "provider_unlinked", "exported", "restored",
    "import_undone", "calendar_made", "calendar_revoked",
    "model_key_kept", "model_key_forgotten", "whoop_connected",
    "whoop_disconnected", "link_made", "second_factor_reset",
    "made_admin", "made_plain",
]  # fmt: skip
InstanceEvent: TypeAlias = Literal[
    "account_made", "account_deleted", "made_admin", "made_plain",
    "invitation_made", "link_made", "second_factor_reset", "password_changed",
]  # fmt: skip
_LONGEST: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """From where somebody came: the device as it names itself, the network it is in."""

    device: str | None = None
    network: str | None = None


NOBODY: Final = Visitor()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedEvent:
    """What happened to an account; `subject` is what it was about or done with."""

    id: UUID
    at: datetime
    event: Event
    subject: str | None
    device: str | None
    network: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceNote:
    """What happened, to which account; its address is gone with it."""

    id: UUID
    at: datetime
    event: str
    about_user: int | None
    email: str | None


async def note_event(
    tx: Transaction,
    user_id: int,
    event: Event,
    *,
    now: datetime,
    subject: str | None = None,
    visitor: Visitor = NOBODY,
) -> None:
    """Note what happens to an account, in the transaction in which it happens."""
    await tx.run(
        sql("audit_add"),
        user_id,
        uuid7(now),
        now,
        event,
        None if subject is None else subject[:_LONGEST],
        visitor.device,
        visitor.network,
    )


async def note_on_instance(
    tx: Transaction, event: InstanceEvent, *, about_user: int | None, now: datetime
) -> None:
    """Note what outlives the account it is about, or is about none."""
    await tx.run(sql("instance_event_add"), uuid7(now), now, event, about_user)


async def events_of(
    tx: Transaction, *, before: UUID | None, most: int
) -> list[NotedEvent]:
    """Return what happened to the user's account, newest first."""
    rows = await tx.rows(sql("audit_list"), tx.user_id, before, most)
    return [NotedEvent(**row) for row in rows]


async def events_of_all(
    system: Transaction, *, since: datetime, most: int
) -> list[InstanceNote]:
    """Return what happened to all accounts and the installation, newest first."""
    rows = [
        *await system.rows(sql("audit_of_all"), since, most),
        *await system.rows(sql("instance_event_list"), since, most),
    ]
    noted = [InstanceNote(**row) for row in rows]
    return sorted(noted, key=lambda one: (one.at, one.id), reverse=True)[:most]


async def forget_events(system: Transaction, *, before: datetime) -> int:
    """Forget what is older; return how many. A month is kept, whatever is asked."""
    forgotten = await system.run(sql("audit_forget"), before)
    return forgotten + await system.run(sql("instance_event_forget"), before)
