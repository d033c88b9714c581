"""What devices have sent, and where each of them stands in what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, TypeAlias
from uuid import UUID

import msgspec

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql

Outcome: TypeAlias = Literal["applied", "refused"]

AFTER_ALL_KINDS: Final = "~"
"""Sorts after every kind: the end of a revision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The user's newest revision, and the block that is running.

    Deletions up to `purged_revision` are forgotten.
    """

    revision: int
    purged_revision: int
    mesocycle_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A device that has everything up to this place and asks for what came later."""

    revision: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchingUp:
    """A new device on its way through what there is.

    `revision` is the newest when it began: from there it follows afterwards, so that
    nothing which changes meanwhile is lost. The block and the first day of recent
    history are those of the beginning as well, so that no row moves to a part that
    the device has passed already.
    """

    revision: int
    mesocycle_id: UUID | None
    recent_from: date
    stage: int
    rank: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A row that a device is to get, and the place right after it."""

    kind: str
    id: str
    place: Following | CatchingUp


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationRefusal:
    """Why a mutation was refused: kind of problem, field, rule, what to do."""

    problem: str
    field: str
    rule: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredMutation:
    """A mutation and how it was answered; `refusal` is None if it was applied."""

    id: UUID
    name: str
    made_at: datetime
    refusal: MutationRefusal | None

    @property
    def outcome(self) -> Outcome:
        return "refused" if self.refusal else "applied"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMutation:
    """How a mutation of this id and name was answered before."""

    name: str
    refusal: MutationRefusal | None


async def load_head(tx: Transaction) -> Head:
    """Return how far the user has come. Raises NotFound if the account is gone."""
    row = await tx.row(sql("sync_head"), tx.user_id)
    if row is None:
        raise NotFound("this user does not exist")
    return Head(
        revision=row["revision"],
        purged_revision=row["purged_revision"],
        mesocycle_id=row["mesocycle_id"],
    )


async def marks_after(
    tx: Transaction, place: Following | CatchingUp, *, limit: int
) -> list[Mark]:
    """Return the next `limit` rows after a place, in the order they are to be sent."""
    if isinstance(place, Following):
        return await _marks_following(tx, place, limit)
    return await _marks_catching_up(tx, place, limit)


async def known_mutations(
    tx: Transaction, ids: Sequence[UUID]
) -> dict[UUID, KnownMutation]:
    """Return which of these mutations were answered before.

    Correct only while the user's turn is held (`changing`): nobody else can then
    be answering the same mutation.
    """
    rows = await tx.rows(sql("sync_known_mutations"), tx.user_id, ids)
    return {
        row["id"]: KnownMutation(
            name=row["name"],
            refusal=(
                msgspec.convert(row["answer"], MutationRefusal)
                if row["outcome"] == "refused"
                else None
            ),
        )
        for row in rows
    }


async def remember_mutations(
    change: Change, answered: Sequence[AnsweredMutation]
) -> None:
    """Store how mutations were answered, so that a repeat gets the same answer."""
    await change.tx.run(
        sql("sync_mutations_save"),
        change.user_id,
        change.revision,
        change.now,
        [one.id for one in answered],
        [one.name for one in answered],
        [one.made_at for one in answered],
        [one.outcome for one in answered],
        [
            msgspec.json.encode(one.refusal).decode() if one.refusal else None
            for one in answered
        ],
    )


async def _marks_following(tx: Transaction, place: Following, limit: int) -> list[Mark]:
    rows = await tx.rows(
        sql("sync_changed"),
        tx.user_id,
        place.revision,
        place.kind,
        place.id,
        limit,
    )
    return [
        Mark(
            kind=row["kind"],
            id=row["id"],
            place=Following(revision=row["revision"], kind=row["kind"], id=row["id"]),
        )
        for row in rows
    ]


async def _marks_catching_up(
    tx: Transaction, place: CatchingUp, limit: int
) -> list[Mark]:
    rows = await tx.rows(
        sql("sync_snapshot"),
        tx.user_id,
        place.mesocycle_id,
        place.recent_from,
        place.stage,
        place.rank,
        place.kind,
        place.id,
        limit,
    )
    return [
        Mark(
            kind=row["kind"],
            id=row["id"],
            place=CatchingUp(
                revision=place.revision,
                mesocycle_id=place.mesocycle_id,
                recent_from=place.recent_from,
                stage=row["stage"],
                rank=row["rank"],
                kind=row["kind"],
                id=row["id"],
            ),
        )
        for row in rows
    ]
