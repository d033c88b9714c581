"""Reads one file from its first byte to its last and sums it up on the way."""

from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Final
from zoneinfo import ZoneInfo

from metricgain.importers.gathering import FindingGroup, Gathering
from metricgain.importers.opening import open_history
from metricgain.importers.totals import Tally
from metricgain.importers.values import (
    Finding,
    ImportedWorkout,
    ImportTotals,
    ReadOptions,
    WeightUnit,
)
from metricgain.kit.errors import Invalid
from metricgain.kit.timezones import checked_timezone

_BATCH: Final = 100
_LONGEST_FILE_NAME: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What a file holds.

    `unit` is 'kg', 'lb', 'mixed', or '' where no set has a weight. `file_hash` is the
    SHA-256 of its bytes. `findings` are the first ones, `finding_groups` count all.
    """

    app: str
    label: str
    file_name: str
    file_hash: str
    unit: str
    timezone: str
    totals: ImportTotals
    findings: tuple[Finding, ...]
    finding_groups: tuple[FindingGroup, ...]


class Course:
    """One pass over a file, batch by batch, in bounded memory.

    `unit` is used only for weights whose unit the file leaves out, `preferred` only to
    ask for it. Raises UnreadableFileError, and Invalid for a zone that is none (field
    `timezone`) and for a unit that nobody names (field `unit`).
    """

    def __init__(
        self,
        stream: BinaryIO,
        *,
        file_name: str,
        timezone: str,
        unit: WeightUnit | None,
        preferred: str = "",
    ) -> None:
        self._zone = ZoneInfo(checked_timezone(timezone))
        self._opened = open_history(stream)
        if unit is None and not self._opened.states_unit:
            raise _unit_missing(self._opened.format.label, preferred)
        self._items = self._opened.format.read(stream, ReadOptions(self._zone, unit))
        self._file_name = clean_file_name(file_name)
        self._tally = Tally()
        self._gathering = Gathering()
        self._units: set[str] = set()

    @property
    def app(self) -> str:
        """The short name of the app that wrote the file."""
        return self._opened.format.app

    def next_batch(self) -> list[ImportedWorkout] | None:
        """Return the next workouts, perhaps none in this batch; None at the end.

        Raises UnreadableFileError, also in mid-file.
        """
        items = list(islice(self._items, _BATCH))
        if not items:
            return None
        workouts = []
        for item in items:
            self._tally.add(item)
            if isinstance(item, Finding):
                self._gathering.add(item)
            else:
                workouts.append(item)
                self._units.update(one.weight_unit for one in item.sets if one.weight)
        return workouts

    def report(self) -> FileReport:
        """Return what the file held, as far as it was read."""
        mixed = len(self._units) > 1
        return FileReport(
            app=self.app,
            label=self._opened.format.label,
            file_name=self._file_name,
            file_hash=self._opened.file_hash,
            unit="mixed" if mixed else next(iter(self._units), ""),
            timezone=self._zone.key,
            totals=self._tally.totals(),
            findings=self._gathering.kept,
            finding_groups=self._gathering.groups,
        )


def clean_file_name(file_name: str) -> str:
    """Return the last part of a file's name, without control characters."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(letter for letter in last if letter.isprintable())
    return printable[:_LONGEST_FILE_NAME] or "history"


def _unit_missing(label: str, preferred: str) -> Invalid:
    usual = f" You otherwise log in {preferred}." if preferred else ""
    return Invalid(
        f"this {label} does not say whether its weights are in kg or lb",
        field="unit",
        remedy=f"Say which they are.{usual}",
    )
