"""What language models are told, in files with a version in their name.

A changed text is a new file: what a model was asked can be read back later.
"""

from importlib.resources import files
from typing import Final

WEEK: Final = "week-v1"
OUTLINE: Final = "outline-v1"
WISHES: Final = "wishes-v1"


def prompt(name: str) -> str:
    """Return a prompt by its name and version."""
    return (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
