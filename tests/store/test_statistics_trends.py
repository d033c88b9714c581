"""Trends are a view of the weeks, and a new catalogue leaves its users to be done."""

from datetime import date, timedelta
from decimal import Decimal

import asyncpg

from make import exercise_row, insert, make_log, make_set, make_user
from metricgain.catalogue.reader import catalogue_version, exercises, templates
from metricgain.kit.clock import now
from metricgain.store.catalogue import load_catalogue
from metricgain.store.database import Database
from metricgain.store.statistics.rebuild import mark, rebuild
from metricgain.store.statistics.verify import verify
from metricgain.store.tables import metadata

FIRST = date(2026, 1, 5)
# As requirement 4 prints what it asks of the view.
ASKED = (
    "SELECT user_id, exercise_name, week_start, prev_one_rm, current_one_rm,"
    " one_rm_change FROM exercise_trends ORDER BY week_start"
)


async def test_a_trend_compares_a_week_with_the_last_one_that_was_no_deload(
    database: Database,
) -> None:
    me = await make_user(database, "trends@example.org")
    async with database.as_system() as system:
        await insert(system.run, metadata.tables["exercises"], exercise_row(me))
        for week, (weight, is_deload) in enumerate(
            [(100, False), (None, False), (102, False), (60, True), (105, False)]
        ):
            day = FIRST + timedelta(weeks=week)
            log = await make_log(
                system.run, me, week, local_date=day, is_deload=is_deload
            )
            if weight:
                await make_set(system.run, me, log, 1, weight=Decimal(weight), reps=1)
    await rebuild(database, me, now=now())

    async with database.as_user(me) as tx:
        rows = [tuple(row) for row in await tx.rows(ASKED)]

    kg = Decimal
    assert rows == [
        (me, "Own Press", FIRST, None, kg(100), None),
        (me, "Own Press", FIRST + timedelta(weeks=2), kg(100), kg(102), kg(2)),
        (me, "Own Press", FIRST + timedelta(weeks=3), None, kg(60), None),
        (me, "Own Press", FIRST + timedelta(weeks=4), kg(102), kg(105), kg(3)),
    ]


async def test_a_catalogue_that_counts_otherwise_leaves_its_lifters_to_be_done(
    database: Database, owner: asyncpg.Connection
) -> None:
    benching = await make_user(database, "catalogue.bench@example.org")
    rowing = await make_user(database, "catalogue.row@example.org")
    async with database.as_system() as system:
        for lifter, exercise_id in ((benching, 1), (rowing, 318)):
            log = await make_log(system.run, lifter, 1, local_date=FIRST)
            await make_set(system.run, lifter, log, 1, exercise_id=exercise_id)
    for lifter in (benching, rowing):
        await rebuild(database, lifter, now=now())
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        # As an older catalogue had it.
        await owner.execute(
            "UPDATE exercise_muscles SET contribution = 1.5 - contribution"
            " WHERE exercise_id = 1"
        )
        await owner.execute(
            "UPDATE catalogue_state SET version = 'old' WHERE name = 'catalogue'"
        )

    async with database.as_system() as system:
        await load_catalogue(
            system,
            version=catalogue_version(),
            exercises=exercises(),
            templates=templates(),
        )
        due = await system.rows(
            "SELECT user_id, due_from FROM stats_state WHERE user_id = ANY($1)",
            [benching, rowing],
        )

    assert dict(map(tuple, due)) == {benching: FIRST, rowing: None}
    await rebuild(database, benching, now=now())
    assert await verify(database, benching) == []


async def test_to_be_computed_from_an_earlier_day_is_not_forgotten(
    database: Database,
) -> None:
    me = await make_user(database, "marked@example.org")
    async with database.as_system() as system:
        await mark(system, user_id=me)
    await rebuild(database, me, now=now())
    async with database.as_system() as system:
        await mark(system, user_id=me, since=FIRST)
        await mark(system, user_id=me, since=FIRST + timedelta(days=9))

        due = await system.value(
            "SELECT due_from FROM stats_state WHERE user_id = $1", me
        )

    assert due == FIRST
