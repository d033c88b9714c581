"""How `sets` lies, and where it would be cut."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import asyncpg

from metricgain.kit.ids import uuid7_from

TABLE: Final = "sets"
REST: Final = "sets_rest"
"""What is newer than the last year that was moved out: the table as it was."""
PREFIX: Final = "sets_to_"
WORTH_IT: Final = 10_000_000
"""So many sets are worth partitions."""

_YEARS: Final = range(1971, 2101)
_SHARE: Final = 20
_OF_YEARS: Final = (
    "SELECT width_bucket(workout_log_id, $1::uuid[]) AS place, count(*) AS rows"
    " FROM {table} GROUP BY 1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A partition with the sets up to the end of a year; None has no end."""

    name: str
    until: int | None
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How `sets` lies: in parts, the oldest first, or in one table (no parts).

    `years` tells how many sets of each year still lie in one table or in the rest.
    """

    parts: tuple[Part, ...] = ()
    years: Mapping[int, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many sets there are."""
        moved = sum(part.rows for part in self.parts if part.until is not None)
        return moved + sum(self.years.values())

    def to_close(self, *, this_year: int) -> tuple[int, ...]:
        """Return the years at whose ends to cut: past ones, none of them tiny.

        Years with little in them go along with the one that follows.
        """
        closed, waiting = [], 0
        for year in sorted(self.years):
            waiting += self.years[year]
            if year < this_year and waiting * _SHARE >= self.rows:
                closed.append(year)
                waiting = 0
        return tuple(closed)

    def rows_to_move(self, years: tuple[int, ...]) -> dict[int, int]:
        """Return how many sets each cut moves out, by its year."""
        before = 0
        moved = {}
        for year in years:
            upto = sum(rows for of, rows in self.years.items() if of <= year)
            moved[year] = upto - before
            before = upto
        return moved


def first_id_after(year: int) -> UUID:
    """Return the id before which all logs of a year lie: its end, then zeros."""
    at = datetime(year + 1, 1, 1, tzinfo=UTC)
    return UUID(int=uuid7_from(int(at.timestamp() * 1000), 0).int >> 80 << 80)


async def read_layout(connection: asyncpg.Connection) -> Layout:
    """Return the layout; the connection has to see all rows."""
    names = await part_names(connection)
    parts = [
        Part(name=name, until=int(name.removeprefix(PREFIX)), rows=rows)
        for name in names
        if name != REST
        for rows in [await connection.fetchval(f"SELECT count(*) FROM {name}")]  # noqa: S608 - from the catalog
    ]
    bounds = [first_id_after(year - 1) for year in _YEARS]
    table = REST if names else TABLE
    found = await connection.fetch(_OF_YEARS.format(table=table), bounds)
    years = {_YEARS[0] - 1 + row["place"]: row["rows"] for row in found}
    if names:
        parts.append(Part(name=REST, until=None, rows=sum(years.values())))
    return Layout(parts=tuple(parts), years=years)


async def part_names(connection: asyncpg.Connection) -> list[str]:
    """Return the partitions, the oldest first and the rest last."""
    rows = await connection.fetch(
        "SELECT c.relname::text AS name FROM pg_inherits i"
        " JOIN pg_class c ON c.oid = i.inhrelid"
        " WHERE i.inhparent = $1::regclass",
        TABLE,
    )
    # "sets_rest" sorts before "sets_to_2024", and is the newest.
    return sorted((row["name"] for row in rows), key=lambda name: (name == REST, name))
