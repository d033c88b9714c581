"""What the values of an exported row may be, by the declared type of their column.

The database takes more than what we write: "8" for 8, "now" for a moment, NaN for a
weight, and it rounds without a word. A restored value is what an export would hold.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Integer,
    Numeric,
    SmallInteger,
    String,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

Broken: TypeAlias = Callable[[object], str | None]
"""Returns the rule that a value breaks, or None."""

DEEPEST: Final = 40
_LARGEST_DOUBLE: Final = Decimal("1e308")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
# More elements than any list of ours has.
_LONGEST: Final = 100_000


def broken_by(column: Column[object]) -> Broken:
    """Return what tells which rule of its column a value breaks."""
    return _of_type(column.type)


def _of_type(kind: object) -> Broken:
    match kind:
        case ARRAY():
            return _listed(_of_type(kind.item_type))
        # A double is a numeric to SQLAlchemy.
        case Numeric() if not isinstance(kind, Double):
            return _decimal(kind.precision or 0, kind.scale or 0)
        case Integer():
            return _whole(_bits(kind))
        case String():
            return _text(kind.length)
        case _:
            return next(broken for one, broken in _PLAIN if isinstance(kind, one))


def _bits(kind: Integer) -> int:
    match kind:
        case SmallInteger():
            return 15
        case BigInteger():
            return 63
        case _:
            return 31


def _flag(value: object) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _whole(bits: int) -> Broken:
    most = 2**bits - 1

    def broken(value: object) -> str | None:
        number = _number(value)
        if isinstance(number, int) and -most - 1 <= number <= most:
            return None
        return f"must be a whole number from {-most - 1} to {most}"

    return broken


def _double(value: object) -> str | None:
    number = _number(value)
    if number is None or not -_LARGEST_DOUBLE < number < _LARGEST_DOUBLE:
        return "must be a number"
    return None


def _number(value: object) -> int | float | Decimal | None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return value
    return None


def _decimal(digits: int, places: int) -> Broken:
    least, bound = Decimal(1).scaleb(-places), Decimal(10) ** (digits - places)

    def broken(value: object) -> str | None:
        number = _number(value)
        if number is None or isinstance(number, float):
            return "must be a number"
        if not -bound < number < bound:
            return f"must be a number below {bound:f}"
        # Whatever is finer would be rounded without a word.
        if Decimal(number) % least:
            return f"must have at most {places} decimals"
        return None

    return broken


def _uuid(value: object) -> str | None:
    if isinstance(value, str) and _UUID.fullmatch(value):
        return None
    return "must be a UUID"


def _moment(value: object) -> str | None:
    if isinstance(value, str):
        try:
            if datetime.fromisoformat(value).tzinfo is not None:
                return None
        except ValueError:
            pass
    return "must be a moment with its offset, as 2026-03-01T09:00:00+00:00"


def _day(value: object) -> str | None:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return None
    return "must be a day, as 2026-03-01"


def _text(longest: int | None) -> Broken:
    def broken(value: object) -> str | None:
        if not isinstance(value, str):
            return "must be text"
        if longest is not None and len(value) > longest:
            return f"must have at most {longest} characters"
        return "must not hold the character zero" if "\0" in value else None

    return broken


def _listed(broken_item: Broken) -> Broken:
    def broken(value: object) -> str | None:
        if not isinstance(value, list) or len(value) > _LONGEST:
            return f"must be a list of at most {_LONGEST}"
        rules = (broken_item(item) for item in value)
        rule = next((rule for rule in rules if rule), None)
        return rule and f"each of the list {rule}"

    return broken


def _json(value: object) -> str | None:
    level = [value]
    for _ in range(DEEPEST):
        if any(isinstance(one, str) and "\0" in one for one in level):
            return "must not hold the character zero"
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return None
    return f"must not lie in each other more than {DEEPEST} times"


def _inside(value: object) -> list[object]:
    match value:
        case dict():
            return [*value, *value.values()]
        case list():
            return list(value)
        case _:
            return []


_PLAIN: Final[tuple[tuple[type, Broken], ...]] = (
    (JSONB, _json),
    (Boolean, _flag),
    (Double, _double),
    (Uuid, _uuid),
    (DateTime, _moment),
    (Date, _day),
)
