"""One budget: what we take beside the floor of the same run, and whether it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.measuring import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a measure may be at most; for more of something, at least."""

    of: Literal["p50", "p99", "ratio", "value"]
    most: float
    at_clients: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Something measured: a spread in milliseconds, or one value with its unit.

    `ratio` is our median over the floor's, or our value over the floor's value.
    """

    what: str
    clients: int = 1
    ours: Spread | None = None
    floor: Spread | None = None
    value: float | None = None
    floor_value: float | None = None
    unit: str = "ms"
    floor_is: str = ""
    limits: tuple[Limit, ...] = ()

    @property
    def ratio(self) -> float | None:
        if self.ours and self.floor:
            return round(self.ours.p50 / self.floor.p50, 2)
        if self.value is not None and self.floor_value:
            return round(self.value / self.floor_value, 2)
        return None

    @property
    def kept(self) -> bool | None:
        """Whether every limit that holds at so many clients is kept; None: no limit."""
        said = [
            self._is(limit) for limit in self.limits if limit.at_clients == self.clients
        ]
        return all(said) if said else None

    @property
    def budget(self) -> str:
        """The limits in words, empty where none holds."""
        words = {"p50": "median ", "p99": "p99 ", "ratio": "", "value": ""}
        return ", ".join(
            f"{words[limit.of]}{limit.most:g}"
            + ("x" if limit.of == "ratio" else f" {self.unit}")
            for limit in self._limits
        )

    @property
    def _limits(self) -> list[Limit]:
        return [limit for limit in self.limits if limit.at_clients == self.clients]

    def _is(self, limit: Limit) -> bool:
        match limit.of:
            case "ratio":
                return self.ratio is not None and self.ratio <= limit.most
            case "value":
                return self.value is not None and self.value <= limit.most
            case quantile:
                return (
                    self.ours is not None and getattr(self.ours, quantile) <= limit.most
                )

    def as_json(self) -> Mapping[str, object]:
        """Return it as results keep it, the ratio first."""
        found: dict[str, object] = {
            "what": self.what,
            "clients": self.clients,
            "ratio": self.ratio,
            "kept": self.kept,
            "budget": self.budget,
            "unit": self.unit,
            "floor_is": self.floor_is,
        }
        for name in ("ours", "floor"):
            spread: Spread | None = getattr(self, name)
            if spread:
                found[name] = {
                    field: getattr(spread, field) for field in Spread.__slots__
                }
        if self.value is not None:
            found |= {"value": self.value, "floor_value": self.floor_value}
        return found


def show(console: Console, compared: Sequence[Compared]) -> None:
    """Print what was compared, ratios first."""
    table = Table(box=SIMPLE_HEAD)
    table.add_column("What")
    for heading in ("Clients", "Ratio", "Ours p50", "p95", "p99", "Floor p50", "p99"):
        table.add_column(heading, justify="right")
    table.add_column("Budget")
    for one in compared:
        ours, floor = one.ours, one.floor
        table.add_row(
            one.what,
            str(one.clients),
            "" if one.ratio is None else f"{one.ratio:.1f}x",
            *_numbers(one, ours),
            *(
                (f"{floor.p50:.2f}", f"{floor.p99:.2f}")
                if floor
                else ("" if one.floor_value is None else f"{one.floor_value:,.2f}", "")
            ),
            one.budget + {None: "", True: " kept", False: " MISSED"}[one.kept],
        )
    console.print(table)


def _numbers(one: Compared, ours: Spread | None) -> tuple[str, str, str]:
    if ours:
        return f"{ours.p50:.2f}", f"{ours.p95:.2f}", f"{ours.p99:.2f}"
    return f"{one.value:,.2f} {one.unit}", "", ""
