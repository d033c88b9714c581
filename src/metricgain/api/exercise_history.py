"""The history of an exercise."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from litestar import Response
from litestar.params import FromPath

from metricgain.api.etags import KEPT, IfNoneMatch, unless_kept
from metricgain.api.pages import Cursor, Limit, cursor_of, place_of
from metricgain.api.routes import read
from metricgain.api.session import Asker, Requester
from metricgain.reads.exercise_history import exercise_history


class HistorySetShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A set with its estimated one-repetition maximum, where it says something."""

    id: int
    workout_log_id: UUID
    local_date: date
    is_deload: bool
    set_number: int
    weight: float
    weight_unit: str
    reps: int
    rir: float | None
    set_type: str
    load_kind: str
    seconds: int | None
    note: str | None
    flag: str | None
    performed_at: datetime
    e1rm_kg: float | None
    e1rm_confidence: str | None


class ExerciseHistoryPage(msgspec.Struct, kw_only=True, rename="camel"):
    """A page of an exercise's sets, newest first."""

    exercise_id: int
    name: str
    items: list[HistorySetShape]
    next_cursor: str | None


@read("/exercises/{exercise_id:int}/history", tags=["training"], responses=KEPT)
async def get_exercise_history(
    exercise_id: FromPath[int],
    asker: Asker,
    cursor: Cursor = None,
    limit: Limit = 100,
    if_none_match: IfNoneMatch = None,
) -> Response[ExerciseHistoryPage]:
    """Return every set of an exercise, newest first, each with its e1RM in kg."""
    page, revision = await history_page(asker, exercise_id, cursor=cursor, limit=limit)
    return unless_kept(page, revision, if_none_match)


async def history_page(
    asker: Requester, exercise_id: int, *, cursor: str | None, limit: int
) -> tuple[ExerciseHistoryPage, int]:
    """Return a page of an exercise's sets, and the user's revision. Raises NotFound."""
    after = place_of(cursor, tuple[datetime, UUID, int])
    async with asker.reading() as tx:
        found = await exercise_history(tx, exercise_id, after=after, limit=limit + 1)
    items = found.sets[:limit]
    end = items[-1] if len(found.sets) > limit else None
    page = ExerciseHistoryPage(
        exercise_id=found.exercise_id,
        name=found.name,
        items=msgspec.convert(items, list[HistorySetShape], from_attributes=True),
        next_cursor=(
            cursor_of((end.performed_at, end.workout_log_id, end.id)) if end else None
        ),
    )
    return page, found.revision


ROUTES = [get_exercise_history]
