"""Plans that are made: the training profile, and a week from it."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.save_training_profile import save_training_profile
from metricgain.api.plan_shapes import (
    EmphasisByMuscle,
    PlanExerciseBody,
    PlanFindingShape,
    PlannedDate,
    PlanWorkoutBody,
    Weekday,
)
from metricgain.api.routes import act, keep, replace
from metricgain.api.session import Asker
from metricgain.api.training_profile_shapes import (
    Exercises,
    TrainingProfileBody,
    profile_body,
)
from metricgain.engine.generator.arrange import ArrangedDay, DayKind
from metricgain.engine.generator.draft import Near
from metricgain.engine.generator.repair import RepairCode
from metricgain.engine.planned_week import Finding
from metricgain.importers.plan_file import PlanFile
from metricgain.integrations.planners import AnyPlanner, PlannerName
from metricgain.kit.clock import now
from metricgain.reads.generated_plan import (
    GeneratedPlan,
    findings_in,
    generated_plan,
    keep_plan,
    kept_plan,
    load_question,
)
from metricgain.reads.plan_from_file import file_of_block, plan_of_file
from metricgain.store.lifter import load_lifter
from metricgain.store.training_profiles import load_profile


class GenerateBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A plan to be made.

    Without `profile` it is made for the one that is saved. `previous` is a plan to
    stay near to; `avoid` names the exercises of plans that shall not come again;
    another `seed` decides otherwise between plans that are equally good. Without
    `planner` the best one that is installed makes it.
    """

    start_date: PlannedDate
    profile: TrainingProfileBody | None = None
    planner: PlannerName | None = None
    previous: Annotated[list[PlanWorkoutBody], Meta(max_length=7)] = msgspec.field(
        default_factory=list
    )
    avoid: Exercises = msgspec.field(default_factory=list)
    seed: Annotated[int, Meta(ge=0, le=1000, examples=[0])] = 0


class GeneratedWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of the week; `kind` says what most of its sets are for."""

    name: str
    kind: DayKind
    weekday: Weekday
    exercises: list[PlanExerciseBody]


class UnmetShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A wish that the plan does not meet: `place` is a muscle, an exercise or week.

    `remedy` says which wish to change.
    """

    code: str
    place: str
    because: str
    remedy: str


class SafetyNoteShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What to know before training by the plan."""

    code: str
    because: str


class RepairShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What was mended in the plan of a language model; `place` is an exercise."""

    code: RepairCode
    place: str
    because: str


class GeneratedPlanShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A plan to look at, change and start a block from.

    Its workouts are a body of `POST /mesocycles`. Fewer `points` are better
    (docs/engine/generator.md). Nothing of it is kept. `repairs` are what was mended in
    the plan of a language model; where that failed, `modelFailed` says how, and another
    planner has made the plan.
    """

    planner: AnyPlanner
    start_date: PlannedDate
    duration_weeks: int
    workouts: list[GeneratedWorkoutShape]
    emphasis: EmphasisByMuscle
    unmet: list[UnmetShape]
    notes: list[SafetyNoteShape]
    findings: list[PlanFindingShape]
    points: int
    repairs: list[RepairShape]
    model_failed: str


@keep("/training-profile", tags=["planning"])
async def get_training_profile(asker: Asker) -> TrainingProfileBody:
    """Return what your plans are made for; the usual, until you say otherwise."""
    async with asker.reading() as tx:
        return profile_body(await load_profile(tx, await load_lifter(tx)))


@replace("/training-profile", tags=["planning"])
async def put_training_profile(
    data: JSONBody[TrainingProfileBody], asker: Asker
) -> TrainingProfileBody:
    """Say what your plans are made for, all of it."""
    async with asker.changing() as change:
        return profile_body(await save_training_profile(change, data.profile()))


@act("/plans/generate", tags=["planning"])
async def generate_plan(
    data: JSONBody[GenerateBody], asker: Asker
) -> GeneratedPlanShape:
    """Make a week of workouts for a profile; the same question has the same answer.

    What was made before is kept as long as nothing that it follows from has changed.

    It says which wishes it does not meet. What the safety screen forbids is refused,
    and so is a profile that leaves no exercise at all.
    """
    near = Near(
        previous=frozenset(
            (one.exercise_id, workout.weekday)
            for workout in data.previous
            for one in workout.exercises
        ),
        avoid=frozenset(data.avoid),
        seed=data.seed,
    )
    async with asker.reading() as tx:
        question = await load_question(
            tx,
            start_date=data.start_date,
            near=near,
            planner=data.planner,
            profile=data.profile.profile() if data.profile else None,
        )
        kept = await kept_plan(tx, question)
    made = kept or await generated_plan(question)
    async with asker.reading() as tx:
        if kept is None:
            await keep_plan(tx, question, made)
        return plan_shape(made, await findings_in(tx, made))


def plan_shape(made: GeneratedPlan, findings: Sequence[Finding]) -> GeneratedPlanShape:
    """Return a plan as it is answered."""
    return GeneratedPlanShape(
        planner=made.planner,
        start_date=made.start_date,
        duration_weeks=made.weeks,
        workouts=[_workout(day) for day in made.days],
        emphasis=dict(made.emphasis),
        unmet=msgspec.convert(made.unmet, list[UnmetShape], from_attributes=True),
        notes=msgspec.convert(made.notes, list[SafetyNoteShape], from_attributes=True),
        findings=msgspec.convert(
            findings, list[PlanFindingShape], from_attributes=True
        ),
        points=made.points,
        repairs=msgspec.convert(made.repairs, list[RepairShape], from_attributes=True),
        model_failed=made.model_failed,
    )


class ReadPlanShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A plan from a file, to look at, change and start a block from."""

    name: str
    description: str | None
    duration_weeks: int
    workouts: list[PlanWorkoutBody]
    emphasis: EmphasisByMuscle
    findings: list[PlanFindingShape]


@keep("/mesocycles/{mesocycle_id:uuid}/plan-file", tags=["planning"])
async def get_plan_file(mesocycle_id: FromPath[UUID], asker: Asker) -> PlanFile:
    """Return the plan of a block as a file to keep or to pass on."""
    async with asker.reading() as tx:
        return await file_of_block(tx, mesocycle_id)


@act("/plans/read", tags=["planning"])
async def read_plan(data: JSONBody[PlanFile], asker: Asker) -> ReadPlanShape:
    """Return a plan from a plan file with what the rules find in it; keep nothing."""
    async with asker.reading() as tx:
        outline, findings = await plan_of_file(tx, data, today=now().date())
    return ReadPlanShape(
        name=outline.name,
        description=outline.description,
        duration_weeks=outline.weeks,
        workouts=msgspec.convert(
            outline.workouts, list[PlanWorkoutBody], from_attributes=True
        ),
        emphasis=dict(outline.emphasis),
        findings=msgspec.convert(
            findings, list[PlanFindingShape], from_attributes=True
        ),
    )


def _workout(day: ArrangedDay) -> GeneratedWorkoutShape:
    return GeneratedWorkoutShape(
        name=day.workout.name,
        kind=day.kind,
        weekday=day.workout.weekday,
        exercises=msgspec.convert(
            day.workout.exercises, list[PlanExerciseBody], from_attributes=True
        ),
    )


ROUTES = [
    get_training_profile,
    put_training_profile,
    generate_plan,
    get_plan_file,
    read_plan,
]
