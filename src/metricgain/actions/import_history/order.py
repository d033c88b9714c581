"""An order to import files that were sent before, as a job keeps it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.actions.import_history.shapes import ImportAsk
from metricgain.importers.naming import NameChoice

IMPORT: Final = "import"
"""The name of the job that carries an order out."""
_ORDERS: Final[Mapping[str, bool | None]] = MappingProxyType(
    {"": None, "day-month": True, "month-day": False}
)


_PLAIN: Final = r"^[^\x00-\x1f\x7f]*$"
_Cell: TypeAlias = Annotated[str, Meta(max_length=255, pattern=_PLAIN)]


class NameAnswer(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What is wanted of a name: an exercise, a custom one, or none of its sets."""

    raw_name: Annotated[str, Meta(max_length=255, pattern=_PLAIN)]
    choice: Literal["link", "custom", "skip"]
    exercise_id: Annotated[int, Meta(ge=0, le=2**53)] = 0


class FileAnswers(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A file that was sent, and what the lifter says of it."""

    file_id: UUID
    unit: Literal["kg", "lb"] | None = None
    timezone: Annotated[str, Meta(max_length=64, pattern=_PLAIN)] | None = None
    date_order: Literal["", "day-month", "month-day"] = ""
    columns: Annotated[dict[_Cell, _Cell], Meta(max_length=30)] = {}
    names: Annotated[list[NameAnswer], Meta(max_length=5000)] = []


class ImportOrder(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What to import. All files come in, or none of them.

    `merge` puts a full export into an account that is not empty: what is here stays.
    """

    files: Annotated[list[FileAnswers], Meta(min_length=1, max_length=20)]
    restore: bool = False
    twins: bool = False
    merge: bool = False


def ask_for(
    order: ImportOrder, file: FileAnswers, *, file_name: str, dry_run: bool = False
) -> ImportAsk:
    """Return how to import one file of an order."""
    return ImportAsk(
        file_name=file_name,
        unit=file.unit,
        timezone=file.timezone,
        day_first=_ORDERS[file.date_order],
        columns=tuple(file.columns.items()),
        names=tuple(
            NameChoice(
                raw_name=one.raw_name, kind=one.choice, exercise_id=one.exercise_id
            )
            for one in file.names
        ),
        dry_run=dry_run,
        restore=order.restore,
        twins=order.twins,
    )
