"""Bring a training history from another app."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import BinaryIO, Final
from uuid import UUID

from metricgain.importers.custom import CustomExercise
from metricgain.importers.fields import LIKELY_REPS, LIKELY_WEIGHT
from metricgain.importers.gathering import FindingGroup, Gathering
from metricgain.importers.identity import import_id, set_id
from metricgain.importers.names import NameEntry, Resolver
from metricgain.importers.naming import Link, LinkOutcome, NamedSets, Naming
from metricgain.importers.opening import OpenedHistory, open_history, zone_named
from metricgain.importers.totals import Tally
from metricgain.importers.values import (
    Finding,
    ImportedSet,
    ImportedWorkout,
    ImportTotals,
    ReadOptions,
    WeightUnit,
)
from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.importing import (
    ImportRecord,
    KnownName,
    LogRow,
    OwnExercise,
    SetRow,
    forget_deleted_logs,
    free_exercise_id,
    load_import_defaults,
    load_known_logs,
    load_known_names,
    load_named_exercises,
    save_import,
    save_imported_logs,
    save_known_names,
    save_own_exercises,
)

_BATCH: Final = 100
_LONGEST_FILE_NAME: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAsk:
    """How to import a file.

    `unit` is used only for weights whose unit the file leaves out; `timezone` is an
    IANA name, by default the user's own. A `dry_run` reads and compares, and writes
    nothing. `restore` brings workouts back that the user has deleted.
    """

    file_name: str
    unit: WeightUnit | None = None
    timezone: str | None = None
    dry_run: bool = False
    restore: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file held, what of it is new, and what its names became.

    `unit` is 'kg', 'lb', 'mixed', or '' where no set has a weight. `findings` are the
    first ones, `finding_groups` count all. `workouts_known` were here before,
    `workouts_deleted` stay deleted, `workouts_differing` are among the known ones and
    have another number of sets here than in the file. In a dry run the counts say
    what an import would bring.
    """

    app: str
    label: str
    file_name: str
    file_hash: str
    unit: str
    timezone: str
    dry_run: bool
    totals: ImportTotals
    findings: tuple[Finding, ...]
    finding_groups: tuple[FindingGroup, ...]
    names: tuple[NamedSets, ...]
    workouts_new: int
    workouts_known: int
    workouts_deleted: int
    workouts_differing: int
    sets_new: int


@dataclass(slots=True)
class _Course:
    """What has been counted so far."""

    tally: Tally = field(default_factory=Tally)
    gathering: Gathering = field(default_factory=Gathering)
    units: set[str] = field(default_factory=set)
    new: int = 0
    known: int = 0
    deleted: int = 0
    differing: int = 0
    sets: int = 0

    def see(self, item: ImportedWorkout | Finding) -> None:
        self.tally.add(item)
        if isinstance(item, Finding):
            self.gathering.add(item)
        else:
            self.units.update(one.weight_unit for one in item.sets if one.weight)

    @property
    def unit(self) -> str:
        return "mixed" if len(self.units) > 1 else next(iter(self.units), "")


def _unheard(_position: int) -> None:
    """Let progress pass."""


async def import_history(
    change: Change,
    *,
    stream: BinaryIO,
    ask: ImportAsk,
    progress: Callable[[int], None] = _unheard,
) -> ImportReport:
    """Import a whole file: all that can be kept of it, or nothing.

    `stream` is seekable and read in pieces, `progress` hears how many bytes are done.
    A workout that is here already is left as it is, and one that the user deleted
    stays deleted unless `ask.restore`: the same file twice changes nothing. Raises
    UnreadableFileError, and Invalid for a zone that is none (field `timezone`) and
    for a unit that neither file nor `ask` names (field `unit`).
    """
    defaults = await load_import_defaults(change.tx)
    zone = zone_named(ask.timezone or defaults.timezone)
    opened = await asyncio.to_thread(open_history, stream)
    if ask.unit is None and not opened.states_unit:
        raise _unit_missing(opened, defaults.weight_unit)
    naming = await _naming(change, opened.format.app)
    course = _Course()
    items = opened.format.read(stream, ReadOptions(zone, ask.unit))
    while batch := await asyncio.to_thread(_next, items):
        for item in batch:
            course.see(item)
        workouts = [one for one in batch if isinstance(one, ImportedWorkout)]
        await _import_batch(change, workouts, naming=naming, course=course, ask=ask)
        progress(stream.tell())
    report = ImportReport(
        app=opened.format.app,
        label=opened.format.label,
        file_name=_clean(ask.file_name),
        file_hash=opened.file_hash,
        unit=course.unit,
        timezone=zone.key,
        dry_run=ask.dry_run,
        totals=course.tally.totals(),
        findings=course.gathering.kept,
        finding_groups=course.gathering.groups,
        names=naming.report(),
        workouts_new=course.new,
        workouts_known=course.known,
        workouts_deleted=course.deleted,
        workouts_differing=course.differing,
        sets_new=course.sets,
    )
    if report.workouts_new and not ask.dry_run:
        await save_import(change, _record(change, report))
    return report


def _unit_missing(opened: OpenedHistory, preferred: str) -> Invalid:
    return Invalid(
        f"This {opened.format.label} does not say whether its weights are kg or lb.",
        field="unit",
        remedy=f"Say which they are. You otherwise log in {preferred}.",
    )


