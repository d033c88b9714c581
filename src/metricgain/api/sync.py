"""Devices that work without a network: send what was done, pull what has changed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

import msgspec
import structlog
from litestar.params import HeaderParameter, JSONBody, QueryParameter
from msgspec import Meta

from metricgain.api.errors import documented
from metricgain.api.meters import count_batch
from metricgain.api.pulled_account import (
    PulledDeletion,
    PulledExercise,
    PulledExerciseLink,
    PulledLandmark,
    PulledPreferences,
    PulledProposal,
)
from metricgain.api.pulled_log import PulledWorkoutLog
from metricgain.api.pulled_plan import PulledMesocycle, PulledWorkoutInstance
from metricgain.api.routes import act, read
from metricgain.api.session import Asker
from metricgain.api.sync_batch import (
    MOST,
    MutationResult,
    SentMutation,
    answer_batch,
)
from metricgain.api.sync_cursor import cursor_at, place_at
from metricgain.kit.clock import now
from metricgain.kit.errors import Outdated, TooLarge
from metricgain.reads.changes import Changed, ChangesPage, changes, check_place
from metricgain.reads.synced_account import (
    SyncedDeletion,
    SyncedExercise,
    SyncedExerciseLink,
    SyncedLandmark,
    SyncedPreferences,
    SyncedProposal,
)
from metricgain.reads.synced_log import SyncedWorkoutLog
from metricgain.reads.synced_plan import SyncedMesocycle, SyncedWorkoutInstance

_LOG = structlog.get_logger(__name__)
PROTOCOL: Final = 1
PROTOCOL_HEADER: Final = "X-MetricGain-Protocol"
PAGE: Final = 500

Protocol = Annotated[
    int | None,
    HeaderParameter(
        name=PROTOCOL_HEADER,
        ge=0,
        le=10_000,
        description="The version of the protocol that the device speaks.",
    ),
]
Pulled = (
    PulledDeletion
    | PulledExercise
    | PulledExerciseLink
    | PulledLandmark
    | PulledMesocycle
    | PulledPreferences
    | PulledProposal
    | PulledWorkoutInstance
    | PulledWorkoutLog
)
_SHAPES: Final[Mapping[type[Changed], type[Pulled]]] = MappingProxyType(
    {
        SyncedDeletion: PulledDeletion,
        SyncedExercise: PulledExercise,
        SyncedExerciseLink: PulledExerciseLink,
        SyncedLandmark: PulledLandmark,
        SyncedMesocycle: PulledMesocycle,
        SyncedPreferences: PulledPreferences,
        SyncedProposal: PulledProposal,
        SyncedWorkoutInstance: PulledWorkoutInstance,
        SyncedWorkoutLog: PulledWorkoutLog,
    }
)


class PushBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What a device has to send: at most 100 mutations, in the order they were made.

    `cursor` is the one of the last answer; null asks for everything.
    """

    device_id: Annotated[
        str, Meta(pattern=r"^[\x21-\x7e]{1,64}$", examples=["phone-7f3a"])
    ]
    mutations: list[SentMutation]
    cursor: Annotated[str, Meta(max_length=2000)] | None = None


class PullAnswer(msgspec.Struct, kw_only=True, rename="camel"):
    """What has changed, in the order of the commits, each row as it is now."""

    cursor: str
    changes: list[Pulled]
    has_more: bool


class PushAnswer(PullAnswer, kw_only=True, rename="camel"):
    """How each mutation was answered, and what has changed since the cursor."""

    results: list[MutationResult]


@act(
    "/sync",
    tags=["sync"],
    responses=documented(400, 401, 403, 404, 409, 413, 415, 422, 426, 500, 503),
)
async def push_changes(
    data: JSONBody[PushBody], asker: Asker, protocol: Protocol = None
) -> PushAnswer:
    """Carry out what a device did without a network, and answer what it lacks.

    Each mutation is answered by itself: `applied`, `alreadyApplied` for a repeat, or
    `refused` with the reason. Everything else that goes wrong, goes wrong for the
    whole batch and leaves nothing behind.
    """
    _check_protocol(protocol)
    if len(data.mutations) > MOST:
        raise TooLarge(
            f"at most {MOST} mutations are taken at once",
            field="mutations",
            remedy="Halve the batch.",
        )
    place = place_at(data.cursor, field="cursor")
    async with asker.changing() as change:
        check_place(place, newest=change.revision - 1)
        results = await answer_batch(change, data.mutations)
        page = await changes(change.tx, place, today=change.now.date(), limit=PAGE)
    count_batch(data.mutations, results, now=now())
    _LOG.debug("synced", device=data.device_id, mutations=len(results))
    pulled = _pulled(page)
    return PushAnswer(
        results=results,
        cursor=pulled.cursor,
        changes=pulled.changes,
        has_more=pulled.has_more,
    )


@read(
    "/sync",
    tags=["sync"],
    responses=documented(400, 401, 403, 404, 409, 422, 426, 500, 503),
)
async def pull_changes(
    asker: Asker,
    since: Annotated[
        str | None,
        QueryParameter(
            max_length=2000,
            description="The cursor of the last answer; left out asks for everything.",
        ),
    ] = None,
    limit: Annotated[
        int, QueryParameter(ge=1, le=1000, description="How many rows at most.")
    ] = PAGE,
    protocol: Protocol = None,
) -> PullAnswer:
    """Answer what has changed since a cursor, deletions included.

    A device that has nothing gets the running block and the last twelve weeks first.
    While `hasMore` is true, ask again with the cursor of the answer.
    """
    _check_protocol(protocol)
    place = place_at(since, field="since")
    async with asker.reading() as tx:
        page = await changes(tx, place, today=now().date(), limit=limit)
    return _pulled(page)


def _check_protocol(protocol: int | None) -> None:
    if protocol is not None and protocol < PROTOCOL:
        raise Outdated(
            f"version {protocol} of the protocol is not understood any more",
            field=PROTOCOL_HEADER,
            remedy="Update the app; what is unsent stays in it.",
        )


def _pulled(page: ChangesPage) -> PullAnswer:
    return PullAnswer(
        cursor=cursor_at(page.place),
        changes=[
            msgspec.convert(row, _SHAPES[type(row)], from_attributes=True)
            for row in page.rows
        ],
        has_more=page.has_more,
    )


ROUTES = [push_changes, pull_changes]
