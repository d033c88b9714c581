"""Reads one file from its first byte to its last and sums it up on the way."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import BinaryIO, Final, Self
from zoneinfo import ZoneInfo

from metricgain.importers.fields import moment_of
from metricgain.importers.gathering import FindingGroup, Gathering
from metricgain.importers.opening import open_history
from metricgain.importers.remarks import remark
from metricgain.importers.survey import Proposal, Survey
from metricgain.importers.totals import Tally
from metricgain.importers.values import (
    BodyRecord,
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

    `unit` is that in which the file has its weights: 'kg', 'lb', 'mixed', or '' where
    no set has one; `unit_proposed` tells that nobody has said it. `file_hash` is the
    SHA-256 of its bytes. `columns` are the pairs of what and heading by which a table
    of no known app was read, `headings` all that such a table has. `states_unit` tells
    that the file says its unit itself. `date_order` is how dates were taken that may be
    read in two ways, empty where there are none: `day-month` or `month-day`.
    `findings` are the first ones, `finding_groups` count all.
    """

    app: str
    label: str
    file_name: str
    file_hash: str
    unit: str
    unit_proposed: bool
    states_unit: bool
    timezone: str
    columns: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]
    date_order: str
    totals: ImportTotals
    findings: tuple[Finding, ...]
    finding_groups: tuple[FindingGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the caller says about a file.

    `timezone` is an IANA name; without one, times are read as UTC, and that is said.
    `unit` is used only for weights whose unit the file
    leaves out, `preferred` only to propose one. `columns` are pairs of what and
    heading for a table of no known app, `day_first` says what 3/4/2024 is. With
    `rehearsing`, what is left open is proposed instead of asked for.
    """

    file_name: str
    timezone: str | None = None
    unit: WeightUnit | None = None
    preferred: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None
    rehearsing: bool = False


class Course:
    """One pass over a file, batch by batch, in bounded memory.

    Used in a `with` statement, which lets go of what was unpacked. Raises
    UnreadableFileError, and Invalid for a zone that is none (field `timezone`), for a
    unit that nobody names (field `unit`) and for columns (field `columns`).
    """

    def __init__(self, stream: BinaryIO, told: Told) -> None:
        self._zone = ZoneInfo(checked_timezone(told.timezone or "UTC"))
        self._opened = open_history(stream, columns=told.columns)
        self._tally = Tally(one_unit=self._opened.format.one_unit)
        self._gathering = Gathering()
        self._unit_proposed = False
        self._date_order = ""
        self._measures: list[BodyRecord] = []
        self._name = clean_file_name(told.file_name) + self._opened.member
        for finding in self._opened.findings:
            self._gathering.add(finding)
        if told.timezone is None:
            self._gathering.add(remark("zoneMissing").at("note", 1))
        try:
            options = self._options(told)
        except Invalid:
            self.close()
            raise
        self._items = self._opened.format.read(self._opened.stream, options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what was unpacked from an archive."""
        if self._opened.member:
            self._opened.stream.close()

    def _options(self, told: Told) -> ReadOptions:
        """Survey the file and return how to read it."""
        if self._opened.columns_proposed and not told.rehearsing:
            raise _columns_missing(self._opened.columns)
        survey = Survey()
        first = ReadOptions(
            self._zone,
            told.unit or "kg",
            columns=self._opened.columns,
            day_first=told.day_first,
        )
        for item in self._opened.format.read(self._opened.stream, first):
            if survey.add(item):
                break
        self._opened.stream.seek(0)
        unit = told.unit
        if unit is None and not self._opened.states_unit and survey.has_weights:
            proposal = survey.proposal(told.preferred)
            if not told.rehearsing:
                raise _unit_missing(self._opened.format.label, proposal)
            unit = proposal.unit
            self._unit_proposed = True
            self._gathering.add(proposal.because.at("note", 1, "weight"))
        open_unit = None if self._opened.states_unit else unit
        return ReadOptions(
            self._zone,
            unit or ("lb" if told.preferred == "lb" else "kg"),
            disguised=survey.habitual(open_unit),
            columns=self._opened.columns,
            day_first=told.day_first,
        )

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
        for item in items:
            self._tally.add(item)
            if isinstance(item, Finding):
                self._gathering.add(item)
                self._date_order = item.question or self._date_order
            elif isinstance(item, BodyRecord):
                self._measures.append(item)
        return [item for item in items if isinstance(item, ImportedWorkout)]

    def take_measures(self) -> list[BodyRecord]:
        """Return the measurements that were met since this was last asked."""
        taken, self._measures = self._measures, []
        return taken

    def moment(self, record: BodyRecord) -> datetime:
        """Return when something was measured, in UTC."""
        return moment_of(record.wall_time, self._zone)

    def report(self) -> FileReport:
        """Return what the file held, as far as it was read."""
        units = self._tally.units
        return FileReport(
            app=self.app,
            label=self._opened.format.label,
            file_name=self._name,
            file_hash=self._opened.file_hash,
            unit="mixed" if len(units) > 1 else next(iter(units), ""),
            unit_proposed=self._unit_proposed and bool(units),
            states_unit=self._opened.states_unit,
            timezone=self._zone.key,
            columns=self._opened.columns,
            headings=self._opened.headings,
            date_order=self._date_order,
            totals=self._tally.totals(),
            findings=self._gathering.kept,
            finding_groups=self._gathering.groups,
        )


def clean_file_name(file_name: str) -> str:
    """Return the last part of a file's name, without control characters."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(letter for letter in last if letter.isprintable())
    return printable[:_LONGEST_FILE_NAME] or "history"


def _unit_missing(label: str, proposal: Proposal) -> Invalid:
    seems = proposal.because.message.partition(". ")[2]
    return Invalid(
        f"this {label} does not say whether its weights are in kg or lb",
        field="unit",
        remedy=f"Say which they are. {seems}",
    )


def _columns_missing(columns: tuple[tuple[str, str], ...]) -> Invalid:
    proposed = ",".join(f"{what}={heading}" for what, heading in columns)
    return Invalid(
        "this table is of no known app, so its columns have to be named",
        field="columns",
        remedy=f"Say which column holds what. It seems to be: {proposed}",
    )
