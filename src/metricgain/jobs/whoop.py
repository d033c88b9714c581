"""What WHOOP knows, fetched: the last days again and again, the past once.

Polling alone is enough. What is asked for overlaps with what was asked before, so that
scores that come late, corrections and deletions are found, in whatever order they come.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
import structlog

from metricgain.engine.recovery import Sleep, Taken
from metricgain.integrations.whoop import Garbled, Kind, cycle_of, read_record
from metricgain.jobs.running import Running
from metricgain.jobs.whoop_access import WhoopAccess, whoop_access
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.database import Transaction
from metricgain.store.jobs import NewJob, add_job
from metricgain.store.lifter import load_lifter
from metricgain.store.recovery import (
    RecoveryKind,
    forget,
    known_sleeps,
    prune,
    save_nights,
)
from metricgain.store.whoop import (
    WHOOP_SYNC,
    load_connection,
    note_polled,
    users_to_look_at,
)

WHOOP_POLL: Final = "whoop.poll"
_ROWS: Final[Mapping[Kind, RecoveryKind]] = {
    Kind.SLEEP: "sleep",
    Kind.RECOVERY: "recovery",
    Kind.CYCLE: "cycle",
}
_LOG = structlog.get_logger(__name__)
_OVERLAP: Final = timedelta(days=14)
_SPAN: Final = timedelta(days=30)
# What began just before a span may be told with it, or not.
_EDGE: Final = timedelta(days=1)
_QUESTIONS_A_DAY: Final = 9000
_QUESTIONS_A_LOOK: Final = 3
_MINUTES_A_DAY: Final = 24 * 60


class Polled(msgspec.Struct, kw_only=True):
    """Of how many users WHOOP will be asked."""

    users: int


class Fetched(msgspec.Struct, kw_only=True):
    """How many values are new or newer, and how many could not be understood."""

    changed: int
    garbled: int


class News(msgspec.Struct, kw_only=True):
    """What a message of WHOOP was about; for a recovery, `id` is that of its sleep."""

    kind: Kind
    id: UUID


@dataclass(slots=True)
class _Seen:
    """What a span held: values in the order in which they have to be kept."""

    taken: list[Taken] = field(default_factory=list)
    ids: dict[Kind, list[str]] = field(
        default_factory=lambda: {kind: [] for kind in Kind}
    )
    garbled: int = 0


async def poll_whoop(running: Running) -> Polled:
    """Let WHOOP be asked for everybody, as far as a day's questions reach."""
    if not running.settings.offers_whoop:
        return Polled(users=0)
    looks_a_day = _MINUTES_A_DAY / running.settings.whoop_poll_minutes
    most = max(1, int(_QUESTIONS_A_DAY / _QUESTIONS_A_LOOK / looks_a_day))
    async with running.database.as_system() as system:
        users = await users_to_look_at(system, most=most)
        for user_id in users:
            new = NewJob(
                id=uuid7(now()),
                name=WHOOP_SYNC,
                args={},
                for_user=user_id,
                key=str(user_id),
            )
            await add_job(system, new)
    return Polled(users=len(users))


async def sync_whoop(running: Running) -> Fetched:
    """Fetch the last two weeks of one user, then what is missing of the past.

    Each span is committed by itself: what is cut off goes on where it was.
    """
    began = now()
    async with running.database.as_user(running.user_id) as tx:
        held = await load_connection(tx)
        zone = ZoneInfo((await load_lifter(tx)).timezone)
    limit = held.connected_at - timedelta(days=running.settings.whoop_history_days)
    recent = min(held.polled_at or began, began) - _OVERLAP
    total = Fetched(changed=0, garbled=0)
    async with whoop_access(running) as access:
        await _fetch_span(access, (recent, began), zone, total)
        async with running.database.as_user(running.user_id) as tx:
            await note_polled(tx, polled_at=began)
        edge = held.filled_to or recent
        while edge > limit:
            running.progress.set((began - edge).days, (began - limit).days)
            earlier = max(limit, edge - _SPAN)
            await _fetch_span(access, (earlier, edge), zone, total)
            edge = earlier
            async with running.database.as_user(running.user_id) as tx:
                await note_polled(tx, filled_to=edge)
    return total


