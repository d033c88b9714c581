"""Hash and check passwords with argon2id, beside the event loop.

Both take about a tenth of a second and 64 MiB on purpose, so that guessing is dear.
Two threads per process at most do it: more would only take memory.
"""

import asyncio
import re
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from metricgain.kit.errors import Invalid
from metricgain.kit.text import checked_password

MOST_GUESSES: Final = 1_000_000
"""A password that is found with fewer guesses is refused."""
_LONGEST_GUESSED: Final = 72
_NEAR_AT_HAND: Final = ("metric gain", "metricgain")
_HASHER: Final = PasswordHasher()
_THREADS: Final = ThreadPoolExecutor(2, thread_name_prefix="argon2")
_NOBODY: Final = (
    f"$argon2id$v=19$m={_HASHER.memory_cost},t={_HASHER.time_cost}"
    f",p={_HASHER.parallelism}${'A' * 22}${'A' * 43}"
)
"""A hash with the present parameters that no password is known to have."""


async def hash_new_password(
    password: str, *, about: Sequence[str | None], field: str = "password"
) -> str:
    """Return the hash of a password that somebody wants to have.

    Raises Invalid for one of less than 10 or more than 1,024 characters, and for one
    that is found within a million guesses, by whoever knows the most used passwords,
    words, dates and patterns, and what is `about` the person: address and name (zxcvbn,
    Wheeler 2016).
    """
    checked_password(password, field=field)
    loop = asyncio.get_running_loop()
    if await loop.run_in_executor(_THREADS, _is_guessed_soon, password, about):
        raise Invalid(
            "is one of the first that are guessed",
            field=field,
            remedy="Take some words that have nothing to do with each other.",
        )
    return await hash_password(password)


async def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with a salt of its own."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREADS, _hash, password)


async def is_password(password: str, stored: str | None) -> bool:
    """Return whether a password has this hash; it takes as long where there is none."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREADS, _verify, password, stored or _NOBODY)


def is_outdated(stored: str) -> bool:
    """Return whether a hash was made with other parameters than are used now."""
    return _HASHER.check_needs_rehash(stored)


def _is_guessed_soon(password: str, about: Sequence[str | None]) -> bool:
    # Nobody tries longer ones out, and to estimate them takes long.
    if len(password) > _LONGEST_GUESSED:
        return False
    # Its lists take a tenth of a second to load, and few starts need them.
    known = [one for one in (*_NEAR_AT_HAND, *about) if one]
    words = [
        word
        for one in known
        for word in (one.partition("@")[0], *re.split(r"\W+", one))
        if word
    ]
    estimate = import_module("zxcvbn").zxcvbn(password, known + words)
    return bool(estimate["guesses"] < MOST_GUESSES)


def _hash(password: str) -> str:
    return _HASHER.hash(_same_for_all_keyboards(password))


def _verify(password: str, stored: str) -> bool:
    try:
        return _HASHER.verify(stored, _same_for_all_keyboards(password))
    except (VerificationError, InvalidHashError):
        return False


def _same_for_all_keyboards(password: str) -> str:
    """Compose accents: some devices send one character where others send two."""
    return unicodedata.normalize("NFC", password)
