"""Tells columns by what stands in them, where no heading that is known does."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from metricgain.importers.durations import duration
from metricgain.importers.fields import number
from metricgain.importers.moments import moment

_ENOUGH: Final = 0.9
_LONGEST_WORD: Final = 60


def is_number(text: str) -> bool:
    """Tell whether a cell holds a number or nothing."""
    try:
        number(text)
    except ValueError:
        return False
    return True


def is_full_date(text: str) -> bool:
    """Tell whether a cell holds a date with a time."""
    found = moment(text)
    return found is not None and found.has_time


def is_date(text: str) -> bool:
    """Tell whether a cell holds a date."""
    return moment(text) is not None


def is_duration(text: str) -> bool:
    """Tell whether a cell holds a duration or nothing."""
    return not text.strip() or duration(text) is not None


def is_name(text: str) -> bool:
    """Tell whether a cell holds words: something, and no number."""
    clean = text.strip()
    return bool(clean) and not is_number(clean) and not is_date(clean)


def is_order(text: str) -> bool:
    """Tell whether a cell holds a place or the kind of a set."""
    clean = text.strip()
    return clean.isdecimal() or (0 < len(clean) <= _LONGEST_WORD and is_name(clean))


def fits(
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    checks: Mapping[str, Callable[[str], bool]],
) -> bool:
    """Tell whether nine of ten rows have these columns in this order."""
    if not rows:
        return False
    good = sum(
        len(row) == len(columns)
        and all(
            checks[column](cell)
            for column, cell in zip(columns, row, strict=True)
            if column in checks
        )
        for row in rows
    )
    return good >= len(rows) * _ENOUGH