async def _naming(change: Change, app: str) -> Naming:
    exercises = await load_named_exercises(change.tx)
    known = await load_known_names(change.tx, app)
    taken = {one.exercise_id for one in exercises if not one.is_system}
    resolver = await asyncio.to_thread(
        Resolver,
        [
            NameEntry(one.exercise_id, one.name, one.aliases, one.equipment)
            for one in exercises
            if not one.is_retired
        ],
    )
    return Naming(
        app,
        resolver=resolver,
        known={name.raw_name: _link(name) for name in known},
        draw_id=lambda name: free_exercise_id(change.user_id, name, taken),
    )


def _link(name: KnownName) -> Link:
    outcomes: dict[str, LinkOutcome] = {
        "linked": "linked",
        "asked": "asked",
        "custom": "custom",
        "confirmed": "confirmed",
    }
    return Link(
        raw_name=name.raw_name,
        exercise_id=name.exercise_id,
        exercise_name=name.exercise_name,
        outcome=outcomes[name.outcome],
        score=name.score,
    )


def _next(
    items: Iterator[ImportedWorkout | Finding],
) -> list[ImportedWorkout | Finding]:
    return list(islice(items, _BATCH))


async def _import_batch(
    change: Change,
    workouts: Sequence[ImportedWorkout],
    *,
    naming: Naming,
    course: _Course,
    ask: ImportAsk,
) -> None:
    here = {_log_id(change, one): one for one in workouts if one.sets}
    known = await load_known_logs(change.tx, list(here)) if here else {}
    logs, restored = [], []
    for log_id, workout in here.items():
        found = known.get(log_id)
        if found is not None and not found.deleted:
            course.known += 1
            course.differing += found.sets != len(workout.sets)
            continue
        if found is not None and not ask.restore:
            course.deleted += 1
            continue
        if found is not None:
            restored.append(log_id)
        logs.append(_log_row(workout, log_id, naming))
    course.new += len(logs)
    course.sets += sum(len(log.sets) for log in logs)
    if not ask.dry_run:
        app = workouts[0].app if workouts else ""
        await _save_names(change, app, naming)
        await forget_deleted_logs(change, restored)
        await save_imported_logs(change, app, logs)


async def _save_names(change: Change, app: str, naming: Naming) -> None:
    exercises, links = naming.take_new()
    await save_own_exercises(change, [_own(made, one) for made, one in exercises])
    await save_known_names(
        change,
        app,
        [
            KnownName(
                raw_name=link.raw_name,
                exercise_id=link.exercise_id,
                exercise_name=link.exercise_name,
                outcome=link.outcome,
                score=link.score,
            )
            for link in links
        ],
    )


def _own(exercise_id: int, one: CustomExercise) -> OwnExercise:
    return OwnExercise(
        exercise_id=exercise_id,
        name=one.name,
        muscle_group=one.muscle_group,
        exercise_type=one.exercise_type,
        equipment=one.equipment,
        movement_pattern=one.movement_pattern,
        load_kind=one.load_kind,
        body_weight_factor=one.body_weight_factor,
        muscles=one.muscles,
    )


def _log_id(change: Change, workout: ImportedWorkout) -> UUID:
    return import_id(
        change.user_id, key=workout.source_key, wall_time=workout.wall_time
    )


def _log_row(workout: ImportedWorkout, log_id: UUID, naming: Naming) -> LogRow:
    duration = workout.duration_seconds
    return LogRow(
        id=log_id,
        name=workout.name or None,
        local_date=workout.local_date,
        started_at=workout.started_at,
        completed_at=(
            None
            if duration is None
            else workout.started_at + timedelta(seconds=duration)
        ),
        notes=workout.notes or None,
        sets=tuple(
            SetRow(
                id=set_id(log_id, ordinal),
                exercise_id=naming.exercise_id(one.exercise_name),
                # One second apart, so that the order of the file is kept.
                performed_at=workout.started_at + timedelta(seconds=ordinal),
                set_number=one.set_number,
                reps=one.reps,
                weight=one.weight,
                weight_unit=one.weight_unit,
                set_type=one.set_type,
                rir=one.rir,
                seconds=one.seconds,
                distance_m=one.distance_m,
                flag="to_confirm" if _is_doubtful(one) else None,
                note=one.notes or None,
            )
            for ordinal, one in enumerate(workout.sets)
        ),
    )


def _is_doubtful(one: ImportedSet) -> bool:
    return one.weight > LIKELY_WEIGHT[one.weight_unit] or one.reps > LIKELY_REPS


def _record(change: Change, report: ImportReport) -> ImportRecord:
    key = f"{report.app}:{report.file_hash}:{change.revision}"
    return ImportRecord(
        id=import_id(
            change.user_id, key=key, wall_time=change.now.replace(tzinfo=None)
        ),
        app=report.app,
        file_name=report.file_name,
        file_hash=report.file_hash,
        totals=report.totals,
        findings=report.findings,
        workouts_new=report.workouts_new,
        sets_new=report.sets_new,
        created_at=change.now,
    )


def _clean(file_name: str) -> str:
    """Return the last part of a file's name, without control characters."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(letter for letter in last if letter.isprintable())
    return printable[:_LONGEST_FILE_NAME] or "history"
