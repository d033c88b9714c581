"""Rows that lie within others."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from metricgain.store.database import Row

Child = TypeVar("Child")


def by_parent(
    rows: Iterable[Row], parent: str, make: Callable[..., Child]
) -> defaultdict[object, list[Child]]:
    """Return what `make` makes of each row, by the parent that its column names.

    The names of the other columns are those of the arguments of `make`.
    """
    made: defaultdict[object, list[Child]] = defaultdict(list)
    for row in rows:
        columns = dict(row)
        made[columns.pop(parent)].append(make(**columns))
    return made
