"""Programs are made as jobs: by a planner, or by a language model in two steps."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from make import make_user
from metricgain.config import Settings
from metricgain.engine.generator.profile import Joint, Place, Profile
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.jobs.programming import make_program
from metricgain.jobs.runner import Pace, Runner
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.jobs import Job, NewJob, add_job, cancel_job, find_job
from metricgain.store.language_models import load_consent, save_consent
from metricgain.store.program_rows import StoredProgram, find_program
from metricgain.store.training_profiles import store_profile
from model_stand_in import Model, Says, model_that

_NUMBERS = count()
QUICK = Pace(look=0.02, beat=0.02, tick=0.05, silence=5)
PROFILE = Profile(
    weekdays=(0, 3),
    session_minutes=30,
    place=Place.DUMBBELLS,
    emphasis={Muscle.CHEST: Emphasis.EMPHASIZE},
    horizon_weeks=9,
)
CHEST = {"chest": "emphasize"}


def outline(*weeks: int, emphasis: dict[str, str] | None = None) -> Says:
    blocks = [{"weeks": each, "emphasis": emphasis or CHEST} for each in weeks]
    return Says(text=json.dumps({"blocks": blocks}))


def week(*names: str, weekday: str = "Monday", sets: int = 3) -> Says:
    exercises = [{"name": name, "sets": sets} for name in names]
    workouts = [{"weekday": weekday, "exercises": exercises}]
    return Says(text=json.dumps({"workouts": workouts}))


GOOD = week("Dumbbell Bench Press", "Dumbbell Row")


class Lab:
    """A lifter, a model, and jobs that no other test and no server carries out."""

    def __init__(self, database: Database, user_id: int, model: Model) -> None:
        self.database = database
        self.user_id = user_id
        self.model = model
        self.work = f"test.program.{next(_NUMBERS)}.{uuid7(now())}"
        self.program_id = uuid7(now())
        self.settings = Settings(
            ai_model="stand-in", ai_address=model.address, ai_seconds=3
        )

    async def add(self, planner: str | None) -> UUID:
        new = NewJob(
            id=uuid7(now()),
            name=self.work,
            for_user=self.user_id,
            args={
                "id": str(self.program_id),
                "name": "Spring",
                "start_date": "2026-03-02",
                "planner": planner,
            },
        )
        async with self.database.as_user(self.user_id) as tx:
            return await add_job(tx, new)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        runner = Runner(
            self.database, self.settings, works={self.work: make_program}, pace=QUICK
        )
        task = asyncio.create_task(runner.run(1))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def job(self, job_id: UUID) -> Job:
        async with self.database.as_system() as system:
            return await find_job(system, job_id, user_id=None)

    async def until(self, job_id: UUID, is_so: Callable[[Job], bool]) -> Job:
        async with asyncio.timeout(60):
            while True:
                found = await self.job(job_id)
                if is_so(found):
                    return found
                await asyncio.sleep(0.02)

    async def made(self, planner: str | None) -> Job:
        job_id = await self.add(planner)
        async with self.running():
            return await self.until(job_id, lambda job: job.is_over)

    async def wish(self, profile: Profile) -> None:
        async with changing(self.database, self.user_id, now=now()) as change:
            await store_profile(change, profile)

    async def stored(self) -> StoredProgram | None:
        async with self.database.as_user(self.user_id) as tx:
            return await find_program(tx, self.program_id)


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    with model_that([GOOD]) as running:
        yield running


@pytest.fixture
async def lab(database: Database, model: Model) -> Lab:
    user_id = await make_user(database, f"{uuid7(now())}@example.org")
    model.bodies.clear()
    async with changing(database, user_id, now=now()) as change:
        await store_profile(change, PROFILE)
        await save_consent(change, agreed_to=urlsplit(model.address).netloc)
    return Lab(database, user_id, model)


def outcome(job: Job) -> dict[str, list[dict[str, str]]]:
    assert job.status == "done", job.outcome
    assert isinstance(job.outcome, dict)
    return job.outcome


def weeks_of(program: StoredProgram | None) -> list[int]:
    assert program is not None
    return [m.duration_weeks for a in program.macrocycles for m in a.mesocycles]


async def test_a_program_is_made_block_by_block_and_then_kept(lab: Lab) -> None:
    job = await lab.made("greedy")

    assert outcome(job)["programId"] == str(lab.program_id)
    assert (job.done, job.total) == (2, 2)
    assert weeks_of(await lab.stored()) == [5, 4]
    assert lab.model.bodies == []


async def test_a_program_for_crowded_days_names_what_it_could_not_meet(
    lab: Lab,
) -> None:
    six = (
        *(Muscle.CHEST, Muscle.LATS, Muscle.QUADS),
        *(Muscle.SIDE_DELT, Muscle.BICEPS, Muscle.TRICEPS),
    )
    await lab.wish(replace(PROFILE, emphasis=dict.fromkeys(six, Emphasis.EMPHASIZE)))

    found = outcome(await lab.made("greedy"))

    assert await lab.stored() is not None
    assert {one["place"] for one in found["unmet"]} & set(six)
    assert all(one["because"] for one in found["unmet"])


async def test_a_program_that_nothing_can_be_planned_for_says_which_wish_to_change(
    lab: Lab,
) -> None:
    await lab.wish(replace(PROFILE, injuries=frozenset(Joint)))

    job = await lab.made("greedy")

    assert job.status == "failed"
    assert "injuries" in json.dumps(job.outcome)
    assert await lab.stored() is None


async def test_what_was_planned_is_kept_for_a_job_that_begins_anew(lab: Lab) -> None:
    await lab.made("greedy")
    lab.program_id = uuid7(now())
    await lab.made("greedy")

    async with lab.database.as_user(lab.user_id) as tx:
        rows = await tx.rows("SELECT kind, hits FROM generated_plans ORDER BY key")
    assert [tuple(row) for row in rows] == [("plan", 1), ("plan", 1)]


async def test_a_model_outlines_a_program_and_breaks_its_blocks_down(lab: Lab) -> None:
    lab.model.says(outline(4, 5), GOOD)

    found = outcome(await lab.made("ai"))

    assert found["handedOver"] == []
    assert weeks_of(await lab.stored()) == [4, 5]
    assert len(lab.model.bodies) == 3
    async with lab.database.as_user(lab.user_id) as tx:
        consent = await load_consent(tx)
    assert (consent.requests, consent.failures) == (3, 0)


@pytest.mark.parametrize(
    ("first", "place"),
    [
        pytest.param(outline(9), "program", id="a block of nine weeks"),
        pytest.param(outline(4, 4, 4), "program", id="more weeks than there are"),
        pytest.param(
            outline(5, 4, emphasis={"calves": "emphasize"}),
            "program",
            id="other wishes",
        ),
    ],
)
async def test_an_outline_that_breaks_a_rule_is_mended(
    lab: Lab, first: Says, place: str
) -> None:
    lab.model.says(first, GOOD)

    found = outcome(await lab.made("ai"))

    assert found["handedOver"] == []
    assert place in {one["place"] for one in found["repairs"]}
    assert weeks_of(await lab.stored()) == [5, 4]


async def test_what_nobody_knows_and_what_is_too_much_is_mended_in_a_block(
    lab: Lab,
) -> None:
    lab.model.says(
        outline(5, 4),
        week("Quantum Press", "Dumbbell Curl", sets=40),
        week("Dumbbell Row", weekday="Blursday"),
    )

    found = outcome(await lab.made("ai"))

    assert {"Quantum Press", "Dumbbell Curl", "Dumbbell Row"} <= {
        one["place"] for one in found["repairs"]
    }
    assert weeks_of(await lab.stored()) == [5, 4]


@pytest.mark.parametrize(
    "fails",
    [
        pytest.param(Says(text=GOOD.text[:-9], finish="length"), id="a cut answer"),
        pytest.param(Says(text="I would rather not."), id="prose"),
        pytest.param(Says(refusal="No."), id="a refusal"),
        pytest.param(Says(status=429), id="too many requests"),
        pytest.param(Says(status=500), id="an error"),
        pytest.param(Says(hangs_up=True), id="a lost connection"),
        pytest.param(Says(text=GOOD.text, after_seconds=5), id="too slow"),
    ],
)
async def test_where_the_model_fails_in_the_second_step_the_planner_goes_on(
    lab: Lab, fails: Says
) -> None:
    lab.model.says(outline(4, 5), GOOD, fails)

    found = outcome(await lab.made("ai"))

    [handed] = found["handedOver"]
    assert handed["place"] == "Block 2"
    assert handed["because"].startswith("The model")
    assert weeks_of(await lab.stored()) == [4, 5]


async def test_where_the_model_fails_at_once_it_is_asked_no_more(lab: Lab) -> None:
    lab.model.says(Says(text="Certainly not."))

    found = outcome(await lab.made("ai"))

    assert [one["place"] for one in found["handedOver"]] == ["program"]
    assert len(lab.model.bodies) == 3
    assert weeks_of(await lab.stored()) == [5, 4]


async def test_a_job_that_begins_anew_asks_only_for_what_is_missing(lab: Lab) -> None:
    lab.model.says(outline(4, 5), GOOD, Says(text=GOOD.text, after_seconds=1))
    job_id = await lab.add("ai")
    async with lab.running():
        await lab.until(job_id, lambda _: len(lab.model.bodies) == 3)

    assert await lab.stored() is None
    async with lab.running():
        job = await lab.until(job_id, lambda job: job.is_over)

    assert outcome(job)["handedOver"] == []
    assert len(lab.model.bodies) == 4
    assert weeks_of(await lab.stored()) == [4, 5]


async def test_of_a_job_that_is_cancelled_nothing_stays(lab: Lab) -> None:
    lab.model.says(outline(4, 5), Says(text=GOOD.text, after_seconds=2))
    job_id = await lab.add("ai")

    async with lab.running():
        await lab.until(job_id, lambda _: len(lab.model.bodies) == 2)
        async with lab.database.as_user(lab.user_id) as tx:
            await cancel_job(tx, job_id, user_id=lab.user_id)
        job = await lab.until(job_id, lambda job: job.is_over)

    assert job.status == "cancelled"
    assert await lab.stored() is None


async def test_a_wish_that_became_impossible_is_told_and_the_model_not_asked(
    lab: Lab,
) -> None:
    await lab.wish(replace(PROFILE, injuries=frozenset(Joint)))

    job = await lab.made("ai")

    assert job.status == "failed"
    assert isinstance(job.outcome, dict)
    assert job.outcome["field"] == "injuries"
    assert lab.model.bodies == []
    assert await lab.stored() is None
