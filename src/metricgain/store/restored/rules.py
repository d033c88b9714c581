"""Which rule a row of a full export breaks, if any, before the database sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias

import msgspec
from sqlalchemy import CheckConstraint, Table, Uuid

from metricgain.catalogue.vocabulary import EQUIPMENT, PATTERNS
from metricgain.engine.inventory import InventoryError, inventory_loads
from metricgain.store.gym_rows import equipment_of
from metricgain.store.owned_rows import columns_of, is_exercise
from metricgain.store.restored.kinds import Broken, broken_by
from metricgain.store.tables.metadata import OWNER_BITS
from metricgain.store.templates import TemplateConfig

Values: TypeAlias = Mapping[str, object]

_NUMBERS: Final = 1 << OWNER_BITS
_FOREIGN: Final = (
    f"names an exercise of another account; those of the catalogue are 0 to"
    f" {_NUMBERS - 1}, those of the export are below zero"
)
_SHOWN: Final = 80
_READER: Final = msgspec.json.Decoder(dict[str, object], float_hook=Decimal)


@dataclass(frozen=True, slots=True)
class Flaw:
    """The value of a row that breaks a rule."""

    field: str
    rule: str


class _Made(msgspec.Struct, frozen=True):
    """What is remembered of an import, so that it can be undone."""

    exercises: list[dict[str, object]] = []
    names: list[object] = []


def read_row(text: str) -> dict[str, object]:
    """Return the values of a row, numbers as exact as they are written.

    Raises ValueError for what is no JSON that can be stored.
    """
    try:
        return _READER.decode(text)
    except (ArithmeticError, RecursionError, msgspec.MsgspecError) as error:
        raise ValueError(str(error)[:_SHOWN]) from error


def flaw_of(table: Table, values: Values) -> Flaw | None:
    """Return the first value of a row that an export of ours would not hold."""
    rules = _rules(table)
    for name, value in values.items():
        rule = f"is no value of {table.name}"
        if name in rules:
            rule = rules[name](value) or ""
        if rule:
            return Flaw(name[:_SHOWN], rule)
    for name in sorted(_needed(table) - values.keys()):
        return Flaw(name, "is required")
    more = _MORE.get(table.name)
    return more(values) if more else None


def bounds_of(table: Table, field: str) -> str:
    """Return what a check of the table asks for, empty if there is none of the name."""
    named = f"{table.name}_{field}_check"
    for one in table.constraints:
        if isinstance(one, CheckConstraint) and str(one.name) == named:
            return str(one.sqltext)
    return ""


@cache
def _rules(table: Table) -> Mapping[str, Broken]:
    rules: dict[str, Broken] = {}
    for column in columns_of(table):
        broken = _exercise if is_exercise(column) else broken_by(column)
        is_open = column.nullable or column.server_default is not None
        rules[column.name] = _or_nothing(broken) if is_open else broken
    return MappingProxyType(rules)


@cache
def _needed(table: Table) -> frozenset[str]:
    return frozenset(
        column.name
        for column in columns_of(table)
        if not column.nullable and column.server_default is None
    )


def _or_nothing(broken: Broken) -> Broken:
    return lambda value: None if value is None else broken(value)


def _exercise(value: object) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return "must be a whole number"
    return None if -_NUMBERS < value < _NUMBERS else _FOREIGN


def _one_of(field: str, known: tuple[str, ...]) -> Callable[[Values], Flaw | None]:
    def flaw(values: Values) -> Flaw | None:
        if values[field] in known:
            return None
        return Flaw(field, f"must be one of {', '.join(known)}")

    return flaw


def _exercise_flaw(values: Values) -> Flaw | None:
    checks = (_one_of("equipment", EQUIPMENT), _one_of("movement_pattern", PATTERNS))
    if isinstance(number := values["id"], int) and number >= 0:
        return Flaw("id", "must be below zero: the catalogue is not yours")
    return next((flaw for check in checks if (flaw := check(values))), None)


_FORMS: Final = {
    "plates": ("bar", "plates", "pairs"),
    "rack": ("weights",),
    "stack": ("lowest", "step", "highest"),
}


def _equipment_flaw(values: Values) -> Flaw | None:
    form = str(values["form"])
    if form not in _FORMS:
        return Flaw("form", f"must be one of {', '.join(_FORMS)}")
    for name in _FORMS[form]:
        if values.get(name) is None:
            return Flaw(name, f"is required of a {form}")
    row = {name: _as_float(value) for name, value in values.items()}
    if form == "plates" and len(_list(values, "plates")) != len(_list(values, "pairs")):
        return Flaw("pairs", "must be as many as plates")
    try:
        inventory_loads(equipment_of([row]))
    except InventoryError as error:
        return Flaw(error.field.partition(".")[2] or "kind", error.rule)
    return None


def _as_float(value: object) -> object:
    if isinstance(value, list):
        return [_as_float(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def _template_flaw(values: Values) -> Flaw | None:
    return _foreign("config", values) or _shaped("config", values, TemplateConfig)


def _import_flaw(values: Values) -> Flaw | None:
    for field, shape in (
        ("totals", dict[str, object]),
        ("findings", list[dict[str, object]]),
        ("made", _Made),
    ):
        flaw = _foreign(field, values) or _shaped(field, values, shape)
        if flaw:
            return flaw
    if len(_list(values, "log_ids")) != len(_list(values, "log_sets")):
        return Flaw("log_sets", "must be as many as log_ids")
    return None


def _list(values: Values, field: str) -> list[object]:
    found = values.get(field)
    return found if isinstance(found, list) else []


def _shaped(field: str, values: Values, shape: type) -> Flaw | None:
    if values.get(field) is None:
        return None
    try:
        msgspec.convert(values[field], shape)
    except msgspec.ValidationError as error:
        return Flaw(field, f"is not shaped as we write it: {error}")
    return None


def _foreign(field: str, values: Values) -> Flaw | None:
    """Find exercises of another account within a value that is JSON."""
    level: list[object] = [values.get(field)]
    while level:
        for one in level:
            if isinstance(one, dict) and "exercise_id" in one:
                rule = _exercise(one["exercise_id"])
                if rule:
                    return Flaw(f"{field}.exercise_id", rule)
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return None


_MORE: Final[Mapping[str, Callable[[Values], Flaw | None]]] = MappingProxyType(
    {
        "exercises": _exercise_flaw,
        "gym_equipment": _equipment_flaw,
        "imports": _import_flaw,
        "templates": _template_flaw,
    }
)


def parents_of(table: Table) -> frozenset[str]:
    """Return the tables that rows of this one may point to."""
    return frozenset(key.referred_table.name for key in table.foreign_key_constraints)


def key_of(table: Table, values: Values) -> tuple[object, ...]:
    """Return what tells a row of an account from the others of its table."""
    found = ((values.get(name), is_uuid) for name, is_uuid in _key_names(table))
    # UUIDs may be written in capitals; other text differs by them.
    return tuple(str(one).lower() if is_uuid else one for one, is_uuid in found)


@cache
def _key_names(table: Table) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (column.name, isinstance(column.type, Uuid))
        for column in table.primary_key.columns
        if column.name != "user_id"
    )
