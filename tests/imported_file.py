"""Reads a file of the tests as the import does, without a database."""

import io
from pathlib import Path

from metricgain.importers.course import Course, FileReport, Told
from metricgain.importers.values import ImportedSet, ImportedWorkout, WeightUnit

APPS = {
    *("strong", "hevy", "fitnotes", "fitbod", "gymbook", "liftosaur", "jefit"),
    *("stronglifts", "openweight", "table"),
}
FILES = Path(__file__).parent / "importers" / "files"

# Each history is called after its app.
HISTORIES = sorted(
    file
    for file in FILES.iterdir()
    if file.name.partition("_")[0].partition(".")[0] in APPS
)


def read_file(
    file: str | bytes,
    *,
    unit: WeightUnit | None = None,
    timezone: str = "Europe/Berlin",
    columns: tuple[tuple[str, str], ...] = (),
    rehearsing: bool = True,
) -> tuple[FileReport, list[ImportedWorkout]]:
    """Return the report of a file and its workouts."""
    content = (FILES / file).read_bytes() if isinstance(file, str) else file
    told = Told(
        file_name=file if isinstance(file, str) else "history",
        timezone=timezone,
        unit=unit,
        columns=columns,
        rehearsing=rehearsing,
    )
    workouts = []
    with Course(io.BytesIO(content), told) as course:
        while (batch := course.next_batch()) is not None:
            workouts += batch
        return course.report(), workouts


def sets_of(workouts: list[ImportedWorkout]) -> list[ImportedSet]:
    return [one for workout in workouts for one in workout.sets]
