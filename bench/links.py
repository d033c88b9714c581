"""Measures what it gains to keep an exercise with each set, instead of a raw name.

Requirement 4.2 expects 60 to 80 % less time. Without links a set names a line of the
plan it was done by, and whoever reads it finds its exercise through three tables. With
them this was done once, when the set was written. The same sets lie in both ways in one
database; the second lies in a schema of its own, which goes afterwards.
"""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - who is asked for is drawn from a given seed
from typing import Final
from uuid import UUID

import asyncpg
from rich.console import Console

from bench import comparing
from bench.comparing import Compared
from bench.data import Loaded, add_size, bench_database, size_of
from bench.floor import pgbench
from bench.measuring import note, postgresql

_LEFT: Final = "DROP SCHEMA IF EXISTS unlinked CASCADE"
_PEOPLE: Final = 50
# One line of a plan for each block and exercise, as in the tables of the requirement.
_UNLINKED: Final = (
    _LEFT,
    "CREATE SCHEMA unlinked",
    (
        "CREATE TABLE unlinked.template_exercises AS"
        " SELECT row_number() OVER () AS id, d.* FROM ("
        "  SELECT DISTINCT s.user_id, l.mesocycle_id, s.exercise_id AS meant,"
        "  'raw ' || s.exercise_id AS exercise_name"
        "  FROM sets s JOIN workout_logs l"
        "  ON l.user_id = s.user_id AND l.id = s.workout_log_id) d"
    ),
    "ALTER TABLE unlinked.template_exercises ADD PRIMARY KEY (id)",
    "CREATE INDEX ON unlinked.template_exercises (user_id, mesocycle_id, meant)",
    (
        "CREATE TABLE unlinked.exercise_links AS SELECT id AS template_exercise_id,"
        " meant AS exercise_id FROM unlinked.template_exercises"
    ),
    "ALTER TABLE unlinked.exercise_links ADD PRIMARY KEY (template_exercise_id)",
    "ANALYZE unlinked.template_exercises",
    (
        "CREATE TABLE unlinked.sets AS SELECT s.user_id, s.workout_log_id, s.id,"
        " s.performed_at, s.set_number, s.weight, s.reps, t.id AS template_exercise_id"
        " FROM sets s JOIN workout_logs l"
        " ON l.user_id = s.user_id AND l.id = s.workout_log_id"
        " JOIN unlinked.template_exercises t ON t.user_id = s.user_id"
        " AND t.mesocycle_id IS NOT DISTINCT FROM l.mesocycle_id"
        " AND t.meant = s.exercise_id"
    ),
    "ALTER TABLE unlinked.sets ADD PRIMARY KEY (user_id, workout_log_id, id)",
    "CREATE INDEX ON unlinked.sets (user_id, template_exercise_id, performed_at)",
    "ANALYZE unlinked.sets",
    "ANALYZE unlinked.exercise_links",
)
_RESOLVED: Final = (
    " FROM unlinked.sets s"
    " LEFT JOIN unlinked.template_exercises t ON t.id = s.template_exercise_id"
    " LEFT JOIN unlinked.exercise_links k ON k.template_exercise_id = t.id"
    " LEFT JOIN exercises e ON e.id = k.exercise_id"
)
_KEPT: Final = " FROM sets s JOIN exercises e ON e.id = s.exercise_id"
_NAME: Final = "coalesce(e.name, t.exercise_name)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody whose sets are read: an exercise and a workout of theirs."""

    user_id: int
    exercise_id: int
    exercise_name: str
    workout_log_id: UUID


def main(arguments: Sequence[str]) -> None:
    """Compare reading sets with exercise links and without them."""
    parser = ArgumentParser(prog="python -m bench links")
    add_size(parser, users=20)
    parser.add_argument("--seconds", type=int, default=3)
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (
        url,
        at,
    ):
        compared = compare(url, at, seconds=asked.seconds)
        version = asyncio.run(postgresql(url))
    comparing.show(console, compared)
    note(
        "links",
        {"postgresql": version, "users": at.users, "sets": at.sets,
         "seconds": asked.seconds, "compared": [one.as_json() for one in compared]},
    )  # fmt: skip


