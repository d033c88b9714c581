"""A program of many blocks that is made for a lifter, before anything of it is kept."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from metricgain.engine.generator.draft import Draft, make_draft
from metricgain.engine.generator.profile import ProfileError
from metricgain.engine.generator.program import (
    MesocyclePlan,
    ProgramPlan,
    outline_program,
)
from metricgain.engine.outline import Outline
from metricgain.integrations.planners import planner_named
from metricgain.kit.errors import Invalid
from metricgain.reads.generated_plan import Question, from_start
from metricgain.store.programs import DetailedProgram, MesocycleDetailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a new program is called, under an id that its maker has drawn."""

    id: UUID
    name: str


async def generated_program(question: Question, named: Named) -> DetailedProgram:
    """Return the program that answers a question; some seconds of a processor.

    Nothing is read meanwhile, so ask outside of a transaction. Raises Invalid where no
    exercise is left, and NotInstalled.
    """
    return await asyncio.to_thread(make_program, question, named)


def make_program(question: Question, named: Named) -> DetailedProgram:
    """Return the program that answers a question. Raises Invalid, NotInstalled."""
    plan = outline_program(question.profile, question.start_date)
    return DetailedProgram(
        id=named.id,
        name=named.name,
        goal=question.profile.goal,
        plan=plan,
        profile=question.profile,
        mesocycles=tuple(
            MesocycleDetailed(plan=block, outline=_outline(block, draft))
            for block, draft in zip(
                plan.mesocycles, _drafts(question, plan), strict=True
            )
        ),
    )


def _drafts(question: Question, plan: ProgramPlan) -> Iterator[Draft]:
    """Yield the week of each block.

    Within a macrocycle the exercises stay where they can; the next one gets others.
    """
    _, planner = planner_named(question.planner)
    near = question.near
    for macro in plan.macrocycles:
        used: set[int] = set()
        for block in macro.mesocycles:
            profile = replace(question.profile, emphasis=block.emphasis)
            try:
                draft = make_draft(profile, question.ground, near=near, planner=planner)
            except ProfileError as error:
                raise Invalid(error.rule, field=error.field) from error
            placed = frozenset(
                (one.exercise_id, workout.weekday)
                for workout in draft.workouts
                for one in workout.exercises
            )
            used |= {exercise_id for exercise_id, _ in placed}
            near = replace(near, previous=placed, avoid=frozenset())
            yield draft
        near = replace(near, previous=frozenset(), avoid=frozenset(used))


def _outline(block: MesocyclePlan, draft: Draft) -> Outline:
    days = from_start(draft, block.first_day)
    return Outline(
        name=f"Block {block.number}",
        start_date=block.first_day,
        weeks=block.weeks,
        workouts=tuple(day.workout for day in days),
        emphasis=block.emphasis,
    )
