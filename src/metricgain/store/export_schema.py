"""The JSON Schema of the full export: it follows from the declared tables."""

from typing import Final

from sqlalchemy import (
    ARRAY,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Integer,
    Numeric,
    String,
    Table,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.kit.own_format import FORMAT, SCHEMA_VERSION
from metricgain.store.owned_rows import EXPORTED, columns_of, has_json, is_exercise

_EXERCISE: Final = (
    "An exercise of the catalogue, or one of one's own if it is below zero."
)
_KINDS: Final[tuple[tuple[type, dict[str, object]], ...]] = (
    (Boolean, {"type": "boolean"}),
    (Integer, {"type": "integer"}),
    (Numeric, {"type": "number"}),
    (Double, {"type": "number"}),
    (Uuid, {"type": "string", "format": "uuid"}),
    (DateTime, {"type": "string", "format": "date-time"}),
    (Date, {"type": "string", "format": "date"}),
    (String, {"type": "string"}),
)


def export_schema() -> dict[str, object]:
    """Return the schema (2020-12) of what `GET /api/v1/export` answers as JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"MetricGain export, version {SCHEMA_VERSION}",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "schemaVersion": {"const": SCHEMA_VERSION},
            "exportedAt": {"type": "string", "format": "date-time"},
            "account": {
                "type": "object",
                "properties": {
                    "email": {"type": "string"},
                    "full_name": {"type": ["string", "null"]},
                    "timezone": {"type": "string"},
                },
                "required": ["email", "full_name", "timezone"],
                "additionalProperties": False,
            },
        }
        | {
            str(table.name): {"type": "array", "items": _row(table)}
            for table in EXPORTED
        },
        "required": ["format", "schemaVersion", "exportedAt", "account"]
        + [str(table.name) for table in EXPORTED],
        "additionalProperties": False,
    }


def _row(table: Table) -> dict[str, object]:
    columns = columns_of(table)
    return {
        "type": "object",
        "properties": {
            str(column.name): _value(column, may_be_null=has_json(table))
            for column in columns
        },
        "required": [str(column.name) for column in columns if not column.nullable],
        "additionalProperties": False,
    }


def _value(column: Column[object], *, may_be_null: bool) -> dict[str, object]:
    if isinstance(column.type, JSONB):
        return {}
    if isinstance(column.type, ARRAY):
        held = column.type.item_type
        shape = next(shape for kind, shape in _KINDS if isinstance(held, kind))
        return {"type": "array", "items": shape}
    shape = next(shape for kind, shape in _KINDS if isinstance(column.type, kind))
    if isinstance(column.type, String) and column.type.length:
        shape = shape | {"maxLength": column.type.length}
    if is_exercise(column):
        shape = shape | {"description": _EXERCISE}
    if column.nullable and may_be_null:
        shape = shape | {"type": [shape["type"], "null"]}
    return shape
