"""The one place that draws ids and secrets."""

import secrets
from base64 import b32encode
from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74
_VERSION = 7
_VARIANT = 0b10


def uuid7(at: datetime) -> UUID:
    """Return a UUIDv7 (RFC 9562) whose first 48 bits are `at` in milliseconds."""
    milliseconds = int(at.timestamp() * 1000)
    return uuid7_from(milliseconds, secrets.randbits(_RANDOM_BITS))


def uuid7_from(milliseconds: int, random_bits: int) -> UUID:
    """Return the UUIDv7 of a time in milliseconds and 74 given bits."""
    low = random_bits & ((1 << 62) - 1)
    high = (random_bits >> 62) & ((1 << 12) - 1)
    return UUID(
        int=(milliseconds & ((1 << 48) - 1)) << 80
        | _VERSION << 76
        | high << 64
        | _VARIANT << 62
        | low
    )


def row_id() -> int:
    """Return a random positive 31-bit id, for a row that is unique in its parent."""
    return secrets.randbelow(2**31 - 1) + 1


def secret() -> str:
    """Return 256 random bits as 43 URL-safe characters."""
    return secrets.token_urlsafe(32)


def recovery_code() -> str:
    """Return 120 random bits as six groups of letters and digits, to be written down.

    They are of base 32, which has no 0 and 1 to be taken for letters.
    """
    text = b32encode(secrets.token_bytes(15)).decode().lower()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))
