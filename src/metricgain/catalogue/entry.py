"""One entry of a catalogue file, read field by field."""

from collections.abc import Iterable, Mapping
from typing import Final

_LONGEST_NAME: Final = 255
_PAIR: Final = 2


class CatalogueError(ValueError):
    """A catalogue file breaks a rule; says in which entry and field."""

    def __init__(self, place: str, field: str, rule: str) -> None:
        super().__init__(f"{place}: {field}: {rule}")
        self.place = place
        self.field = field
        self.rule = rule


class Entry:
    """The fields of one entry, each asked for by the type it must have.

    Every question raises CatalogueError, naming the file, the entry and the field. A
    field with a default may be left out. `done` refuses what nobody asked for.
    """

    def __init__(self, place: str, fields: Mapping[str, object]) -> None:
        self.place = place
        self._fields = fields
        self._asked: set[str] = set()

    def error(self, field: str, rule: str) -> CatalogueError:
        return CatalogueError(self.place, field, rule)

    def has(self, field: str) -> bool:
        return field in self._fields

    def text(self, field: str) -> str:
        return self._as_text(field, self._get(field))

    def one_of(
        self, field: str, choices: Iterable[str], default: str | None = None
    ) -> str:
        value = self._get(field, default)
        allowed = tuple(choices)
        if value not in allowed:
            raise self.error(field, f"is one of {', '.join(allowed)}, not {value!r}")
        return str(value)

    def whole(self, field: str, low: int, high: int) -> int:
        return self._as_whole(field, self._get(field), low, high)

    def share(self, field: str) -> float:
        """Return a number above 0 and up to 1."""
        value = self._get(field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(field, "is a number")
        if not 0 < value <= 1:
            raise self.error(field, f"is above 0 and at most 1, not {value}")
        return float(value)

    def flag(self, field: str) -> bool:
        value = self._get(field, default=False)
        if not isinstance(value, bool):
            raise self.error(field, "is true or false")
        return value

    def texts(self, field: str, default: tuple[str, ...] | None = None) -> list[str]:
        values = self._list(field, default)
        return [self._as_text(field, value) for value in values]

    def span(self, field: str, low: int, high: int) -> tuple[int, int]:
        """Return the lower and the upper end of a range of whole numbers."""
        values = self._list(field)
        if len(values) != _PAIR:
            raise self.error(field, "is a lower and an upper end")
        least, most = (self._as_whole(field, value, low, high) for value in values)
        if least > most:
            raise self.error(field, f"ends at {most}, below its start at {least}")
        return least, most

    def table(self, field: str) -> dict[str, object]:
        value = self._get(field)
        if not isinstance(value, dict):
            raise self.error(field, "is a table")
        return value

    def entries(self, field: str) -> list["Entry"]:
        """Return the entries inside this one; there is at least one."""
        values = self._list(field)
        if not values:
            raise self.error(field, "is not empty")
        return [
            Entry(f"{self.place}: {field} {number}", _as_table(self, field, value))
            for number, value in enumerate(values, 1)
        ]

    def done(self) -> None:
        for field in self._fields:
            if field not in self._asked:
                raise self.error(field, "is no field of the catalogue")

    def _get(self, field: str, default: object = None) -> object:
        self._asked.add(field)
        value = self._fields.get(field, default)
        if value is None:
            raise self.error(field, "is missing")
        return value

    def _list(self, field: str, default: tuple[str, ...] | None = None) -> list[object]:
        value = self._get(field, None if default is None else list(default))
        if not isinstance(value, list):
            raise self.error(field, "is a list")
        return value

    def _as_text(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise self.error(field, "is a text in one line")
        if field != "description" and len(value) > _LONGEST_NAME:
            raise self.error(field, f"has at most {_LONGEST_NAME} characters")
        return value

    def _as_whole(self, field: str, value: object, low: int, high: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.error(field, "is a whole number")
        if not low <= value <= high:
            raise self.error(field, f"is from {low} to {high}, not {value}")
        return value


def _as_table(owner: Entry, field: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise owner.error(field, "is a list of tables")
    return value
