"""Who was behind a token when it was last seen: a guess that is checked each time.

It lets a request begin as its user, so that one transaction makes sure of the user and
answers. A guess that is wrong finds nothing.
"""

from typing import Final

_MOST: Final = 10_000


class Askers:
    """Users by the hashes of their tokens, of those that were seen last."""

    def __init__(self) -> None:
        self._users: dict[bytes, int] = {}

    def guess(self, token_hash: bytes) -> int | None:
        """Return whose token this probably is, or None."""
        return self._users.get(token_hash)

    def saw(self, token_hash: bytes, user_id: int) -> None:
        """Remember whose token this is, for as long as there is room."""
        self._users.pop(token_hash, None)
        if len(self._users) >= _MOST:
            del self._users[next(iter(self._users))]
        self._users[token_hash] = user_id

    def forget(self, token_hash: bytes) -> None:
        """Guess no more whose token this is."""
        self._users.pop(token_hash, None)
