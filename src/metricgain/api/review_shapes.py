"""What the review of an import answers."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from metricgain.actions.restore_export import ExportLook
from metricgain.actions.undo_import import Undone
from metricgain.api.import_shapes import ImportShape
from metricgain.kit.errors import Refusal
from metricgain.store.import_files import ImportFile


class ImportFileShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A file that waits for its import; `size` in bytes."""

    id: UUID
    file_name: str
    size: int
    file_hash: str
    created_at: datetime


class ImportFileList(msgspec.Struct, kw_only=True, rename="camel"):
    """Files that wait, the latest first."""

    files: list[ImportFileShape]


class FileProblem(msgspec.Struct, kw_only=True, rename="camel"):
    """Why a file cannot be imported as it is: field, rule, what to do.

    `headings` are those of a table whose columns can be named.
    """

    field: str
    rule: str
    remedy: str
    headings: list[str]


class OwnExportShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a full export of MetricGain holds: whose, from when, and how much.

    It is put back whole, and cannot be taken back by an undo.
    """

    email: str
    exported_at: datetime | None
    workouts: int
    sets: int
    exercises: int
    blocks: int
    measures: int
    rows: int
    first_date: date | None
    last_date: date | None


class FileReview(msgspec.Struct, kw_only=True, rename="camel"):
    """What one file would bring, or why it cannot be read.

    A full export of MetricGain has no report, but says in `own` what it holds; with a
    problem beside it, it cannot be put back into this account as it stands.
    """

    file_id: UUID
    file_name: str
    report: ImportShape | None
    problem: FileProblem | None
    own: OwnExportShape | None = None


class ImportReview(msgspec.Struct, kw_only=True, rename="camel"):
    """What the files would bring together, each compared with those before it."""

    files: list[FileReview]


class KeptShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout that stays, with the sets that are in it."""

    id: UUID
    name: str | None
    local_date: date
    sets: int


class UndoneShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What went with an import, and which workouts stay because they were changed."""

    workouts: int
    sets: int
    measures: int
    kept: list[KeptShape]


def file_shape(file: ImportFile) -> ImportFileShape:
    """Return a file as it is answered."""
    return msgspec.convert(file, ImportFileShape, from_attributes=True)


def own_export_shape(look: ExportLook) -> OwnExportShape:
    """Return what an export holds as it is answered."""
    rows = look.rows
    return OwnExportShape(
        email=look.email,
        exported_at=look.exported_at,
        workouts=rows.get("workout_logs", 0),
        sets=rows.get("sets", 0),
        exercises=rows.get("exercises", 0),
        blocks=rows.get("mesocycles", 0),
        measures=rows.get("body_measurements", 0),
        rows=sum(rows.values()),
        first_date=look.first_date,
        last_date=look.last_date,
    )


def file_problem(error: Refusal, headings: tuple[str, ...]) -> FileProblem:
    """Return a refusal as it is answered for one of several files."""
    return FileProblem(
        field=error.field,
        rule=error.rule,
        remedy=error.remedy,
        headings=list(headings),
    )


def undone_shape(undone: Undone) -> UndoneShape:
    """Return what was undone as it is answered."""
    return UndoneShape(
        workouts=undone.workouts,
        sets=undone.sets,
        measures=undone.measures,
        kept=[
            KeptShape(
                id=one.id, name=one.name, local_date=one.local_date, sets=one.sets
            )
            for one in undone.kept
        ],
    )
