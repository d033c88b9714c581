"""The archive of a cluster: copies of it, and all write-ahead log since the oldest."""

import gzip
import re
import shutil
import struct
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

DAYS: Final = 7
_SEGMENT: Final = re.compile(r"[0-9A-F]{24}")
_SEGMENT_BITS: Final = 24
_HISTORY: Final = re.compile(r"[0-9A-F]{8}\.history")
_ZIPPED: Final = ".gz"
# Magic number, flags, timeline, and the address that the page is for.
_PAGE: Final = struct.Struct("=HHIQ")


class _Range(msgspec.Struct):
    timeline: int = msgspec.field(name="Timeline")
    start: str = msgspec.field(name="Start-LSN")


class _Contents(msgspec.Struct):
    ranges: list[_Range] = msgspec.field(name="WAL-Ranges")


class Undone(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore left behind: all that came after `moment` and before `at`."""

    moment: datetime
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A copy of the whole cluster that was complete at `ended_at`."""

    folder: Path
    ended_at: datetime

    @property
    def first_segment(self) -> str:
        """The first piece of write-ahead log that it needs, without its timeline."""
        said = (self.folder / "backup_manifest").read_bytes()
        first = msgspec.json.decode(said, type=_Contents).ranges[0]
        high, low = (int(part, 16) for part in first.start.split("/"))
        return f"{high:08X}{low >> _SEGMENT_BITS:08X}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The folder of one cluster: `wal` is the server's, `bases` is ours."""

    folder: Path

    @property
    def wal(self) -> Path:
        return self.folder / "wal"

    @property
    def bases(self) -> Path:
        return self.folder / "bases"

    def all_bases(self) -> list[Base]:
        """Return the whole copies, the oldest first."""
        found = [
            Base(folder=folder, ended_at=datetime.fromisoformat(folder.name))
            for folder in self.bases.glob("[0-9]*")
        ]
        return sorted(found, key=lambda base: base.ended_at)

    def undone(self) -> list[Undone]:
        """Return what earlier restores left behind."""
        try:
            said = self._undone.read_bytes()
        except FileNotFoundError:
            return []
        return msgspec.json.decode(said, type=list[Undone])

    def note_undone(self, undone: Undone) -> None:
        """Remember what a restore leaves behind."""
        partial = self._undone.with_suffix(".new")
        partial.write_bytes(msgspec.json.encode([*self.undone(), undone]))
        partial.rename(self._undone)

    def base_for(self, moment: datetime) -> Base | None:
        """Return the last copy from which a moment can be reached, None without one."""
        left = self.undone()
        fitting = [
            base
            for base in self.all_bases()
            if base.ended_at <= moment
            and not any(one.moment < base.ended_at < one.at for one in left)
        ]
        return fitting[-1] if fitting else None

    def newest_piece(self) -> datetime | None:
        """Return when the last piece of write-ahead log was archived."""
        times = [path.stat().st_mtime for path in self.wal.glob(f"*{_ZIPPED}")]
        return datetime.fromtimestamp(max(times)).astimezone() if times else None

    def size(self) -> int:
        """Return how many bytes everything takes."""
        return sum(p.stat().st_size for p in self.folder.rglob("*") if p.is_file())

    def take_over(self, pg_wal: Path) -> None:
        """Archive what a stopped server had no time for, its unfinished piece too."""
        for path in sorted(pg_wal.iterdir()) if pg_wal.is_dir() else []:
            kept = self.wal / f"{path.name}{_ZIPPED}"
            if kept.exists() or not (_HISTORY.fullmatch(path.name) or _is_used(path)):
                continue
            partial = kept.with_suffix(".new")
            with path.open("rb") as piece, gzip.open(partial, "wb", 1) as zipped:
                shutil.copyfileobj(piece, zipped)
            partial.rename(kept)

    def prune(self, *, now: datetime) -> None:
        """Remove what no moment of the last seven days needs."""
        bases = self.all_bases()
        since = now - timedelta(days=DAYS)
        needed = [base for base in bases if base.ended_at > since]
        needed = [*[base for base in bases if base.ended_at <= since][-1:], *needed]
        if not needed:
            return
        for base in bases:
            if base not in needed:
                shutil.rmtree(base.folder)
        first = needed[0].first_segment
        for path in self.wal.glob(f"*{_ZIPPED}"):
            name = path.name.partition(".")[0]
            if _SEGMENT.fullmatch(name) and name[8:] < first:
                path.unlink()

    @property
    def _undone(self) -> Path:
        return self.folder / "undone.json"


def _is_used(path: Path) -> bool:
    """Tell whether a piece holds what its name says.

    A server keeps old pieces under the names of coming ones; these are not.
    """
    if not _SEGMENT.fullmatch(path.name):
        return False
    with path.open("rb") as file:
        head = file.read(_PAGE.size)
    if len(head) < _PAGE.size:
        return False
    _, _, timeline, address = _PAGE.unpack(head)
    log, number = int(path.name[8:16], 16), int(path.name[16:], 16)
    named = (int(path.name[:8], 16), (log << 32) + (number << _SEGMENT_BITS))
    return (timeline, address) == named
