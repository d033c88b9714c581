"""What users let a language model read, with which key, and what it was asked for."""

from dataclasses import dataclass
from datetime import datetime

from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConsent:
    """Where questions may be sent (`agreed_to`, a host), since when, with which key.

    The key is encrypted. `failures` counts answers that could not be used, tokens are
    those that the model has counted.
    """

    agreed_to: str | None = None
    agreed_at: datetime | None = None
    locked_key: bytes | None = None
    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    failures: int = 0


async def load_consent(tx: Transaction) -> ModelConsent:
    """Return what the user has agreed to; nothing, for most."""
    row = await tx.row(sql("language_model"), tx.user_id)
    return ModelConsent(**dict(row)) if row else ModelConsent()


async def save_consent(change: Change, *, agreed_to: str | None) -> None:
    """Keep the host that questions may be sent to, None for none."""
    at = None if agreed_to is None else change.now
    await change.tx.run(sql("language_model_agree"), change.user_id, agreed_to, at)


async def save_model_key(change: Change, *, locked_key: bytes | None) -> None:
    """Keep the user's own key, encrypted; None forgets it."""
    await change.tx.run(sql("language_model_key"), change.user_id, locked_key)


async def add_model_use(
    tx: Transaction,
    *,
    requests: int,
    input_tokens: int,
    output_tokens: int,
    failures: int,
) -> None:
    """Count what the user's questions have cost."""
    await tx.run(
        sql("language_model_used"),
        tx.user_id,
        requests,
        input_tokens,
        output_tokens,
        failures,
    )
