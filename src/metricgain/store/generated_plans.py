"""What a planner or a language model has answered, kept under what it was asked."""

import hashlib
from collections.abc import Mapping

import msgspec

from metricgain.store.database import Transaction, sql

MOST_KEPT = 60
"""So many answers are kept for a user, those that were used last."""


def key_of(kind: str, version: str, asked: object) -> str:
    """Return the key of a question: another one whenever anything in it is another.

    `asked` holds all that the answer follows from; so a change of the profile, of
    landmarks or of the exercises makes another key, and what was kept before is never
    found again.
    """
    said = msgspec.json.encode(
        (kind, version, asked), order="deterministic", enc_hook=_plain
    )
    return hashlib.sha256(said).hexdigest()


async def find_generated(tx: Transaction, key: str) -> object | None:
    """Return what is kept under a key, None for nothing, and count that it was used."""
    return await tx.value(sql("generated_plan_use"), tx.user_id, key)


async def keep_generated(tx: Transaction, key: str, *, kind: str, made: object) -> None:
    """Keep an answer under a key, and forget the oldest ones; twice is once."""
    await tx.run(
        sql("generated_plan_keep"),
        tx.user_id,
        key,
        kind,
        msgspec.to_builtins(made),
        MOST_KEPT - 1,
    )


def _plain(held: object) -> object:
    if isinstance(held, Mapping):
        return dict(held)
    raise TypeError(f"nothing is kept under a {type(held).__name__}")
