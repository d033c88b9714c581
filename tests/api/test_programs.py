"""A program is kept whole or not at all, and its blocks begin one after the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from conftest import SignedIn
from make import MORNING, everything_of, id_for
from metricgain.actions.create_program import create_program
from metricgain.actions.start_workout import start_workout
from metricgain.engine.generator.draft import Near
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.reads.generated_plan import load_question
from metricgain.reads.generated_program import Named, make_program
from metricgain.store.changes import changing
from metricgain.store.database import Database, DatabaseAway
from metricgain.store.program_rows import load_program
from metricgain.store.programs import DetailedProgram

YEAR = {
    "goal": "hypertrophy",
    "experience": "intermediate",
    "weekdays": [0, 3],
    "sessionMinutes": 40,
    "place": "dumbbells",
    "emphasis": {"chest": "emphasize"},
    "horizonWeeks": 52,
}
START = date(2026, 3, 2)
# What each has to do with: every table that a program is written to.
TABLES = (
    "fitness_programs", "macrocycles", "mesocycles", "mesocycle_emphasis",
    "microcycles", "workouts", "workout_exercises", "workout_instances",
    "prescriptions",
)  # fmt: skip


async def program_of(
    lifter: SignedIn, database: Database, *, weeks: int
) -> DetailedProgram:
    profile = YEAR | {"horizonWeeks": weeks}
    saved = await lifter.client.put("/training-profile", json=profile)
    assert saved.status_code == 200, saved.text
    async with database.as_user(lifter.user_id) as tx:
        question = await load_question(
            tx, start_date=START, near=Near(), planner="greedy"
        )
    named = Named(id=id_for(lifter.user_id, "year"), name="My year")
    return make_program(question, named).program


async def test_a_year_is_written_in_a_handful_of_statements(
    lifter: SignedIn, database: Database
) -> None:
    program = await program_of(lifter, database, weeks=52)

    async with changing(database, lifter.user_id, now=MORNING) as change:
        before = change.tx.statements
        await create_program(change, program)
        statements = change.tx.statements - before
        stored = await load_program(change.tx, program.id)

    blocks = [meso for macro in stored.macrocycles for meso in macro.mesocycles]
    weeks = [week for meso in blocks for week in meso.microcycles]
    assert statements <= 14
    assert stored.start_date == START
    assert stored.end_date == START + timedelta(weeks=52, days=-1)
    assert [meso.status for meso in blocks] == ["planned"] * 9
    assert len(weeks) == 48
    for before_, after in pairwise(weeks):
        assert after.start_date - before_.end_date in (
            timedelta(days=1), timedelta(days=8),
        )  # fmt: skip


KILL = "PERFORM pg_terminate_backend(pg_backend_pid())"


@asynccontextmanager
async def failing(
    owner: asyncpg.Connection, table: str, what: str = KILL
) -> AsyncIterator[None]:
    """Do something to whoever writes to a table, in the middle of it; usually kill."""
    await owner.execute(
        "CREATE FUNCTION fail_me() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN {what}; RETURN NEW; END$$"
    )
    await owner.execute(
        f"CREATE TRIGGER fail AFTER INSERT ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION fail_me()"
    )
    try:
        yield
    finally:
        await owner.execute("DROP FUNCTION fail_me() CASCADE")


@pytest.mark.parametrize("table", TABLES)
async def test_nothing_is_half_stored_after_a_kill_at_any_statement(
    lifter: SignedIn, database: Database, owner: asyncpg.Connection, table: str
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    program = await program_of(lifter, database, weeks=8)
    before = await everything_of(owner, lifter.user_id)

    async with failing(owner, table):
        with pytest.raises(DatabaseAway):
            await store(database, lifter, program)

    assert await everything_of(owner, lifter.user_id) == before
    await store(database, lifter, program)
    async with database.as_user(lifter.user_id) as tx:
        assert (await load_program(tx, program.id)).name == "My year"


async def store(database: Database, lifter: SignedIn, program: DetailedProgram) -> None:
    async with changing(database, lifter.user_id, now=MORNING) as change:
        await create_program(change, program)


def new_program(lifter: SignedIn) -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, "program")),
        "name": "Spring",
        "startDate": str(START),
        "profile": YEAR | {"horizonWeeks": 17, "emphasis": {}},
    }


async def made(lifter: SignedIn, **more: object) -> dict[str, Any]:
    """Make a program and return it, without what it could not meet."""
    answer = await lifter.client.post("/programs", json=new_program(lifter) | more)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    del found["unmet"]
    return found


async def test_a_program_is_read_whole_and_by_its_parts(lifter: SignedIn) -> None:
    program = await made(lifter)

    path = f"/programs/{program['id']}"
    blocks = [m for macro in program["macrocycles"] for m in macro["mesocycles"]]
    week = blocks[1]["microcycles"][0]
    seen = (await lifter.client.get(f"/microcycles/{week['id']}")).json()
    block = (await lifter.client.get(f"/mesocycles/{blocks[0]['id']}")).json()

    assert (await lifter.client.get(path)).json() == program
    assert [one["id"] for one in (await lifter.client.get("/programs")).json()] == [
        program["id"]
    ]
    assert sum(len(one["microcycles"]) for one in blocks) == 16
    assert seen["mesocycleId"] == blocks[1]["id"]
    assert [one["status"] for one in seen["workouts"]] == ["scheduled"] * 2
    assert all(one["plannedSets"] > 0 for one in seen["workouts"])
    assert block["status"] == "planned"
    assert block["weeks"][0]["sessions"][0]["isPrescribed"] is False


async def test_making_a_program_again_changes_nothing(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    first = await made(lifter)
    before = await everything_of(owner, lifter.user_id)

    again = await made(lifter, name="Other", startDate="2027-01-04")

    assert again == first
    assert await everything_of(owner, lifter.user_id) == before


async def kept_of(owner: asyncpg.Connection, lifter: SignedIn) -> dict[str, str]:
    """Return everything of a lifter but when the token was used last."""
    found = await everything_of(owner, lifter.user_id)
    return {table: rows for table, rows in found.items() if table != "api_tokens"}


async def test_two_identical_programs_at_once_are_one(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    body = new_program(lifter)

    answers = await asyncio.gather(
        *(lifter.client.post("/programs", json=body) for _ in range(4))
    )

    assert [one.status_code for one in answers] == [201] * 4, answers[0].text
    assert all(one.json() == answers[0].json() for one in answers)
    blocks = [m for a in answers[0].json()["macrocycles"] for m in a["mesocycles"]]
    await owner.execute("SET metricgain.as_system = 'on'")
    stored = await owner.fetchval(
        "SELECT count(*) FROM mesocycles WHERE user_id = $1", lifter.user_id
    )
    assert stored == len(blocks)


@pytest.mark.parametrize(
    ("what", "status", "said"),
    [
        pytest.param(
            "RAISE unique_violation", 409, "this is there already", id="an id is taken"
        ),
        pytest.param(
            "RAISE foreign_key_violation",
            404,
            "this does not exist",
            id="an exercise is gone",
        ),
        pytest.param(KILL, 503, "connection was lost", id="the connection is lost"),
    ],
)
async def test_what_fails_while_a_program_is_stored_is_said_and_leaves_nothing(
    lifter: SignedIn, owner: asyncpg.Connection, what: str, status: int, said: str
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    before = await kept_of(owner, lifter)
    # Others may write programs in the same database meanwhile.
    only_mine = f"IF NEW.user_id = {lifter.user_id} THEN {what}; END IF"

    async with failing(owner, "prescriptions", only_mine):
        refused = await lifter.client.post("/programs", json=new_program(lifter))

    assert refused.status_code == status, refused.text
    assert said in refused.text
    assert await kept_of(owner, lifter) == before
    assert (await made(lifter))["status"] == "planned"


async def test_planned_blocks_begin_one_after_the_other(lifter: SignedIn) -> None:
    program = await made(lifter)
    first, second = program["macrocycles"][0]["mesocycles"]

    begun = await start(lifter, first["id"], "2026-03-04")
    again = await start(lifter, first["id"], "2026-03-11")
    early = await lifter.client.post(
        f"/mesocycles/{second['id']}/start", json={"startDate": "2026-04-20"}
    )
    await lifter.client.post(f"/mesocycles/{first['id']}/end")
    later = await start(lifter, second["id"], "2026-04-20")
    over = await lifter.client.post(
        f"/mesocycles/{first['id']}/start", json={"startDate": "2026-06-01"}
    )

    assert begun["status"] == later["status"] == "active"
    assert begun["startDate"] == again["startDate"] == "2026-03-04"
    assert begun["weeks"][0]["sessions"][0]["isPrescribed"]
    assert begun["durationWeeks"] == first["durationWeeks"]
    assert early.status_code == over.status_code == 409
    assert "still running" in early.text


async def test_a_planned_block_begins_in_the_gyms_that_were_chosen_for_its_days(
    lifter: SignedIn,
) -> None:
    program = await made(lifter)
    block = program["macrocycles"][0]["mesocycles"][0]["id"]
    planned = (await lifter.client.get(f"/mesocycles/{block}")).json()
    gym = str(uuid7(now()))
    path = f"/preferences/gyms/{gym}"
    await lifter.client.put(path, json={"name": "Hotel", "equipment": {}})
    day = planned["workouts"][1]
    await lifter.client.put(f"/preferences/days/{day['id']}", json={"gymId": gym})

    begun = await start(lifter, block, planned["startDate"])

    (shown,) = (await lifter.client.get("/preferences")).json()["gyms"]
    assert shown["workoutIds"] == [begun["workouts"][1]["id"]]


async def start(lifter: SignedIn, mesocycle_id: UUID, on: str) -> dict[str, Any]:
    answer = await lifter.client.post(
        f"/mesocycles/{mesocycle_id}/start", json={"startDate": on}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_what_was_logged_in_a_planned_block_is_never_lost(
    lifter: SignedIn, database: Database
) -> None:
    program = await made(lifter)
    first = program["macrocycles"][0]["mesocycles"][0]
    week = await lifter.client.get(f"/microcycles/{first['microcycles'][0]['id']}")
    workout = week.json()["workouts"][0]["id"]
    async with changing(database, lifter.user_id, now=MORNING) as change:
        await start_workout(
            change,
            id=UUID(workout),
            started_at=MORNING,
            workout_instance_id=UUID(workout),
        )

    deleted = await lifter.client.delete(f"/programs/{program['id']}")
    begun = await lifter.client.post(
        f"/mesocycles/{first['id']}/start", json={"startDate": "2026-03-04"}
    )

    assert deleted.status_code == begun.status_code == 409
    assert "logged already" in begun.text
    async with database.as_user(lifter.user_id) as tx:
        assert await tx.value("SELECT count(*) FROM workout_logs") == 1


async def test_a_program_goes_only_while_nothing_of_it_has_begun(
    lifter: SignedIn,
) -> None:
    program = await made(lifter)
    other = await made(lifter, id=str(id_for(lifter.user_id, "other")))
    block = program["macrocycles"][0]["mesocycles"][0]
    await start(lifter, block["id"], "2026-03-04")

    kept = await lifter.client.delete(f"/programs/{program['id']}")
    gone = await lifter.client.delete(f"/programs/{other['id']}")
    again = await lifter.client.delete(f"/programs/{other['id']}")

    assert kept.status_code == 409
    assert gone.status_code == again.status_code == 204
    assert (await lifter.client.get(f"/programs/{other['id']}")).status_code == 404
    left = (await lifter.client.get("/mesocycles")).json()["items"]
    assert len(left) == 3


async def test_who_leaves_a_program_keeps_what_has_begun(lifter: SignedIn) -> None:
    program = await made(lifter)
    first, second = program["macrocycles"][0]["mesocycles"]
    path = f"/programs/{program['id']}/abandon"
    early = await lifter.client.post(path)
    await start(lifter, first["id"], "2026-03-04")

    left = await lifter.client.post(path)
    again = await lifter.client.post(path)

    assert early.status_code == 409
    assert early.json()["remedy"] == "Delete it instead."
    assert left.status_code == 200, left.text
    assert left.json() == again.json()
    assert await status_of(lifter, program) == "left"
    blocks = [m["id"] for a in left.json()["macrocycles"] for m in a["mesocycles"]]
    assert blocks == [first["id"]]
    ends = left.json()["macrocycles"][0]["mesocycles"][0]["endDate"]
    assert left.json()["endDate"] == ends
    assert (await lifter.client.get(f"/mesocycles/{second['id']}")).status_code == 404
    running = (await lifter.client.get(f"/mesocycles/{first['id']}")).json()
    assert running["status"] == "active"


async def status_of(lifter: SignedIn, program: dict[str, Any]) -> str:
    """Return the status of a program, the same in the list and alone."""
    listed = (await lifter.client.get("/programs")).json()
    alone = (await lifter.client.get(f"/programs/{program['id']}")).json()
    [status] = {one["status"] for one in (*listed, alone)}
    return str(status)


async def test_a_program_tells_how_far_it_is(lifter: SignedIn) -> None:
    program = await made(lifter, profile=YEAR | {"horizonWeeks": 8, "emphasis": {}})
    blocks = [m for a in program["macrocycles"] for m in a["mesocycles"]]
    seen = [await status_of(lifter, program)]

    for number, block in enumerate(blocks):
        await start(lifter, block["id"], str(START + timedelta(weeks=5 * number)))
        seen.append(await status_of(lifter, program))
        await lifter.client.post(f"/mesocycles/{block['id']}/end")
        seen.append(await status_of(lifter, program))

    assert seen == ["planned", *["running"] * (2 * len(blocks) - 1), "finished"]
    left = await lifter.client.post(f"/programs/{program['id']}/abandon")
    assert left.json()["status"] == "finished"


async def test_a_block_that_was_copied_from_a_planned_one_stays(
    lifter: SignedIn,
) -> None:
    program = await made(lifter)
    planned = program["macrocycles"][0]["mesocycles"][0]["id"]
    copy = str(id_for(lifter.user_id, "copy"))
    started = await lifter.client.post(
        "/mesocycles",
        json={
            "id": copy,
            "startDate": "2026-03-04",
            "parentMesocycleId": planned,
            "week": 1,
        },
    )
    assert started.status_code == 201, started.text

    gone = await lifter.client.delete(f"/programs/{program['id']}")

    assert gone.status_code == 204, gone.text
    kept = (await lifter.client.get(f"/mesocycles/{copy}")).json()
    assert kept["parentMesocycleId"] is None


async def test_a_program_that_cannot_be_made_keeps_nothing(lifter: SignedIn) -> None:
    refused = await lifter.client.post(
        "/programs",
        json={
            "id": str(id_for(lifter.user_id, "program")),
            "name": "Spring",
            "startDate": str(START),
            "profile": YEAR
            | {
                "injuries": [
                    "shoulder", "elbow", "wrist", "hip", "knee", "ankle",
                    "lower_back", "neck",
                ]
            },
        },
    )  # fmt: skip

    assert refused.status_code == 422, refused.text
    assert (await lifter.client.get("/programs")).json() == []
