"""What one process keeps of what is the same for every user."""

from collections import Counter


class Memory:
    """Values by name, each the newest version only; `hits` and `misses` by name.

    Nothing that belongs to one user may be kept here: what is found is handed to all.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, object]] = {}
        self.hits: Counter[str] = Counter()
        self.misses: Counter[str] = Counter()

    def recall(self, name: str, version: str) -> object | None:
        """Return what was kept of this version, or None."""
        found = self._kept.get(name)
        if found is None or found[0] != version:
            self.misses[name] += 1
            return None
        self.hits[name] += 1
        return found[1]

    def keep(self, name: str, version: str, value: object) -> None:
        """Keep a value in the place of any other version."""
        self._kept[name] = (version, value)
