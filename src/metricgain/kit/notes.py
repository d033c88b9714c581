"""Longer text that people type: notes of several lines."""

from typing import Final

from metricgain.kit.errors import Invalid
from metricgain.kit.text import has_control_characters

LONGEST_NOTE: Final = 20_000
_LAYOUT: Final = str.maketrans("", "", "\n\r\t\u2028\u2029")


def checked_note(text: str | None, *, field: str) -> str | None:
    """Return a note as it is, or None for an empty one.

    Raises Invalid above 20,000 characters, and for control characters other than
    line breaks and tabs.
    """
    if text is None or not text.strip():
        return None
    if len(text) > LONGEST_NOTE:
        raise Invalid(f"must have at most {LONGEST_NOTE} characters", field=field)
    if has_control_characters(text.translate(_LAYOUT)):
        raise Invalid(
            "must not hold control characters but line breaks and tabs", field=field
        )
    return text
