"""What of a file goes into which rows."""

from datetime import date, timedelta
from uuid import UUID

from metricgain.actions.import_history.shapes import ImportReport
from metricgain.importers.course import Course
from metricgain.importers.custom import CustomExercise
from metricgain.importers.evidence import Evidence
from metricgain.importers.identity import import_id, set_id
from metricgain.importers.naming import Naming
from metricgain.importers.values import BodyRecord, ImportedSet, ImportedWorkout
from metricgain.kit.ids import uuid7_from
from metricgain.store.changes import Change
from metricgain.store.importing import ImportRecord, LogRow, OwnExercise, SetRow
from metricgain.store.measurements import Measurement


def own_exercise(exercise_id: int, one: CustomExercise) -> OwnExercise:
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


def log_id_of(workout: ImportedWorkout) -> UUID:
    return import_id(workout.source_key, workout.wall_time)


def log_row(workout: ImportedWorkout, log_id: UUID, naming: Naming) -> LogRow:
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
                raw_name=one.exercise_name,
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
            # What is left out keeps its place, so that the others keep their ids.
            for ordinal, one in enumerate(workout.sets)
            if not naming.is_skipped(one.exercise_name)
        ),
    )


def _evidence(one: ImportedSet) -> Evidence:
    """Return what a set says of its exercise; cardio and holds say nothing of loads."""
    loaded = bool(one.written_weight) if one.reps else None
    return Evidence(body_part=one.body_part, loaded=loaded)


def measurements_of(course: Course, record: BodyRecord) -> list[Measurement]:
    """Return what was measured at one moment, under the same ids every time."""
    day = record.wall_time.date()
    return [
        Measurement(
            id=import_id(
                f"{course.app}:body:{value.kind}:{record.wall_time:%Y-%m-%dT%H:%M}",
                record.wall_time,
            ),
            kind=value.kind,
            measured_at=course.moment(record),
            local_date=day,
            value=value.value,
            unit=value.unit,
            note=record.notes or None,
        )
        for value in record.values
        if _FIRST_DAY <= day <= _LAST_DAY
    ]


def record_id(change: Change, course_hash: str) -> UUID:
    """Return the id of an import: when it was, and of which file."""
    milliseconds = int(change.now.timestamp() * 1000)
    return uuid7_from(milliseconds, int(course_hash, 16) % (1 << 74))


def record_of(change: Change, import_id_: UUID, report: ImportReport) -> ImportRecord:
    """Return what is remembered of an import."""
    file = report.file
    return ImportRecord(
        id=import_id_,
        app=file.app,
        file_name=file.file_name,
        file_hash=file.file_hash,
        totals=file.totals,
        findings=file.findings,
        workouts_new=report.workouts_new,
        sets_new=report.sets_new,
        measures_new=report.measures_new,
        created_at=change.now,
    )


_FIRST_DAY = date(1970, 1, 1)
_LAST_DAY = date(2100, 12, 31)
