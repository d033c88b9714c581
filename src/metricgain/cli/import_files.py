"""What an import from the command line reads, without a database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from metricgain.importers.course import Course, FileReport, Told
from metricgain.importers.values import WeightUnit
from metricgain.kit.errors import Invalid, NotFound

Progressed: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the options of the command say; they hold for every file."""

    unit: WeightUnit | None
    timezone: str | None
    columns: tuple[tuple[str, str], ...]
    dry_run: bool
    restore: bool
    twins: bool


@contextmanager
def readable(file: Path) -> Iterator[BinaryIO]:
    """Open a file. Raises NotFound and Invalid with its name."""
    if not file.exists():
        raise NotFound("there is no such file", field=str(file))
    if not file.is_file():
        raise Invalid("this is a folder or a device, not a file", field=str(file))
    try:
        stream = file.open("rb")
    except PermissionError:
        raise Invalid("this file may not be read", field=str(file)) from None
    with stream:
        yield stream


def read_alone(stream: BinaryIO, name: str, options: ImportOptions) -> FileReport:
    """Read a file without a database."""
    told = Told(
        file_name=name,
        timezone=options.timezone,
        unit=options.unit,
        columns=options.columns,
        rehearsing=True,
    )
    with Course(stream, told) as course, bar(name, stream) as progress:
        while course.next_batch() is not None:
            course.take_measures()
            progress(stream.tell())
        return course.report()


@contextmanager
def bar(name: str, stream: BinaryIO) -> Iterator[Progressed]:
    """Show how much of the file is done, on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        task = shown.add_task(f"Reading {name}", total=_size(stream))
        yield lambda position: shown.update(task, completed=position)


def _size(stream: BinaryIO) -> int:
    here = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(here)
    return size
