"""Programs as jobs: block by block, by a planner or by a language model."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

import msgspec
import structlog

from metricgain.actions.create_program import create_program
from metricgain.engine.generator.draft import Near
from metricgain.engine.generator.program import (
    MesocyclePlan,
    ProgramPlan,
    outline_program,
)
from metricgain.integrations.planners import AnyPlanner
from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.reads.generated_plan import (
    GeneratedPlan,
    Question,
    answer,
    keep_plan,
    kept_plan,
    load_question,
    refuse_impossible,
)
from metricgain.reads.generated_program import Named, break_down, detailed, unmet_of
from metricgain.reads.language_model import model_choice
from metricgain.reads.modelled_program import Modelling
from metricgain.store.changes import changing
from metricgain.store.language_models import add_model_use
from metricgain.store.programs import DetailedProgram

PROGRAM: Final = "program"
_LOG = structlog.get_logger(__name__)


class ProgramAsk(msgspec.Struct, kw_only=True):
    """A program for the saved profile, under an id that its maker has drawn."""

    id: UUID
    name: str
    start_date: date
    planner: AnyPlanner | None = None
    seed: int = 0


class Said(msgspec.Struct, kw_only=True, rename="camel"):
    """Something to know: `place` is `program`, or a block, a muscle or an exercise."""

    place: str
    because: str
    remedy: str = ""


class ProgramOutcome(msgspec.Struct, kw_only=True, rename="camel"):
    """The program that was stored, and what to know about it.

    `handed_over` says where a language model failed and another planner went on;
    `repairs` what was mended of what it said; `unmet` which wishes are not met.
    """

    program_id: UUID
    blocks: int
    handed_over: list[Said]
    repairs: list[Said]
    unmet: list[Said]


async def make_program(running: Running) -> ProgramOutcome:
    """Make a program and keep it, all of it or nothing."""
    ask = running.args(ProgramAsk)
    running.progress.set(0, 0, "profile")
    question = await _question(running, ask)
    await refuse_impossible(question)
    model = await _modelling(running) if ask.planner == "ai" else None
    try:
        program, outcome = await _made(running, ask, question, model)
    finally:
        if model is not None:
            await _count(running, model)
    running.progress.set(outcome.blocks, outcome.blocks, "storing")
    async with changing(running.database, running.user_id, now=now()) as change:
        await create_program(change, program)
        await running.finish(change.tx, outcome)
    return outcome


async def _question(running: Running, ask: ProgramAsk) -> Question:
    async with running.database.as_user(running.user_id) as tx:
        return await load_question(
            tx,
            start_date=ask.start_date,
            near=Near(seed=ask.seed),
            planner=None if ask.planner == "ai" else ask.planner,
        )


async def _modelling(running: Running) -> Modelling:
    async with running.database.as_user(running.user_id) as tx:
        choice = await model_choice(tx, running.settings)

    async def built_in(question: Question, _: MesocyclePlan) -> GeneratedPlan:
        return await _planned(running, question)

    return Modelling(
        choice=choice,
        database=running.database,
        user_id=running.user_id,
        built_in=built_in,
    )


async def _made(
    running: Running, ask: ProgramAsk, question: Question, model: Modelling | None
) -> tuple[DetailedProgram, ProgramOutcome]:
    running.progress.set(0, 0, "outline")
    plan = (
        await model.outline(question)
        if model
        else outline_program(question.profile, question.start_date)
    )
    total = len(plan.mesocycles)

    async def plan_block(asked: Question, block: MesocyclePlan) -> GeneratedPlan:
        running.progress.set(block.number - 1, total, "blocks")
        if model:
            return await model.break_down(asked, block)
        return await _planned(running, asked)

    weeks = await break_down(question, plan, plan_block)
    program = detailed(question, Named(id=ask.id, name=ask.name), plan=plan, made=weeks)
    return program, _outcome(ask.id, plan, weeks, model)


async def _planned(running: Running, question: Question) -> GeneratedPlan:
    """Return the plan of a block; what was made before the job began anew is kept."""
    async with running.database.as_user(running.user_id) as tx:
        kept = await kept_plan(tx, question)
    if kept is not None:
        return kept
    made = await asyncio.to_thread(answer, question)
    async with running.database.as_user(running.user_id) as tx:
        await keep_plan(tx, question, made)
    return made


def _outcome(
    program_id: UUID,
    plan: ProgramPlan,
    weeks: Sequence[GeneratedPlan],
    model: Modelling | None,
) -> ProgramOutcome:
    repairs = [
        *(model.repairs if model else ()),
        *(r for w in weeks for r in w.repairs),
    ]
    return ProgramOutcome(
        program_id=program_id,
        blocks=len(plan.mesocycles),
        handed_over=[
            Said(place=one.place, because=one.because)
            for one in (model.handed_over if model else ())
        ],
        repairs=[
            Said(place=place, because=because)
            for place, because in dict.fromkeys((r.place, r.because) for r in repairs)
        ],
        unmet=[
            Said(place=one.place, because=one.because, remedy=one.remedy)
            for one in unmet_of(weeks)
        ],
    )


async def _count(running: Running, model: Modelling) -> None:
    use = model.use
    if use.requests:
        async with running.database.as_user(running.user_id) as tx:
            await add_model_use(
                tx,
                requests=use.requests,
                input_tokens=use.input_tokens,
                output_tokens=use.output_tokens,
                failures=len(model.handed_over),
            )
    _LOG.info(
        "language model",
        sent_to=model.choice.sent_to,
        requests=use.requests,
        input_tokens=use.input_tokens,
        output_tokens=use.output_tokens,
        failed=len(model.handed_over),
        repairs=len(model.repairs),
    )
