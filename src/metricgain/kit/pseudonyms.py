"""Names that stay the same without telling whose they are."""

import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from metricgain.kit.errors import Invalid
from metricgain.kit.ids import secret

Pseudonym: TypeAlias = Callable[[str, object], str]
"""From a kind and what is to be hidden to its name of 32 hexadecimal digits."""

SHORTEST_KEY: Final = 16


def pseudonyms(key: bytes) -> Pseudonym:
    """Return names by a keyed hash (HMAC-SHA-256): without the key nobody can tell.

    Raises Invalid for a key that could be guessed.
    """
    if len(key) < SHORTEST_KEY:
        raise Invalid(f"a key has at least {SHORTEST_KEY} bytes", field="key-file")

    def name(kind: str, hidden: object) -> str:
        said = f"{kind}:{hidden}".encode()
        return hmac.new(key, said, hashlib.sha256).hexdigest()[:32]

    return name


def key_of(path: Path) -> bytes:
    """Return the key in a file; a file that is not there is made, for its owner only.

    Raises Invalid where it cannot be read or made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    except OSError as error:
        raise Invalid(f"{path}: {error.strerror}", field="key-file") from error
    with os.fdopen(made, "w") as file:
        file.write(f"{secret()}\n")
    return _read(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().strip()
    except OSError as error:
        raise Invalid(f"{path}: {error.strerror}", field="key-file") from error
