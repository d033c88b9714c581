"""Hash and check passwords with argon2id, beside the event loop.

Both take about a tenth of a second and 64 MiB on purpose, so that guessing is dear.
Two threads per process at most do it: more would only take memory.
"""

import asyncio
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher()
_THREADS: Final = ThreadPoolExecutor(2, thread_name_prefix="argon2")
_NOBODY: Final = (
    f"$argon2id$v=19$m={_HASHER.memory_cost},t={_HASHER.time_cost}"
    f",p={_HASHER.parallelism}${'A' * 22}${'A' * 43}"
)
"""A hash with the present parameters that no password is known to have."""


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
