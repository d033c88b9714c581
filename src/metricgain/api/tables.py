"""Answers as tables: the same answer as JSON, CSV or Parquet, as the client asks.

A list is a table of its rows. An answer with lists in it has a table for each list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar
from uuid import UUID

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter
from msgspec import inspect

from metricgain.api.session import Asker
from metricgain.kit.errors import Invalid
from metricgain.kit.tabular import Cell, Column, Kind, Table, as_csv, as_parquet

T = TypeVar("T")
Format: TypeAlias = Literal["json", "csv", "parquet"]

MEDIA_TYPES: Final[Mapping[Format, str]] = {
    "json": "application/json",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
_ACCEPTED: Final[Mapping[str, Format]] = {
    "application/json": "json",
    "*/*": "json",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAs:
    """How a client wants an answer: in which format, and which of its tables."""

    format: Format
    table: str | None
    name: str

    def answer(self, found: object, to: type[T]) -> Response[T]:
        """Return what was found in a shape. Raises Invalid, NotInstalled."""
        shaped = msgspec.convert(found, to, from_attributes=True)
        if self.format == "json":
            return Response(shaped)
        table = _table(shaped, to, self.table)
        body = as_csv(table) if self.format == "csv" else as_parquet(table)
        named = f'attachment; filename="{self.name}.{self.format}"'
        return Response(
            body,  # type: ignore[arg-type]  # the same rows, encoded
            media_type=MEDIA_TYPES[self.format],
            headers={"Content-Disposition": named, "Vary": "Accept"},
        )


Shown: TypeAlias = NamedDependency[ShownAs]
"""How a route asks how its answer shall be shown."""

FormatParameter: TypeAlias = Annotated[
    Format | None,
    QueryParameter(
        name="format", description="The format; left out, what Accept asks for."
    ),
]
TableParameter: TypeAlias = Annotated[
    str | None,
    QueryParameter(
        max_length=40,
        description=(
            "Which list of the answer a CSV or Parquet file holds; left out, the first."
        ),
    ),
]


async def shown(
    request: Request[Any, Any, Any],
    asker: Asker,  # noqa: ARG001 - two that need nothing of each other cost two tasks
    format_: FormatParameter = None,
    table: TableParameter = None,
) -> ShownAs:
    """Return how a client wants an answer."""
    return ShownAs(
        format=format_ or _accepted(request.headers.get("accept", "")),
        table=table,
        name=request.url.path.rpartition("/")[2],
    )


@dataclass
class TabularOperation(Operation):
    """An operation whose answer is documented as a file, too."""

    def __post_init__(self) -> None:
        answered = (self.responses or {}).get("200")
        if isinstance(answered, OpenAPIResponse) and answered.content is not None:
            for format_ in ("csv", "parquet"):
                media_type = MEDIA_TYPES[format_]
                answered.content[media_type] = OpenAPIMediaType(
                    schema=Schema(type=OpenAPIType.STRING)
                )


def _accepted(header: str) -> Format:
    for each in header.split(","):
        wanted = each.partition(";")[0].strip().lower()
        if wanted in _ACCEPTED:
            return _ACCEPTED[wanted]
    return "json"


def _table(answer: object, shape: type, name: str | None) -> Table:
    shapes = _tables(shape)
    chosen = next(iter(shapes)) if name is None else name
    if chosen not in shapes:
        raise Invalid(f"must be one of {', '.join(shapes)}", field="table")
    attribute, row_shape = shapes[chosen]
    rows = getattr(answer, attribute) if attribute else answer
    assert isinstance(rows, list)
    columns = _columns(row_shape)
    return Table(
        columns=[column for column, _ in columns],
        rows=[[_cell(row, path) for _, path in columns] for row in rows],
    )


@cache
def _tables(shape: type) -> Mapping[str, tuple[str, type]]:
    """Return the lists of an answer: by their names, their attributes and rows."""
    described = inspect.type_info(shape)
    if isinstance(described, inspect.ListType):
        assert isinstance(described.item_type, inspect.StructType)
        return {"rows": ("", described.item_type.cls)}
    assert isinstance(described, inspect.StructType)
    return {
        field.encode_name: (field.name, field.type.item_type.cls)
        for field in described.fields
        if isinstance(field.type, inspect.ListType)
        and isinstance(field.type.item_type, inspect.StructType)
    }


@cache
def _columns(shape: type) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    """Return the columns of a row, and the attributes that lead to each cell."""
    return tuple(
        (Column(name="_".join(names), kind=kind), path)
        for names, path, kind in _leaves(shape)
    )


def _leaves(
    shape: type,
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Kind]]:
    described = inspect.type_info(shape)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        bare = _bare(field.type)
        if isinstance(bare, inspect.StructType):
            for names, path, kind in _leaves(bare.cls):
                yield (field.encode_name, *names), (field.name, *path), kind
        else:
            yield (field.encode_name,), (field.name,), _KINDS.get(type(bare), "text")


def _bare(described: inspect.Type) -> inspect.Type:
    """Return a type without its description, and without None."""
    if isinstance(described, inspect.Metadata):
        return _bare(described.type)
    if isinstance(described, inspect.UnionType):
        return next(
            _bare(each)
            for each in described.types
            if not isinstance(each, inspect.NoneType)
        )
    return described


_KINDS: Final[Mapping[type[inspect.Type], Kind]] = {
    inspect.IntType: "whole",
    inspect.FloatType: "number",
    inspect.BoolType: "flag",
    inspect.DateType: "day",
    inspect.DateTimeType: "moment",
}


def _cell(row: object, path: tuple[str, ...]) -> Cell:
    value: object = row
    for attribute in path:
        value = getattr(value, attribute)
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, UUID):
        return str(value)
    assert value is None or isinstance(
        value, str | int | float | bool | date | datetime
    )
    return value
