"""Indexes that nobody needs, that are missing, or that have grown too large."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import asyncpg

from metricgain.store.database import DatabaseAway, sql

Kind: TypeAlias = Literal["redundant", "unused", "missing", "bloated"]

WORTH_A_WORD: Final = 1 << 20
"""Below a megabyte, an index costs nothing and a scan of the table is quick."""
MANY_SCANS: Final = 100
_LARGE_SHARE: Final = 1.5
_ENTRY_BYTES: Final = 8
_POINTER_BYTES: Final = 4
_ALIGNED_TO: Final = 8
_FULL: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index: its keys in order, bytes, scans, and the bytes it would have anew.

    One that `is_part` of that of a split table cannot be dropped alone.
    """

    table: str
    name: str
    keys: tuple[str, ...]
    predicate: str | None
    is_unique: bool
    bytes: int
    scans: int
    bytes_anew: int
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A foreign key of which no index begins with a column."""

    table: str
    name: str
    referenced: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableUse:
    """A table: its bytes, and how often all of its rows were read."""

    name: str
    bytes: int
    scans: int
    rows_read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """What there is to judge."""

    indexes: tuple[Index, ...]
    references: tuple[Reference, ...]
    tables: tuple[TableUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, what it costs, and the statement that mends it."""

    kind: Kind
    table: str
    name: str
    bytes: int
    scans: int
    because: str
    fix: str


async def load_schema(owner_url: str) -> Schema:
    """Return indexes, references and tables as the server knows them.

    Raises DatabaseAway.
    """
    try:
        connection = await asyncpg.connect(owner_url)
    except (OSError, asyncpg.PostgresError) as error:
        raise DatabaseAway(str(error)) from error
    try:
        indexes = await connection.fetch(sql("indexes_list"))
        references = await connection.fetch(sql("indexes_references"))
        tables = await connection.fetch(sql("indexes_tables"))
    finally:
        await connection.close()
    return Schema(
        indexes=tuple(_index(row) for row in indexes),
        references=tuple(
            Reference(
                table=row["table_name"],
                name=row["name"],
                referenced=row["referenced"],
                columns=tuple(row["columns"]),
            )
            for row in references
        ),
        tables=tuple(TableUse(**dict(row)) for row in tables),
    )


def findings(schema: Schema) -> list[Finding]:
    """Return everything that could be better, the largest first within its kind."""
    found = [
        *_redundant(schema.indexes),
        *_unused(schema.indexes),
        *_missing(schema),
        *_bloated(schema.indexes),
    ]
    order = ("redundant", "unused", "missing", "bloated")
    return sorted(found, key=lambda one: (order.index(one.kind), -one.bytes, one.name))


def _redundant(indexes: Sequence[Index]) -> Iterator[Finding]:
    for index in indexes:
        cover = next((other for other in indexes if _covers(other, index)), None)
        if cover is not None:
            yield Finding(
                kind="redundant",
                table=index.table,
                name=index.name,
                bytes=index.bytes,
                scans=index.scans,
                because=f"{cover.name} begins with the same columns",
                fix=f"DROP INDEX CONCURRENTLY {index.name}",
            )


def _covers(other: Index, index: Index) -> bool:
    """Say whether all that `index` does is done by `other` as well."""
    if (other.table, other.predicate) != (index.table, index.predicate):
        return False
    if other.name == index.name or other.keys[: len(index.keys)] != index.keys:
        return False
    if index.is_unique or index.is_part:
        return False
    # Of two equal ones, one goes.
    return (
        len(other.keys) > len(index.keys)
        or other.is_unique
        or (other.name < index.name)
    )


def _unused(indexes: Sequence[Index]) -> Iterator[Finding]:
    for index in indexes:
        kept = index.is_unique or index.is_part
        if index.scans == 0 and not kept and index.bytes >= WORTH_A_WORD:
            yield Finding(
                kind="unused",
                table=index.table,
                name=index.name,
                bytes=index.bytes,
                scans=0,
                because="no statement has used it since the counts began",
                fix=f"DROP INDEX CONCURRENTLY {index.name}",
            )


def _missing(schema: Schema) -> Iterator[Finding]:
    scanned = {
        table.name: table
        for table in schema.tables
        if table.bytes >= WORTH_A_WORD and table.scans >= MANY_SCANS
    }
    for reference in schema.references:
        table = scanned.pop(reference.table, None)
        if table is not None:
            yield _unindexed(reference, table)
    for table in scanned.values():
        yield Finding(
            kind="missing",
            table=table.name,
            name="",
            bytes=table.bytes,
            scans=table.scans,
            because=f"{_rows_each(table)} rows are read by each scan of all of it",
            # Which columns are asked for, only the statements can tell.
            fix="SELECT calls, query FROM pg_stat_statements WHERE query ILIKE"  # noqa: S608 - it is printed
            f" '%{table.name}%' ORDER BY total_exec_time DESC LIMIT 5",
        )


def _unindexed(reference: Reference, table: TableUse) -> Finding:
    columns = ", ".join(reference.columns)
    return Finding(
        kind="missing",
        table=reference.table,
        name=reference.name,
        bytes=table.bytes,
        scans=table.scans,
        because=f"deleting from {reference.referenced} reads all of it, and each scan"
        f" reads {_rows_each(table)} rows",
        fix=f"CREATE INDEX CONCURRENTLY ON {reference.table} ({columns})",
    )


def _rows_each(table: TableUse) -> str:
    return f"{table.rows_read // max(1, table.scans):,}"


def _bloated(indexes: Sequence[Index]) -> Iterator[Finding]:
    for index in indexes:
        too_large = index.bytes > _LARGE_SHARE * index.bytes_anew
        if too_large and index.bytes - index.bytes_anew >= WORTH_A_WORD:
            yield Finding(
                kind="bloated",
                table=index.table,
                name=index.name,
                bytes=index.bytes,
                scans=index.scans,
                because=f"written anew it takes about {index.bytes_anew >> 20} MB",
                fix=f"REINDEX INDEX CONCURRENTLY {index.name}",
            )


def _index(row: asyncpg.Record) -> Index:
    entry = _ENTRY_BYTES + row["key_bytes"]
    aligned = -(-entry // _ALIGNED_TO) * _ALIGNED_TO + _POINTER_BYTES
    return Index(
        table=row["table_name"],
        name=row["name"],
        keys=tuple(row["keys"]),
        predicate=row["predicate"],
        is_unique=row["is_unique"],
        bytes=row["bytes"],
        scans=row["scans"],
        bytes_anew=int(row["entries"] * aligned / _FULL),
        is_part=row["is_part"],
    )
