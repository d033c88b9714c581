"""What rows say of the equipment of a gym."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Equipment: TypeAlias = Mapping[str, Mapping[str, Any]]
"""What a gym has by kind, in the form of engine/inventory.py."""


def equipment_of(rows: Sequence[Mapping[str, Any]]) -> Equipment:
    """Return what rows of `gym_equipment` say, in the form of engine/inventory.py."""
    return {row["kind"]: _described(row) for row in rows}


def _described(row: Mapping[str, Any]) -> Mapping[str, Any]:
    said = {"kind": row["form"], "unit": row["unit"]}
    match row["form"]:
        case "plates":
            pairs = zip(row["plates"], row["pairs"], strict=True)
            plates = [{"weight": weight, "pairs": count} for weight, count in pairs]
            return said | {"bar": row["bar"], "plates": plates}
        case "rack":
            return said | {"weights": row["weights"]}
        case _:
            return said | {name: row[name] for name in ("lowest", "step", "highest")}
