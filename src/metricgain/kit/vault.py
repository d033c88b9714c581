"""Secrets of other services, encrypted so that a copy of the database tells none."""

import json
from collections.abc import Mapping
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from metricgain.kit.errors import Conflict, Invalid


class Unreadable(Conflict):
    """What was encrypted cannot be read: the key is not among those that are set."""

    def __init__(self) -> None:
        super().__init__(
            "this was encrypted with a key that is not set any more",
            remedy="Put the old key behind the new one in METRICGAIN_SECRET_KEYS.",
        )


class Vault:
    """Encrypts with the first of its keys, and reads what any of them encrypted."""

    def __init__(self, keys: str) -> None:
        """Take Fernet keys with commas between them. Raises Invalid."""
        field = "METRICGAIN_SECRET_KEYS"
        named = [key.strip() for key in keys.split(",") if key.strip()]
        if not named:
            raise Invalid(
                "needs a key to encrypt with",
                field=field,
                remedy="Make one with: metricgain recovery new-key",
            )
        try:
            self._box = MultiFernet([Fernet(key) for key in named])
        except ValueError:
            raise Invalid(
                "must be keys made by: metricgain recovery new-key", field=field
            ) from None

    def lock(self, secret: str) -> bytes:
        """Encrypt a secret."""
        return self._box.encrypt(secret.encode())

    def open(self, locked: bytes) -> str:
        """Return a secret. Raises Unreadable."""
        try:
            return self._box.decrypt(locked).decode()
        except InvalidToken:
            raise Unreadable from None

    def relock(self, locked: bytes) -> bytes:
        """Encrypt anew with the first key what any key encrypted. Raises Unreadable."""
        try:
            return self._box.rotate(locked)
        except InvalidToken:
            raise Unreadable from None

    def seal(self, said: Mapping[str, str]) -> str:
        """Return a text that only this installation can read and make."""
        return self.lock(json.dumps(dict(said))).decode()

    def unseal(self, sealed: str, *, younger_than: timedelta) -> dict[str, str] | None:
        """Return what was sealed, or None if it is too old or was not made here."""
        try:
            text = self._box.decrypt(
                sealed.encode(), ttl=int(younger_than.total_seconds())
            )
        except InvalidToken:
            return None
        said: dict[str, str] = json.loads(text)
        return said


def new_key() -> str:
    """Draw a key."""
    return Fernet.generate_key().decode()
