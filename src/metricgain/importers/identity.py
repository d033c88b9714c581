"""Ids that are the same every time the same history is read.

A workout is known by the app, the minute its clock showed at the start, and its place
among the workouts of that minute. Not by its title, which the lifter may change and
the app may translate; not by the seconds, which some exports leave out; not by the
time zone, which the lifter may correct on a second import; and not by the account, so
that what was exported and put back in another one is known there. The ids of different
users may be equal: every key begins with the user.
"""

from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

_SET_IDS = 1 << 31
# Any odd number makes the steps below visit every id once before the first repeat.
_STEP = 0x5851F42D


def workout_key(app: str, wall_time: datetime, ordinal: int) -> str:
    """Return the identity of a workout, such as `strong:2024-05-01T18:30:0`.

    `wall_time` carries no zone; `ordinal` counts from 0 among the workouts of the
    same file that start in the same minute.
    """
    return f"{app}:{wall_time:%Y-%m-%dT%H:%M}:{ordinal}"


def import_id(key: str, wall_time: datetime) -> UUID:
    """Return the version 8 UUID (RFC 9562) of a workout key.

    The first 48 bits are the wall time in milliseconds, read as if it were UTC, so
    that imported workouts sort by time together with the UUIDv7 of logged ones.
    """
    digest = sha256(key.encode()).digest()
    minute = wall_time.replace(second=0, microsecond=0, tzinfo=UTC)
    milliseconds = int(minute.timestamp() * 1000) & ((1 << 48) - 1)
    random_a = int.from_bytes(digest[:2]) & 0x0FFF
    random_b = int.from_bytes(digest[2:10]) & ((1 << 62) - 1)
    return UUID(
        int=milliseconds << 80 | 0x8 << 76 | random_a << 64 | 0b10 << 62 | random_b
    )


def set_id(workout_id: UUID, ordinal: int) -> int:
    """Return the id of a workout's nth set: 0 to 2^31-1, unique in the workout."""
    start = int.from_bytes(sha256(workout_id.bytes).digest()[:4])
    return (start + ordinal * _STEP) % _SET_IDS
