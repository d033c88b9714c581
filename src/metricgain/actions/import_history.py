"""Bring a training history from another app."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO, TypeAlias
from uuid import UUID

from metricgain.importers.course import Course, FileReport, Told
from metricgain.importers.custom import CustomExercise
from metricgain.importers.evidence import Evidence
from metricgain.importers.identity import import_id, set_id
from metricgain.importers.names import NameEntry, Resolver
from metricgain.importers.naming import Link, LinkOutcome, NamedSets, Naming
from metricgain.importers.values import ImportedSet, ImportedWorkout, WeightUnit
from metricgain.kit.ids import uuid7_from
from metricgain.store.changes import Change
from metricgain.store.importing import (
    ImportRecord,
    KnownName,
    LogRow,
    OwnExercise,
    SetRow,
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

Progressed: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAsk:
    """How to import a file.

    `unit` is used only for weights whose unit the file leaves out; `timezone` is an
    IANA name, by default the user's own. `columns` say for a table of no known app
    which heading holds what. A `dry_run` reads and compares, proposes what is left
    open, and writes nothing. `restore` brings workouts back that the user has deleted.
    """

    file_name: str
    unit: WeightUnit | None = None
    timezone: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    dry_run: bool = False
    restore: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file held, what of it is new, and what its names became.

    `names` are those of the new workouts. `workouts_known` were here before,
    `workouts_deleted` stay deleted, `workouts_differing` are among the known ones and
    have another number of sets here than in the file. In a dry run the counts say
    what an import would bring.
    """

    file: FileReport
    dry_run: bool
    names: tuple[NamedSets, ...]
    workouts_new: int
    workouts_known: int
    workouts_deleted: int
    workouts_differing: int
    sets_new: int


@dataclass(slots=True)
class _Counts:
    new: int = 0
    known: int = 0
    deleted: int = 0
    differing: int = 0
    sets: int = 0


def unheard(_position: int) -> None:
    """Let progress pass."""


async def import_history(
    change: Change,
    *,
    stream: BinaryIO,
    ask: ImportAsk,
    progress: Progressed = unheard,
) -> ImportReport:
    """Import a whole file: all that can be kept of it, or nothing.

    `stream` is seekable and read in pieces, `progress` hears how many bytes are done.
    A workout that is here already is left as it is, and one that the user deleted
    stays deleted unless `ask.restore`: the same file twice changes nothing. Raises
    UnreadableFileError, and Invalid for a zone that is none (field `timezone`) and,
    unless it is a dry run, for a unit that neither file nor `ask` names (field `unit`)
    and for columns that nobody names (field `columns`).
    """
    defaults = await load_import_defaults(change.tx)
    # Reading is work for the processor: a thread keeps the server answering.
    course = await asyncio.to_thread(
        Course,
        stream,
        Told(
            file_name=ask.file_name,
            timezone=ask.timezone or defaults.timezone,
            unit=ask.unit,
            preferred=defaults.weight_unit,
            columns=ask.columns,
            rehearsing=ask.dry_run,
        ),
    )
    with course:
        naming = await _naming(change, course.app)
        counts = _Counts()
        while (workouts := await asyncio.to_thread(course.next_batch)) is not None:
            logs = await _new_logs(
                change, workouts, naming=naming, counts=counts, restore=ask.restore
            )
            if not ask.dry_run:
                await _save_names(change, course.app, naming)
                await save_imported_logs(change, course.app, logs)
            progress(stream.tell())
    report = ImportReport(
        file=course.report(),
        dry_run=ask.dry_run,
        names=naming.report(),
        workouts_new=counts.new,
        workouts_known=counts.known,
        workouts_deleted=counts.deleted,
        workouts_differing=counts.differing,
        sets_new=counts.sets,
    )
    if report.workouts_new and not ask.dry_run:
        await save_import(change, _record(change, report))
    return report


async def _naming(change: Change, app: str) -> Naming:
    exercises = await load_named_exercises(change.tx)
    known = await load_known_names(change.tx, app)
    taken = {one.exercise_id for one in exercises if not one.is_system}
    resolver = await asyncio.to_thread(
        Resolver,
        [
            NameEntry(
                one.exercise_id,
                one.name,
                one.aliases,
                one.equipment,
                one.muscles,
                one.load_kind,
            )
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


async def _new_logs(
    change: Change,
    workouts: Sequence[ImportedWorkout],
    *,
    naming: Naming,
    counts: _Counts,
    restore: bool,
) -> list[LogRow]:
    """Return what of a batch is not here yet; workouts without sets never are."""
    here = {_log_id(change, one): one for one in workouts if one.sets}
    known = await load_known_logs(change.tx, list(here)) if here else {}
    logs = []
    for log_id, workout in here.items():
        found = known.get(log_id)
        if found is None or (found.deleted and restore):
            logs.append(_log_row(workout, log_id, naming))
        elif found.deleted:
            counts.deleted += 1
        else:
            counts.known += 1
            counts.differing += found.sets != len(workout.sets)
    counts.new += len(logs)
    counts.sets += sum(len(log.sets) for log in logs)
    return logs


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
        body_weight_kg=workout.body_weight_kg,
        sets=tuple(
            SetRow(
                id=set_id(log_id, ordinal),
                exercise_id=naming.exercise_id(one.exercise_name, _evidence(one)),
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
                flag="to_confirm" if one.doubtful else None,
                note=one.notes or None,
                written=one.raw or None,
            )
            for ordinal, one in enumerate(workout.sets)
        ),
    )


def _evidence(one: ImportedSet) -> Evidence:
    """Return what a set says of its exercise; cardio and holds say nothing of loads."""
    loaded = bool(one.written_weight) if one.reps else None
    return Evidence(body_part=one.body_part, loaded=loaded)


def _record(change: Change, report: ImportReport) -> ImportRecord:
    file = report.file
    milliseconds = int(change.now.timestamp() * 1000)
    return ImportRecord(
        id=uuid7_from(milliseconds, int(file.file_hash, 16) % (1 << 74)),
        app=file.app,
        file_name=file.file_name,
        file_hash=file.file_hash,
        totals=file.totals,
        findings=file.findings,
        workouts_new=report.workouts_new,
        sets_new=report.sets_new,
        created_at=change.now,
    )
