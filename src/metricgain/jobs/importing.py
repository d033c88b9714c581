"""Imports as jobs: all files of one review, in one transaction."""

from collections.abc import Callable
from uuid import UUID

import msgspec

from metricgain.actions.import_history import (
    ImportOrder,
    ImportReport,
    Seen,
    ask_for,
    import_history,
)
from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.store.changes import changing
from metricgain.store.import_files import list_import_files, open_import_file


class FileOutcome(msgspec.Struct, kw_only=True, rename="camel"):
    """What one file brought. `importId` is what undoes it, null if nothing was new."""

    import_id: UUID | None
    file_name: str
    app: str
    label: str
    workouts_new: int
    workouts_known: int
    workouts_twins: int
    sets_new: int
    measures_new: int


class ImportOutcome(msgspec.Struct, kw_only=True, rename="camel"):
    """What the files brought."""

    files: list[FileOutcome]


async def import_files(running: Running) -> ImportOutcome:
    """Import files that were sent before; the files stay for another try."""
    order = running.args(ImportOrder)
    seen = Seen()
    outcomes = []
    total = await _size(running, order)
    before = 0
    async with changing(running.database, running.user_id, now=now()) as change:
        for file in order.files:
            found, stream = await open_import_file(change.tx, file.file_id)
            with stream:
                report = await import_history(
                    change,
                    stream=stream,
                    ask=ask_for(order, file, file_name=found.file_name),
                    seen=seen,
                    progress=_telling(running, found.file_name, before, total),
                )
            before += found.size
            outcomes.append(_outcome(report))
        running.progress.set(total, total)
        outcome = ImportOutcome(files=outcomes)
        await running.finish(change.tx, outcome)
    return outcome


async def _size(running: Running, order: ImportOrder) -> int:
    async with running.database.as_user(running.user_id) as tx:
        sizes = {one.id: one.size for one in await list_import_files(tx)}
    return sum(sizes.get(file.file_id, 0) for file in order.files)


def _telling(
    running: Running, file_name: str, before: int, total: int
) -> Callable[[int], None]:
    def tell(position: int) -> None:
        # What lies in an archive is longer than the archive.
        running.progress.set(min(before + position, total), total, file_name)

    return tell


def _outcome(report: ImportReport) -> FileOutcome:
    return FileOutcome(
        import_id=report.id,
        file_name=report.file.file_name,
        app=report.file.app,
        label=report.file.label,
        workouts_new=report.workouts_new,
        workouts_known=report.workouts_known,
        workouts_twins=report.workouts_twins,
        sets_new=report.sets_new,
        measures_new=report.measures_new,
    )
