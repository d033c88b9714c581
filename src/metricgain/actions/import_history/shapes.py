"""What is asked of an import, and what it tells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from metricgain.importers.course import FileReport
from metricgain.importers.naming import NameChoice, NamedSets
from metricgain.importers.values import WeightUnit

Progressed: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAsk:
    """How to import a file.

    `unit` is used only for weights whose unit the file leaves out; `timezone` is an
    IANA name, by default the user's own; `day_first` says what 3/4/2024 is. `columns`
    say for a table of no known app which heading holds what. `names` are what the
    lifter wants of names. A `dry_run` reads and compares, proposes what is left
    open, and writes nothing. `restore` brings workouts back that the user has deleted,
    `twins` those that another app has written down as well.
    """

    file_name: str
    unit: WeightUnit | None = None
    timezone: str | None = None
    day_first: bool | None = None
    columns: tuple[tuple[str, str], ...] = ()
    names: tuple[NameChoice, ...] = ()
    dry_run: bool = False
    restore: bool = False
    twins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file held, what of it is new, and what its names became.

    `id` names the import if it added anything. `names` are those of the new workouts.
    `workouts_known` were here before, `workouts_deleted` stay deleted,
    `workouts_differing` are among the known ones and have another number of sets here
    than in the file, `workouts_twins` were written down by another app as well and are
    left out. In a dry run the counts say what an import would bring.
    """

    id: UUID | None
    file: FileReport
    dry_run: bool
    names: tuple[NamedSets, ...]
    workouts_new: int
    workouts_known: int
    workouts_deleted: int
    workouts_differing: int
    workouts_twins: int
    sets_new: int
    sets_skipped: int
    measures_new: int
    measures_known: int


def unheard(_position: int) -> None:
    """Let progress pass."""
