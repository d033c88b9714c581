"""Text that people type: names, e-mail addresses, passwords."""

import re
import unicodedata
from typing import Final

from metricgain.kit.errors import Invalid

LONGEST_NAME: Final = 255
LONGEST_EMAIL: Final = 255
SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 1024
_EMAIL: Final = re.compile(r"[^\s@]{1,64}@[\w-]+(\.[\w-]+)*")
_UNSEEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


def one_line(text: str, *, field: str, longest: int = LONGEST_NAME) -> str:
    """Return a name without the spaces around it. Raises Invalid.

    It has 1 to `longest` characters, none of them a control character.
    """
    stripped = text.strip()
    if not 1 <= len(stripped) <= longest:
        raise Invalid(f"must have 1 to {longest} characters", field=field)
    if has_control_characters(stripped):
        raise Invalid("must not hold control characters", field=field)
    return stripped


def has_control_characters(text: str) -> bool:
    """Return whether a text holds what no keyboard types: controls, line breaks."""
    return any(unicodedata.category(character) in _UNSEEN for character in text)


def checked_email(text: str, *, field: str = "email") -> str:
    """Return an e-mail address in the one form in which it is kept. Raises Invalid."""
    email = unicodedata.normalize("NFC", text.strip()).lower()
    if len(email) > LONGEST_EMAIL:
        raise Invalid(f"must have at most {LONGEST_EMAIL} characters", field=field)
    if not _EMAIL.fullmatch(email) or has_control_characters(email):
        raise Invalid("must be an e-mail address like you@example.org", field=field)
    return email


def checked_password(text: str, *, field: str = "password") -> str:
    """Return a new password as it is. Raises Invalid."""
    if not SHORTEST_PASSWORD <= len(text) <= LONGEST_PASSWORD:
        raise Invalid(
            f"must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters",
            field=field,
        )
    return text
