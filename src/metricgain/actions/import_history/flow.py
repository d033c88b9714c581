"""Bring a training history from another app: read, compare, write."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from uuid import UUID

from metricgain.actions.import_history.rows import (
    log_id_of,
    log_row,
    measurements_of,
    own_exercise,
    record_id,
    record_of,
)
from metricgain.actions.import_history.seen import Seen
from metricgain.actions.import_history.shapes import (
    ImportAsk,
    ImportReport,
    Progressed,
    unheard,
)
from metricgain.importers.course import Course, FileReport, Told
from metricgain.importers.names import NameEntry, Resolver
from metricgain.importers.naming import Link, LinkOutcome, NameChoice, Naming
from metricgain.importers.values import ImportedWorkout
from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.importing import (
    Added,
    KnownName,
    LogRow,
    NamedExercise,
    free_exercise_id,
    load_import_defaults,
    load_known_logs,
    load_known_names,
    load_named_exercises,
    load_other_accounts,
    save_import,
    save_imported_logs,
    save_known_names,
    save_own_exercises,
)
from metricgain.store.measurements import (
    Measurement,
    add_measurements,
    known_measurements,
)


@dataclass(slots=True)
class _Counts:
    logs: list[tuple[UUID, int]] = field(default_factory=list)
    measures: list[Measurement] = field(default_factory=list)
    sets: int = 0
    known: int = 0
    deleted: int = 0
    differing: int = 0
    twins: int = 0
    skipped: int = 0
    measures_known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Import:
    """One import while it goes on."""

    change: Change
    ask: ImportAsk
    course: Course
    naming: Naming
    seen: Seen
    counts: _Counts


async def import_history(
    change: Change,
    *,
    stream: BinaryIO,
    ask: ImportAsk,
    seen: Seen | None = None,
    progress: Progressed = unheard,
) -> ImportReport:
    """Import a whole file: all that can be kept of it, or nothing.

    `stream` is seekable and read in pieces, `progress` hears how many bytes are done,
    `seen` are the files that were imported or rehearsed together with this one.
    A workout that is here already is left as it is, one that the user deleted
    stays deleted unless `ask.restore`, and one that another app has written down as
    well is left out unless `ask.twins`: the same file twice changes nothing. Raises
    UnreadableFileError, NotFound for an exercise that a name was to mean (field
    `names`), and Invalid for a zone that is none (field `timezone`) and, unless it is a
    dry run, for a unit that neither file nor `ask` names (field `unit`) and for columns
    that nobody names (field `columns`).
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
            day_first=ask.day_first,
            rehearsing=ask.dry_run,
        ),
    )
    with course:
        going = _Import(
            change=change,
            ask=ask,
            course=course,
            naming=await _naming(change, course.app, ask.names),
            seen=seen or Seen(),
            counts=_Counts(),
        )
        while (workouts := await asyncio.to_thread(course.next_batch)) is not None:
            await _take(going, workouts)
            progress(stream.tell())
    report = _report(going, course.report())
    return report if ask.dry_run else await _kept(going, report)


async def _take(going: _Import, workouts: Sequence[ImportedWorkout]) -> None:
    """Compare a batch with what is here, and write what is new."""
    logs = await _new_logs(going, workouts)
    places = {log_id_of(one): len(one.sets) for one in workouts}
    going.counts.logs += [(log.id, places[log.id]) for log in logs]
    going.counts.sets += sum(len(log.sets) for log in logs)
    measures = [
        one
        for record in going.course.take_measures()
        for one in measurements_of(going.course, record)
    ]
    if measures:
        await _note_measures(going, measures)
    if not going.ask.dry_run:
        await _save_names(going.change, going.course.app, going.naming)
        await save_imported_logs(going.change, going.course.app, logs)


async def _note_measures(going: _Import, measures: list[Measurement]) -> None:
    known = await known_measurements(going.change.tx, measures)
    for one in measures:
        place = (one.kind, one.measured_at)
        if place in known or place in going.seen.measures:
            going.counts.measures_known += 1
        else:
            going.seen.measures.add(place)
            going.counts.measures.append(one)


async def _kept(going: _Import, report: ImportReport) -> ImportReport:
    """Remember what an import has added, if it has."""
    if not report.workouts_new and not report.measures_new:
        return report
    import_id = record_id(going.change, report.file.file_hash)
    added = Added(
        logs=tuple(going.counts.logs),
        names=going.naming.made_names,
        exercises=going.naming.made_exercises,
    )
    record = record_of(going.change, import_id, report)
    await save_import(going.change, record, added)
    await add_measurements(
        going.change, going.course.app, going.counts.measures, import_id=import_id
    )
    return replace(report, id=import_id)


def _report(going: _Import, file: FileReport) -> ImportReport:
    counts = going.counts
    return ImportReport(
        id=None,
        file=file,
        dry_run=going.ask.dry_run,
        names=going.naming.report(),
        workouts_new=len(counts.logs),
        workouts_known=counts.known,
        workouts_deleted=counts.deleted,
        workouts_differing=counts.differing,
        workouts_twins=counts.twins,
        sets_new=counts.sets,
        sets_skipped=counts.skipped,
        measures_new=len(counts.measures),
        measures_known=counts.measures_known,
    )


async def _naming(change: Change, app: str, choices: Sequence[NameChoice]) -> Naming:
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
        choices=_checked(choices, exercises),
    )


def _checked(
    choices: Sequence[NameChoice], exercises: Sequence[NamedExercise]
) -> list[NameChoice]:
    """Give each choice the name of its exercise. Raises NotFound."""
    names = {one.exercise_id: one.name for one in exercises if not one.is_retired}
    checked = []
    for one in choices:
        if one.kind == "link" and one.exercise_id not in names:
            raise NotFound(
                f"there is no exercise {one.exercise_id} for {one.raw_name!r}",
                field="names",
                remedy="Choose one that is there.",
            )
        checked.append(replace(one, exercise_name=names.get(one.exercise_id, "")))
    return checked


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
    going: _Import, workouts: Sequence[ImportedWorkout]
) -> list[LogRow]:
    """Return what of a batch is not here yet; workouts without sets never are."""
    counts = going.counts
    here = {log_id_of(one): one for one in workouts if one.sets}
    known = await load_known_logs(going.change.tx, list(here)) if here else {}
    logs = []
    for log_id, workout in here.items():
        found = known.get(log_id)
        if log_id in going.seen.ids:
            counts.known += 1
            counts.differing += going.seen.ids[log_id] != len(workout.sets)
        elif found is None or (found.deleted and going.ask.restore):
            log = log_row(workout, log_id, going.naming)
            counts.skipped += len(workout.sets) - len(log.sets)
            if log.sets:
                logs.append(log)
        elif found.deleted:
            counts.deleted += 1
        else:
            counts.known += 1
            counts.differing += found.sets != len(workout.sets)
    return await _without_twins(going, logs)


async def _without_twins(going: _Import, logs: list[LogRow]) -> list[LogRow]:
    """Return what no other app has written down, and remember it."""
    app = going.course.app
    days = {log.local_date for log in logs}
    here = await load_other_accounts(going.change.tx, app, sorted(days)) if logs else []
    kept = []
    for log in logs:
        if not going.ask.twins and going.seen.is_twin(app, log, here):
            going.counts.twins += 1
        else:
            going.seen.add(app, log)
            kept.append(log)
    return kept


async def _save_names(change: Change, app: str, naming: Naming) -> None:
    exercises, links = naming.take_new()
    await save_own_exercises(
        change, [own_exercise(made, one) for made, one in exercises]
    )
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
