"""Carry out the mutations of a device, each answered by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated, Final, Literal, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.api.errors import problem_code
from metricgain.api.mutations import MUTATIONS
from metricgain.kit.errors import Invalid, Refusal
from metricgain.store.changes import Change
from metricgain.store.refusals import Busy, DatabaseAway
from metricgain.store.sync import (
    AnsweredMutation,
    KnownMutation,
    MutationRefusal,
    known_mutations,
    remember_mutations,
)

MOST: Final = 100
_LONGEST_TEXT: Final = 500
_UUID_VERSION: Final = 7
_YEARS: Final = range(1970, 2100)
_START: Final = "startWorkout"
_SET: Final = "saveSet"

MutationName: TypeAlias = Annotated[
    str, Meta(pattern=r"^[A-Za-z]{1,64}$", examples=["saveSet"])
]
Status: TypeAlias = Literal["applied", "alreadyApplied", "refused"]


class SentMutation(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A change made on a device: a UUIDv7, what it is, when it was made.

    `args` are those of its name (docs/sync.md). It is refused if a mutation that it
    depends on was.
    """

    id: UUID
    name: MutationName
    args: dict[str, object]
    made_at: Annotated[datetime, Meta(tz=True, examples=["2026-03-02T18:30:00+01:00"])]
    depends_on: Annotated[list[UUID], Meta(max_length=100)] = []


class MutationResult(msgspec.Struct, kw_only=True, rename="camel", omit_defaults=True):
    """How a mutation was answered; a refused one says why and what to do."""

    id: UUID
    status: Status
    problem: str = ""
    field: str = ""
    rule: str = ""
    remedy: str = ""


@dataclass(slots=True)
class _Batch:
    """What is known while a batch is carried out, from before and from itself."""

    known: dict[UUID, KnownMutation]
    answered: list[AnsweredMutation] = field(default_factory=list)
    refused_logs: set[str] = field(default_factory=set)


async def answer_batch(
    change: Change, mutations: Sequence[SentMutation]
) -> list[MutationResult]:
    """Carry out mutations in their order and return how each was answered.

    A refused one leaves nothing behind and does not stop the others, unless they
    depend on it. What may work later is not an answer: then the whole batch raises
    DatabaseAway or Busy and nothing of it is kept. Raises Invalid for ids and times
    that no device should send.
    """
    _check(mutations)
    change = replace(change, opened={})
    asked = {one.id for one in mutations} | {
        other for one in mutations for other in one.depends_on
    }
    batch = _Batch(known=await known_mutations(change.tx, list(asked)))
    results = [await _answer(change, batch, one) for one in mutations]
    if batch.answered:
        await remember_mutations(change, batch.answered)
    return results


async def _answer(change: Change, batch: _Batch, sent: SentMutation) -> MutationResult:
    before = batch.known.get(sent.id)
    if before is None:
        refusal = _hindrance(batch, sent) or await _apply(change, sent)
        batch.known[sent.id] = KnownMutation(name=sent.name, refusal=refusal)
        batch.answered.append(
            AnsweredMutation(
                id=sent.id,
                name=sent.name,
                made_at=min(sent.made_at, change.now),
                refusal=refusal,
            )
        )
    elif before.name != sent.name:
        refusal = MutationRefusal(
            problem="conflict",
            field="id",
            rule="another mutation has this id",
            remedy="Draw an id for each mutation.",
        )
    else:
        refusal = before.refusal
    if refusal is not None and sent.name == _START:
        batch.refused_logs.add(_log_of(sent))
    if refusal is None:
        return MutationResult(
            id=sent.id, status="alreadyApplied" if before else "applied"
        )
    return MutationResult(id=sent.id, status="refused", **_fields(refusal))


def _hindrance(batch: _Batch, sent: SentMutation) -> MutationRefusal | None:
    """Return why what this mutation depends on does not let it be carried out."""
    for other in sent.depends_on:
        before = batch.known.get(other)
        if before is None:
            return _hindered(f"the mutation {other} has not arrived before it")
        if before.refusal is not None:
            return _hindered(f"the mutation {other} was refused")
    if _log_of(sent) in batch.refused_logs:
        return _hindered("the start of this workout was refused")
    return None


def _hindered(rule: str) -> MutationRefusal:
    return MutationRefusal(
        problem="depends",
        field="dependsOn",
        rule=rule,
        remedy="Correct what was refused first, then send both under new ids.",
    )


def _part(change: Change, name: str, made_at: datetime) -> Change:
    """Return the change as one mutation sees it.

    Whatever is no set may change a log, so that it has to be looked up again.
    """
    if name == _SET:
        return replace(change, made_at=made_at)
    if change.opened is not None:
        change.opened.clear()
    return replace(change, made_at=made_at, opened=None)


async def _apply(change: Change, sent: SentMutation) -> MutationRefusal | None:
    """Carry out a mutation. Return why it was refused, or None."""
    try:
        async with change.tx.savepoint():
            kind = MUTATIONS.get(sent.name)
            if kind is None:
                raise Invalid(
                    f"there is no mutation {sent.name}",
                    field="name",
                    remedy="Update the server, or leave it out.",
                )
            args = msgspec.convert(sent.args, kind.args)
            if getattr(args, "made_at", None) is not None:
                raise Invalid("belongs beside the args", field="args.madeAt")
            made_at = min(sent.made_at, change.now)
            await kind.act(_part(change, sent.name, made_at), args)
    except (Busy, DatabaseAway):
        raise
    except msgspec.ValidationError as error:
        return _malformed(str(error))
    except Refusal as error:
        return _refusal(problem_code(error), error)
    return None


def _malformed(message: str) -> MutationRefusal:
    """Return the refusal of arguments; msgspec says `rule - at `$.path``."""
    rule, _, path = message.partition(" - at `$")
    where = path.rstrip("`")
    return _refusal("invalid", Invalid(rule, field=f"args{where}"))


def _refusal(problem: str, error: Refusal) -> MutationRefusal:
    return MutationRefusal(
        problem=problem,
        field=_storable(error.field),
        rule=_storable(error.rule),
        remedy=_storable(error.remedy),
    )


def _storable(text: str) -> str:
    """Return a text that may quote what was sent, as the database can keep it."""
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")[:_LONGEST_TEXT]


def _fields(refusal: MutationRefusal) -> dict[str, str]:
    return {
        "problem": refusal.problem,
        "field": refusal.field,
        "rule": refusal.rule,
        "remedy": refusal.remedy,
    }


def _log_of(sent: SentMutation) -> str:
    """Return the id of the workout log that a mutation speaks of, or nothing."""
    name = "id" if sent.name == _START else "workoutLogId"
    return str(sent.args.get(name, "")).lower()


def _check(mutations: Sequence[SentMutation]) -> None:
    for place, one in enumerate(mutations):
        if one.id.version != _UUID_VERSION:
            raise Invalid("must be a UUIDv7", field=f"mutations[{place}].id")
        if one.made_at.year not in _YEARS:
            raise Invalid(
                "must lie within 1970 and 2099", field=f"mutations[{place}].madeAt"
            )
