"""Rows as an older version has exported them, said in the columns of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias
from uuid import UUID, uuid5

import msgspec

from metricgain.store.changes import Change
from metricgain.store.database import sql
from metricgain.store.tables.gyms import EQUIPMENT_KINDS

JsonRow: TypeAlias = Mapping[str, object]

RETIRED: Final[Mapping[str, frozenset[str]]] = {
    "user_preferences": frozenset({"equipment"})
}
"""Values that exports had before, by table; they go where `as_of_today` says."""

_WRITER: Final = msgspec.json.Encoder(decimal_format="number")
# The same that the migration gives, so that both make one gym and not two.
_FIRST_GYM: Final = UUID("4d2f6c0e-6a43-4c9b-9a55-6d0f3f4f8f10")


class _Plate(msgspec.Struct, forbid_unknown_fields=True):
    weight: float
    pairs: int


class _Plates(
    msgspec.Struct, tag_field="kind", tag="plates", forbid_unknown_fields=True
):
    unit: Literal["kg", "lb"]
    bar: float
    plates: list[_Plate]


class _Rack(msgspec.Struct, tag_field="kind", tag="rack", forbid_unknown_fields=True):
    unit: Literal["kg", "lb"]
    weights: list[float]


class _Stack(msgspec.Struct, tag_field="kind", tag="stack", forbid_unknown_fields=True):
    unit: Literal["kg", "lb"]
    lowest: float
    step: float
    highest: float


_Form: TypeAlias = _Plates | _Rack | _Stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What a row of an older version is today: rows that go before it, and itself.

    `left` is what it said that has no column any more.
    """

    row: JsonRow
    before: Sequence[tuple[str, JsonRow]] = ()
    left: JsonRow = field(default_factory=dict)


def as_of_today(table: str, row: JsonRow, *, user_id: int) -> Today:
    """Return what a row means today; one of this version means itself.

    The equipment of the preferences was JSON before there were gyms: it is the gym
    "Gym" of the lifter, as the migration 0018 makes it.
    """
    if not RETIRED.get(table, frozenset()) & row.keys():
        return Today(row=row)
    kept = {name: value for name, value in row.items() if name != "equipment"}
    equipment = row["equipment"]
    if not isinstance(equipment, dict):
        left = {} if equipment is None else {"equipment": equipment}
        return Today(row=kept, left=left)
    if not equipment:
        return Today(row=kept)
    gym_id = str(uuid5(_FIRST_GYM, str(user_id)))
    before: list[tuple[str, JsonRow]] = [("gyms", {"id": gym_id, "name": "Gym"})]
    strange: dict[str, object] = {}
    for kind, record in equipment.items():
        columns = _columns(record) if kind in EQUIPMENT_KINDS else None
        if columns is None:
            strange[kind] = record
        else:
            before.append(("gym_equipment", {"gym_id": gym_id, "kind": kind} | columns))
    return Today(
        row=kept | {"gym_id": gym_id},
        before=before,
        left={"equipment": strange} if strange else {},
    )


async def keep_left(change: Change, left: JsonRow) -> None:
    """Keep what has no column where the migration keeps it, in `users.preferences`."""
    if left:
        await change.tx.run(
            sql("restore_left"), change.user_id, _WRITER.encode(left).decode()
        )


def _columns(record: object) -> dict[str, object] | None:
    try:
        # Numbers of any kind, but not text that looks like one.
        found: _Form = msgspec.convert(record, type=_Form)
    except msgspec.ValidationError:
        return None
    columns: dict[str, object] = {"unit": found.unit}
    match found:
        case _Plates():
            return columns | {
                "form": "plates",
                "bar": found.bar,
                "plates": [plate.weight for plate in found.plates],
                "pairs": [plate.pairs for plate in found.plates],
            }
        case _Rack():
            rack = {"form": "rack", "weights": found.weights}
            return columns | rack if found.weights else None
        case _Stack():
            return columns | {
                "form": "stack",
                "lowest": found.lowest,
                "step": found.step,
                "highest": found.highest,
            }