def compare(url: str, loaded: Loaded, *, seconds: int) -> list[Compared]:
    """Time each read in both ways; the floor is the way with links."""
    people = asyncio.run(lay_down(url, seed=loaded.seed))
    try:
        return [
            Compared(
                what=what,
                ours=pgbench(
                    url, [one[0] for one in scripts], clients=1, seconds=seconds
                ),
                floor=pgbench(
                    url, [one[1] for one in scripts], clients=1, seconds=seconds
                ),
                floor_is="the exercise is kept with the set",
            )
            for what, scripts in scripts_of(people).items()
        ]
    finally:
        asyncio.run(take_away(url))


def scripts_of(people: Sequence[Asked]) -> dict[str, list[tuple[str, str]]]:
    """Return each read by its name, for each of the people without and with links."""
    return {
        "sets of a workout with their exercises": [_workout(one) for one in people],
        "latest sets of an exercise": [_history(one) for one in people],
        "sets per exercise and week": [_weeks(one) for one in people],
    }


def _workout(one: Asked) -> tuple[str, str]:
    end = (
        f" WHERE s.user_id = {one.user_id} AND s.workout_log_id ="
        f" '{one.workout_log_id}' ORDER BY s.set_number, s.id;\n"
    )
    what = "SELECT s.id, s.weight, s.reps, "
    return f"{what}{_NAME} AS name{_RESOLVED}{end}", f"{what}e.name{_KEPT}{end}"


def _history(one: Asked) -> tuple[str, str]:
    what = "SELECT s.performed_at, s.weight, s.reps"
    mine = f" WHERE s.user_id = {one.user_id} AND "
    end = " ORDER BY s.performed_at DESC LIMIT 100;\n"
    name = one.exercise_name.replace("'", "''")
    return (
        f"{what}{_RESOLVED}{mine}{_NAME} = '{name}'{end}",
        f"{what}{_KEPT}{mine}s.exercise_id = {one.exercise_id}{end}",
    )


def _weeks(one: Asked) -> tuple[str, str]:
    week = "date_trunc('week', s.performed_at) AS week"
    end = f" WHERE s.user_id = {one.user_id} GROUP BY 1, 2;\n"
    return (
        f"SELECT {_NAME} AS name, {week}, count(*){_RESOLVED}{end}",
        f"SELECT e.name, {week}, count(*){_KEPT}{end}",
    )


async def lay_down(url: str, *, seed: int) -> list[Asked]:
    """Lay the sets down once more without links; return whose are to be read."""
    await _run(url, _UNLINKED)
    connection = await _connect(url)
    try:
        rows = await connection.fetch(
            "SELECT DISTINCT ON (s.user_id) s.user_id, s.exercise_id,"
            " e.name AS exercise_name, s.workout_log_id FROM sets s"
            " JOIN exercises e ON e.id = s.exercise_id"
            " WHERE s.user_id = ANY($1::int[])"
            " ORDER BY s.user_id, s.performed_at DESC, s.id",
            await _chosen(connection, seed),
        )
    finally:
        await connection.close()
    return [Asked(**dict(row)) for row in rows]


async def take_away(url: str) -> None:
    """Remove what was laid down."""
    await _run(url, [_LEFT])


async def _chosen(connection: asyncpg.Connection, seed: int) -> list[int]:
    users = [row["id"] for row in await connection.fetch("SELECT id FROM users")]
    return Random(seed).sample(users, min(_PEOPLE, len(users)))  # noqa: S311 - no secret


async def _run(url: str, statements: Sequence[str]) -> None:
    connection = await _connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _connect(url: str) -> asyncpg.Connection:
    connection = await asyncpg.connect(url)
    await connection.execute("SET metricgain.as_system = 'on'")
    return connection