async def hear_whoop(running: Running) -> Fetched:
    """Ask WHOOP what is true now of something that it sent a message about.

    The message itself is not believed: it may be late, or overtaken by another.
    """
    news = running.args(News)
    sleep_id = str(news.id)
    total = Fetched(changed=0, garbled=0)
    async with running.database.as_user(running.user_id) as tx:
        zone = ZoneInfo((await load_lifter(tx)).timezone)
    async with whoop_access(running) as access:
        sleep = await access.ask(lambda token: access.client.sleep(token, sleep_id))
        recovery = None
        if sleep is not None:
            cycle = _cycle(sleep)
            if cycle is not None:
                recovery = await access.ask(
                    lambda token: access.client.recovery(token, cycle)
                )
    async with running.database.as_user(running.user_id) as tx:
        seen = _Seen()
        _read(seen, Kind.SLEEP, [sleep] if sleep else [], {}, zone)
        sleeps = {each.value.id: each.value for each in seen.taken}
        _read(seen, Kind.RECOVERY, [recovery] if recovery else [], _only(sleeps), zone)
        if not seen.garbled:
            await _forget_missing(tx, seen, sleep_id)
        total.changed = await save_nights(tx, "whoop", seen.taken)
        total.garbled = seen.garbled
    return total


async def _forget_missing(tx: Transaction, seen: _Seen, sleep_id: str) -> None:
    for kind in (Kind.SLEEP, Kind.RECOVERY):
        if sleep_id not in seen.ids[kind]:
            await forget(tx, _ROWS[kind], sleep_id)


async def _fetch_span(
    access: WhoopAccess,
    span: tuple[datetime, datetime],
    zone: ZoneInfo,
    total: Fetched,
) -> None:
    """Fetch all that began in a span and keep it; let go of what is gone there."""
    found = {kind: await _records(access, kind, span) for kind in Kind}
    async with access.database.as_user(access.user_id) as tx:
        seen = _Seen()
        _read(seen, Kind.SLEEP, found[Kind.SLEEP], {}, zone)
        _read(seen, Kind.CYCLE, found[Kind.CYCLE], {}, zone)
        sleeps = _only({each.value.id: each.value for each in seen.taken})
        missing = [
            sleep_id
            for record in found[Kind.RECOVERY]
            if (sleep_id := _sleep_id(record)) and sleep_id not in sleeps
        ]
        known = await known_sleeps(tx, missing) if missing else {}
        _read(seen, Kind.RECOVERY, found[Kind.RECOVERY], {**known, **sleeps}, zone)
        total.changed += await save_nights(tx, "whoop", seen.taken)
        total.garbled += seen.garbled
        if not seen.garbled:
            inner = (span[0] + _EDGE, span[1])
            for kind in Kind:
                await prune(tx, _ROWS[kind], span=inner, kept=seen.ids[kind])


async def _records(
    access: WhoopAccess, kind: Kind, span: tuple[datetime, datetime]
) -> list[bytes]:
    start, end = span
    records: list[bytes] = []
    token: str | None = None
    asked: set[str | None] = set()
    # A page that leads back to itself must not keep us for ever.
    while token not in asked:
        asked.add(token)
        page = await access.ask(
            lambda access_token, following=token: access.client.page(  # type: ignore[misc]  # the default binds the loop's value
                kind, access_token, start=start, end=end, next_token=following
            )
        )
        records += page.records
        if page.next_token is None:
            break
        token = page.next_token
    return records


def _read(
    seen: _Seen,
    kind: Kind,
    records: list[bytes],
    sleeps: Mapping[str, Sleep],
    zone: ZoneInfo,
) -> None:
    for record in records:
        try:
            one = read_record(kind, record, sleeps=sleeps, zone=zone)
        except Garbled as error:
            _LOG.warning("a record of WHOOP is not as promised", kind=kind.value)
            _LOG.debug("garbled", rule=str(error))
            seen.garbled += 1
            continue
        seen.taken.append(one)
        seen.ids[kind].append(one.value.id)


def _only(values: Mapping[str, object]) -> dict[str, Sleep]:
    return {key: value for key, value in values.items() if isinstance(value, Sleep)}


class _Named(msgspec.Struct):
    sleep_id: str


def _sleep_id(record: bytes) -> str | None:
    try:
        return msgspec.json.decode(record, type=_Named).sleep_id
    except msgspec.MsgspecError:
        return None


def _cycle(record: bytes) -> int | None:
    try:
        return cycle_of(record)
    except Garbled:
        return None
