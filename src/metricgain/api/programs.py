"""Programs: many blocks, planned to the day."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Request
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.abandon_program import abandon_program
from metricgain.actions.create_program import create_program
from metricgain.actions.delete_program import delete_program
from metricgain.actions.start_planned_mesocycle import (
    OtherPlan,
    start_planned_mesocycle,
)
from metricgain.api.job_shapes import JobShape, begin_job
from metricgain.api.log_shapes import Name
from metricgain.api.plan_shapes import (
    BlockShape,
    EmphasisByMuscle,
    PlannedDate,
    PlanWorkoutBody,
    Weeks,
)
from metricgain.api.plans import UnmetShape
from metricgain.api.routes import act, create, keep, remove
from metricgain.api.session import Asker
from metricgain.api.training_profile_shapes import TrainingProfileBody
from metricgain.engine.generator.draft import Near
from metricgain.engine.generator.unmet import Unmet
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.integrations.planners import AnyPlanner, PlannerName
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict
from metricgain.kit.ids import uuid7
from metricgain.reads.block import block
from metricgain.reads.generated_plan import load_question, refuse_impossible
from metricgain.reads.generated_program import Named, generated_program
from metricgain.reads.language_model import model_choice
from metricgain.store.jobs import NewJob
from metricgain.store.program_rows import (
    StoredProgram,
    find_program,
    list_programs,
    load_microcycle,
    load_program,
)

_PROGRAM = "program"


class NewProgramBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A program to be made and kept, from its first day to the profile's horizon."""

    id: UUID
    name: Name
    start_date: PlannedDate
    profile: TrainingProfileBody | None = None
    planner: PlannerName | None = None


class AskedProgramBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A program to be made for the training profile that is saved.

    Without `planner` the best one that is installed makes it; `ai` asks the language
    model.
    """

    id: UUID
    name: Name
    start_date: PlannedDate
    planner: AnyPlanner | None = None
    seed: Annotated[int, Meta(ge=0, le=1000, examples=[0])] = 0


class StartPlannedBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The day on which a planned block begins, and what of it shall be otherwise.

    What is left out stays as planned. With `revision`, that of the block which the
    change was made for, the block is refused if it has changed since.
    """

    start_date: PlannedDate
    name: Name | None = None
    duration_weeks: Weeks | None = None
    emphasis: EmphasisByMuscle | None = None
    workouts: (
        Annotated[list[PlanWorkoutBody], Meta(min_length=1, max_length=7)] | None
    ) = None
    revision: Annotated[int, Meta(ge=0, le=2**62, examples=[12])] | None = None

    def other(self) -> OtherPlan:
        """Return what shall be otherwise, as the action takes it."""
        return OtherPlan(
            name=self.name,
            weeks=self.duration_weeks,
            emphasis=self.emphasis,
            workouts=None
            if self.workouts is None
            else tuple(one.outline() for one in self.workouts),
            revision=self.revision,
        )


class MicrocycleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A week of a block, numbered from 1."""

    id: UUID
    week_number: int
    start_date: date
    end_date: date
    is_deload: bool
    target_rir: int


class PlannedMesocycleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A block of a program: planned, active, completed or archived."""

    id: UUID
    name: str
    order_index: int | None
    status: str
    duration_weeks: int
    start_date: date | None
    end_date: date | None
    emphasis: dict[Muscle, Emphasis]
    microcycles: list[MicrocycleShape]


class MacrocycleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Blocks that follow each other without a transition week."""

    id: UUID
    name: str
    order_index: int
    start_date: date | None
    end_date: date | None
    mesocycles: list[PlannedMesocycleShape]


class ListedProgramShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One program of the list: planned, running, finished or left."""

    id: UUID
    name: str
    goal: str
    status: str
    start_date: date | None
    end_date: date | None


class ProgramShape(ListedProgramShape, kw_only=True, rename="camel"):
    """A program with everything in it, down to the weeks."""

    macrocycles: list[MacrocycleShape]


class MadeProgramShape(ProgramShape, kw_only=True, rename="camel"):
    """A program that was made: `unmet` lists wishes that blocks of it do not meet.

    It is null for a program that was there before, whose wishes are not known any more.
    """

    unmet: list[UnmetShape] | None


class WorkoutOfWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout on its day: scheduled, completed or skipped."""

    id: UUID
    name: str
    position: int
    scheduled_on: date
    status: str
    planned_sets: int
    done_sets: int


class MuscleOfWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The sets of a muscle in a week, planned and done."""

    muscle: Muscle
    planned_direct: int
    done_direct: int
    planned_fractional: float
    done_fractional: float


class WeekMetricsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What came of a week: `status` is planned, running or completed.

    A workout is missed when its day has passed and it was neither begun nor skipped.
    `adherence` is the share of the workouts due that were done, in per cent; null if
    none was due. Sets are working sets.
    """

    status: str
    workouts: int
    completed: int
    skipped: int
    missed: int
    adherence: float | None
    planned_sets: int
    done_sets: int
    muscles: list[MuscleOfWeekShape]


class WeekShape(MicrocycleShape, kw_only=True, rename="camel"):
    """A week with the workouts of it, and what came of them."""

    mesocycle_id: UUID
    workouts: list[WorkoutOfWeekShape]
    metrics: WeekMetricsShape


@create("/programs", tags=["planning"])
async def create_a_program(
    data: JSONBody[NewProgramBody], asker: Asker
) -> MadeProgramShape:
    """Make a program for a profile and keep it, all of it or nothing.

    Its blocks are planned and none has begun. It says which wishes they do not meet.
    Making it again changes nothing.
    """
    async with asker.reading() as tx:
        found = await find_program(tx, data.id)
        if found is not None:
            return _made(found, None)
        question = await load_question(
            tx,
            start_date=data.start_date,
            near=Near(),
            planner=data.planner or "greedy",
            profile=data.profile.profile() if data.profile else None,
        )
    made = await generated_program(question, Named(id=data.id, name=data.name))
    async with asker.changing() as change:
        await create_program(change, made.program)
        return _made(await load_program(change.tx, data.id), made.unmet)


@create("/programs/asked", tags=["planning"])
async def ask_for_program(
    data: JSONBody[AskedProgramBody], asker: Asker, request: Request[Any, Any, Any]
) -> JobShape:
    """Make a program as a job, block by block, and keep it when all of it is there.

    Follow it under `/jobs/{id}`; its outcome names the program, what was mended and
    what could not be met. Cancelled, nothing of it stays. Where nothing can be planned
    at all it is refused, and no language model is asked.
    """
    async with asker.reading() as tx:
        if data.planner == "ai":
            await model_choice(tx, request.app.state.settings)
        question = await load_question(
            tx, start_date=data.start_date, near=Near(), planner=None
        )
    await refuse_impossible(question)
    async with asker.reading() as tx:
        new = NewJob(
            id=uuid7(now()),
            name=_PROGRAM,
            args=msgspec.to_builtins(
                {
                    "id": data.id,
                    "name": data.name,
                    "start_date": data.start_date,
                    "planner": data.planner,
                    "seed": data.seed,
                }
            ),
            for_user=asker.user_id,
            key=str(asker.user_id),
        )
        busy = Conflict(
            "another program of yours is being made",
            field="id",
            remedy="Wait until it is there, or cancel it.",
        )
        return await begin_job(tx, new, unless=busy)


@keep("/programs", tags=["planning"])
async def list_the_programs(asker: Asker) -> list[ListedProgramShape]:
    """Return programs, the latest first."""
    async with asker.reading() as tx:
        found = await list_programs(tx)
    return msgspec.convert(found, list[ListedProgramShape], from_attributes=True)


@keep("/programs/{program_id:uuid}", tags=["planning"])
async def get_program(program_id: FromPath[UUID], asker: Asker) -> ProgramShape:
    """Return a program: its macrocycles, their blocks and the weeks of these."""
    async with asker.reading() as tx:
        return program_shape(await load_program(tx, program_id))


@remove("/programs/{program_id:uuid}", tags=["planning"])
async def delete_a_program(program_id: FromPath[UUID], asker: Asker) -> None:
    """Delete a program none of whose blocks has begun."""
    async with asker.changing() as change:
        await delete_program(change, program_id=program_id)


@act("/programs/{program_id:uuid}/abandon", tags=["planning"])
async def abandon_a_program(program_id: FromPath[UUID], asker: Asker) -> ProgramShape:
    """Drop the blocks of a program that have not begun; those that have stay."""
    async with asker.changing() as change:
        await abandon_program(change, program_id=program_id)
        return program_shape(await load_program(change.tx, program_id))


@keep("/microcycles/{microcycle_id:uuid}", tags=["planning"])
async def get_microcycle(microcycle_id: FromPath[UUID], asker: Asker) -> WeekShape:
    """Return a week of a block with its workouts, and what came of them."""
    async with asker.reading() as tx:
        found = await load_microcycle(tx, microcycle_id, now=now())
    return msgspec.convert(found, WeekShape, from_attributes=True)


@act("/mesocycles/{mesocycle_id:uuid}/start", tags=["planning"])
async def start_planned_block(
    mesocycle_id: FromPath[UUID], data: JSONBody[StartPlannedBody], asker: Asker
) -> BlockShape:
    """Begin a planned block on a day; its loads follow from your history until then.

    With `workouts` and the like it begins as these say: a proposal that was accepted.
    """
    async with asker.changing() as change:
        await start_planned_mesocycle(
            change,
            mesocycle_id=mesocycle_id,
            start_date=data.start_date,
            other=data.other(),
        )
        found = await block(change.tx, mesocycle_id, now=change.now)
    return msgspec.convert(found, BlockShape, from_attributes=True)


def program_shape(found: StoredProgram) -> ProgramShape:
    """Return a program as it is answered."""
    return msgspec.convert(found, ProgramShape, from_attributes=True)


def _made(found: StoredProgram, unmet: Sequence[Unmet] | None) -> MadeProgramShape:
    shape = program_shape(found)
    return MadeProgramShape(
        **{name: getattr(shape, name) for name in shape.__struct_fields__},
        unmet=None
        if unmet is None
        else msgspec.convert(unmet, list[UnmetShape], from_attributes=True),
    )


ROUTES = [
    create_a_program,
    ask_for_program,
    list_the_programs,
    get_program,
    delete_a_program,
    abandon_a_program,
    get_microcycle,
    start_planned_block,
]
