"""The commands `metricgain exercises ...`: what names of exercises mean."""

import asyncio
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, BinaryIO, Final

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from metricgain.cli.connection import opened
from metricgain.cli.exercise_names import link_name, merge_exercises, show_links
from metricgain.config import Settings
from metricgain.importers.apps import known_app
from metricgain.importers.catalogue_names import catalogue_resolver
from metricgain.importers.names import (
    NameEntry,
    Outcome,
    Resolution,
    Resolver,
)
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.accounts import find_credentials
from metricgain.store.importing import (
    KnownName,
    NamedExercise,
    load_known_names,
    load_named_exercises,
)

exercises_app = typer.Typer(
    no_args_is_help=True, help="Find out what names of exercises mean, and say it."
)
exercises_app.command("links")(show_links)
exercises_app.command("link")(link_name)
exercises_app.command("merge")(merge_exercises)
_OUTCOMES: Final[Mapping[str, Outcome]] = {
    "linked": "linked",
    "confirmed": "linked",
    "asked": "ask",
    "custom": "custom",
}
_SHOWN: Final = 3


class CandidateLine(msgspec.Struct, kw_only=True):
    """An exercise that a name may mean, as JSON; `score` is 0 to 100."""

    name: str
    id: int
    score: int


class NameLine(msgspec.Struct, kw_only=True):
    """What one name means, as JSON; `exercise` is null where it is not known."""

    raw: str
    outcome: Outcome
    exercise: str | None
    exercise_id: int | None
    score: int
    candidates: list[CandidateLine]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """The exercises that names can mean, and the names that are linked already."""

    resolver: Resolver
    known: Mapping[str, KnownName]


@exercises_app.command("resolve")
def resolve_names(
    *,
    app: Annotated[
        str | None,
        typer.Option(metavar="APP", help="The app that wrote the names."),
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(
            metavar="EMAIL",
            help="Whose own exercises and links count, too. Needs the database.",
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Answer one JSON object for each name.")
    ] = False,
) -> None:
    """Say which exercises names mean: one name a line on standard input.

    A name is linked to an exercise, to be asked about, or new. Nothing is changed.
    """
    wrote = None if app is None else known_app(app, field="--app")
    knowledge = (
        _of_the_catalogue() if user is None else asyncio.run(_of_a_user(user, wrote))
    )
    lines = (_line(name, wrote, knowledge) for name in _names(sys.stdin.buffer))
    if json:
        for line in lines:
            typer.echo(msgspec.json.encode(line))
    else:
        Console().print(_table(lines))


def _names(stream: BinaryIO) -> Iterator[str]:
    """Yield the names of a text in UTF-8, without empty lines."""
    for number, line in enumerate(stream, 1):
        try:
            name = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise Invalid(
                f"line {number} is no text in UTF-8",
                field="standard input",
                remedy="Save the names in UTF-8.",
            ) from None
        if name.strip():
            yield name


def _of_the_catalogue() -> _Knowledge:
    return _Knowledge(catalogue_resolver(), {})


async def _of_a_user(email: str, app: str | None) -> _Knowledge:
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            account = await find_credentials(system, email.strip().lower())
        if account is None:
            raise NotFound(
                f"there is no account with the address {email}",
                field="--user",
                remedy="`metricgain user list` shows all.",
            )
        async with database.as_user(account.user_id) as tx:
            named = await load_named_exercises(tx)
            known = [] if app is None else await load_known_names(tx, app)
    return _Knowledge(
        Resolver(_entry(one) for one in named if not one.is_retired),
        {one.raw_name: one for one in known},
    )


def _entry(one: NamedExercise) -> NameEntry:
    return NameEntry(
        exercise_id=one.exercise_id,
        name=one.name,
        aliases=one.aliases,
        equipment=one.equipment,
        muscles=one.muscles,
        load_kind=one.load_kind,
    )


def _line(raw: str, app: str | None, knowledge: _Knowledge) -> NameLine:
    found = knowledge.resolver.resolve(raw, app)
    link = knowledge.known.get(raw)
    if link is None:
        name = found.candidates[0].name if found.exercise_id is not None else None
        return NameLine(
            raw=raw,
            outcome=found.outcome,
            exercise=name,
            exercise_id=found.exercise_id,
            score=found.score,
            candidates=_candidates(found),
        )
    return NameLine(
        raw=raw,
        outcome=_OUTCOMES[link.outcome],
        exercise=link.exercise_name,
        exercise_id=link.exercise_id,
        score=link.score,
        candidates=_candidates(found),
    )


def _candidates(found: Resolution) -> list[CandidateLine]:
    return [
        CandidateLine(name=one.name, id=one.exercise_id, score=one.score)
        for one in found.candidates
    ]


def _table(lines: Iterator[NameLine]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("Name", "Outcome", "Exercise", "Likeliest"):
        table.add_column(heading, overflow="fold")
    for line in lines:
        likeliest = () if line.exercise else line.candidates[:_SHOWN]
        table.add_row(
            escape(line.raw),
            line.outcome,
            escape(line.exercise or ""),
            escape(", ".join(f"{one.name} ({one.score})" for one in likeliest)),
        )
    return table
