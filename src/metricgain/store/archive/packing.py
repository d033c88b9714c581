"""Packs rows of sets into few bytes, column by column, and back.

Neighbours in a column are alike, so a column packs better than a row. A column that
says the same everywhere is said once, one with few values names them by number, and
moments are told by the microseconds between them.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

import msgspec
import zstandard

Value: TypeAlias = str | int | float | bool | None
PackedRow: TypeAlias = dict[str, Value]
"""A row as JSON has it: moments in ISO 8601, ids and decimals as text."""

_VERSION: Final = 1
_LEVEL: Final = 19
_LARGEST: Final = 64 * 1024 * 1024
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class _Column(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The values of a column: `all` alike, `at` places of `of`, or times `after`."""

    all: list[Value] = msgspec.field(default_factory=list)
    of: list[Value] = msgspec.field(default_factory=list)
    at: list[int] = msgspec.field(default_factory=list)
    after: list[int] = msgspec.field(default_factory=list)
    plain: list[Value] = msgspec.field(default_factory=list)


class _Body(msgspec.Struct, kw_only=True):
    version: int
    rows: int
    columns: dict[str, _Column]


def pack(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return rows of the same columns packed; their order is kept."""
    names = list(rows[0]) if rows else []
    columns = {name: _packed([row[name] for row in rows]) for name in names}
    body = _Body(version=_VERSION, rows=len(rows), columns=columns)
    packer = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    return packer.compress(msgspec.json.encode(body))


def unpack(body: bytes) -> list[PackedRow]:
    """Return the rows, as JSON has them."""
    plain = zstandard.ZstdDecompressor().decompress(body, max_output_size=_LARGEST)
    found = msgspec.json.decode(plain, type=_Body)
    columns = {
        name: _unpacked(column, found.rows) for name, column in found.columns.items()
    }
    return [
        dict(zip(columns, values, strict=True))
        for values in zip(*columns.values(), strict=True)
    ]


def _packed(values: list[object]) -> _Column:
    if all(isinstance(value, datetime) for value in values):
        moments = [_microseconds(value) for value in values]
        return _Column(after=[moments[0], *(b - a for a, b in pairwise(moments))])
    shown: list[Value] = msgspec.to_builtins(values)
    distinct = list(dict.fromkeys(shown))
    if len(distinct) == 1:
        return _Column(all=distinct)
    if len(distinct) * 2 > len(shown):
        return _Column(plain=shown)
    place = {value: number for number, value in enumerate(distinct)}
    return _Column(of=distinct, at=[place[value] for value in shown])


def _microseconds(value: object) -> int:
    assert isinstance(value, datetime)
    return (value - _EPOCH) // _MICROSECOND


def _unpacked(column: _Column, rows: int) -> list[Value]:
    if column.after:
        return [
            (_EPOCH + timedelta(microseconds=at)).isoformat()
            for at in accumulate(column.after)
        ]
    if column.all:
        return column.all * rows
    if column.of:
        return [column.of[place] for place in column.at]
    return column.plain
