"""Keep a key of one's own for a language model, or forget it."""

from metricgain.kit.vault import Vault
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.language_models import save_model_key


async def keep_model_key(change: Change, *, key: str | None, secret_keys: str) -> None:
    """Keep a key encrypted; None forgets it. Raises Invalid without a secret key."""
    locked = None if key is None else Vault(secret_keys).lock(key)
    await save_model_key(change, locked_key=locked)
    await note_event(
        change.tx,
        change.user_id,
        "model_key_forgotten" if key is None else "model_key_kept",
        now=change.now,
    )
