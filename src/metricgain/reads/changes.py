"""What a device does not have yet."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias

from metricgain.kit.errors import Conflict
from metricgain.reads.synced_account import (
    SyncedDeletion,
    SyncedExercise,
    SyncedExerciseLink,
    SyncedLandmark,
    SyncedPreferences,
    SyncedProposal,
    synced_deletions,
    synced_exercises,
    synced_landmarks,
    synced_links,
    synced_preferences,
    synced_proposals,
)
from metricgain.reads.synced_log import SyncedWorkoutLog, synced_logs
from metricgain.reads.synced_plan import (
    SyncedMesocycle,
    SyncedWorkoutInstance,
    synced_instances,
    synced_mesocycles,
)
from metricgain.store.database import Transaction
from metricgain.store.sync import (
    AFTER_ALL_KINDS,
    CatchingUp,
    Following,
    Mark,
    load_head,
    marks_after,
)

Changed: TypeAlias = (
    SyncedDeletion
    | SyncedExercise
    | SyncedExerciseLink
    | SyncedLandmark
    | SyncedMesocycle
    | SyncedPreferences
    | SyncedProposal
    | SyncedWorkoutInstance
    | SyncedWorkoutLog
)
Place: TypeAlias = Following | CatchingUp
_Load: TypeAlias = Callable[
    [Transaction, Sequence[str]], Awaitable[Mapping[str, Changed]]
]

RECENT: Final = timedelta(weeks=12)
"""A new device gets this much of the past before everything older."""

_START_OVER: Final = "Forget the copy, keep what is unsent, and start without a cursor."
_LOADS: Final[Mapping[str, _Load]] = MappingProxyType(
    {
        "deleted": synced_deletions,
        "exercise": synced_exercises,
        "exerciseLink": synced_links,
        "landmark": synced_landmarks,
        "mesocycle": synced_mesocycles,
        "preferences": synced_preferences,
        "proposal": synced_proposals,
        "workoutInstance": synced_instances,
        "workoutLog": synced_logs,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """Rows in the order of the commits, and the place after them."""

    rows: tuple[Changed, ...]
    place: Place
    has_more: bool


async def changes(
    tx: Transaction, place: Place | None, *, today: date, limit: int
) -> ChangesPage:
    """Return what changed after a place, at most `limit` rows, each as it is now.

    None is a device that has nothing: it gets the running block and the last twelve
    weeks first, then everything older, then what changed meanwhile. A row that changes
    while pages are read may come twice, the newer one last; none is left out. Raises
    Conflict for a place that this database has not come to, and for one from before
    deletions that it has forgotten.
    """
    head = await load_head(tx)
    if place is None:
        place = CatchingUp(
            revision=head.revision,
            mesocycle_id=head.mesocycle_id,
            recent_from=today - RECENT,
            stage=0,
            rank=0,
            kind="",
            id="",
        )
    check_place(place, newest=head.revision, oldest=head.purged_revision)
    marks = await marks_after(tx, place, limit=limit + 1)
    page = marks[:limit]
    rows = await _load(tx, page)
    has_more = len(marks) > limit
    after = page[-1].place if page else place
    if isinstance(after, CatchingUp) and not has_more:
        after = Following(revision=after.revision, kind=AFTER_ALL_KINDS, id="")
        has_more = after.revision < head.revision
    return ChangesPage(rows=rows, place=after, has_more=has_more)


def check_place(place: Place | None, *, newest: int, oldest: int = 0) -> None:
    """Raise Conflict for a place after the newest revision, or before the oldest.

    The one is from before the database was restored from an older backup, the other is
    of a device that was away for longer than deletions are remembered.
    """
    if place is not None and place.revision < oldest:
        raise Conflict(
            "this place lies before deletions that are forgotten by now",
            field="cursor",
            remedy=_START_OVER,
        )
    if place is not None and place.revision > newest:
        raise Conflict(
            "this place lies after everything this server knows",
            field="cursor",
            remedy=_START_OVER,
        )


async def _load(tx: Transaction, page: Sequence[Mark]) -> tuple[Changed, ...]:
    """Return the rows of a page in its order, without those that are gone again."""
    ids: dict[str, list[str]] = defaultdict(list)
    for mark in page:
        ids[mark.kind].append(mark.id)
    found = {kind: await _LOADS[kind](tx, named) for kind, named in ids.items()}
    return tuple(
        found[mark.kind][mark.id] for mark in page if mark.id in found[mark.kind]
    )
