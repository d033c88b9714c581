"""A program of many blocks that is made for a lifter, before anything of it is kept."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from metricgain.engine.generator.draft import Near
from metricgain.engine.generator.program import (
    MesocyclePlan,
    ProgramPlan,
    outline_program,
)
from metricgain.engine.generator.unmet import Unmet
from metricgain.engine.outline import Outline
from metricgain.reads.generated_plan import GeneratedPlan, Question, answer
from metricgain.store.programs import DetailedProgram, MesocycleDetailed

PlanBlock: TypeAlias = Callable[[Question, MesocyclePlan], Awaitable[GeneratedPlan]]
"""What breaks one block of a program down into a week of workouts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a new program is called, under an id that its maker has drawn."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeProgram:
    """A program that was made, and each block of it as the planner left it."""

    program: DetailedProgram
    weeks: tuple[GeneratedPlan, ...]

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """The wishes that are not met, each once however many blocks miss it."""
        return unmet_of(self.weeks)


def unmet_of(weeks: Iterable[GeneratedPlan]) -> tuple[Unmet, ...]:
    """Return the wishes that blocks do not meet, each of them once."""
    found = {(one.place, one.because): one for week in weeks for one in week.unmet}
    return tuple(found.values())


async def generated_program(question: Question, named: Named) -> MadeProgram:
    """Return the program that answers a question; some seconds of a processor.

    Nothing is read meanwhile, so ask outside of a transaction. Raises Invalid where no
    exercise is left, and NotInstalled.
    """
    return await asyncio.to_thread(make_program, question, named)


def make_program(question: Question, named: Named) -> MadeProgram:
    """Return the program that answers a question. Raises Invalid, NotInstalled."""
    plan = outline_program(question.profile, question.start_date)
    each = _breakdown(question, plan)
    made: list[GeneratedPlan] = []
    asked = next(each, None)
    while asked is not None:
        made.append(answer(asked[0]))
        asked = _sent(each, made[-1])
    program = detailed(question, named, plan=plan, made=made)
    return MadeProgram(program=program, weeks=tuple(made))


async def break_down(
    question: Question, plan: ProgramPlan, plan_block: PlanBlock
) -> Sequence[GeneratedPlan]:
    """Return the week of each block of a program, made one after the other."""
    each = _breakdown(question, plan)
    made: list[GeneratedPlan] = []
    asked = next(each, None)
    while asked is not None:
        made.append(await plan_block(*asked))
        asked = _sent(each, made[-1])
    return made


def detailed(
    question: Question,
    named: Named,
    *,
    plan: ProgramPlan,
    made: Sequence[GeneratedPlan],
) -> DetailedProgram:
    """Return a program with its blocks as they were made, ready to be stored."""
    return DetailedProgram(
        id=named.id,
        name=named.name,
        goal=question.profile.goal,
        plan=plan,
        profile=question.profile,
        mesocycles=tuple(
            MesocycleDetailed(plan=block, outline=_outline(block, week))
            for block, week in zip(plan.mesocycles, made, strict=True)
        ),
    )


_Asked: TypeAlias = tuple[Question, MesocyclePlan]


def _breakdown(
    question: Question, plan: ProgramPlan
) -> Generator[_Asked, GeneratedPlan, None]:
    """Yield what is asked for each block, and take what was made of it.

    Within a macrocycle the exercises stay where they can; the next one gets others.
    """
    near = question.near
    for macro in plan.macrocycles:
        used: set[int] = set()
        for block in macro.mesocycles:
            profile = replace(question.profile, emphasis=block.emphasis)
            made = yield (
                replace(
                    question, profile=profile, near=near, start_date=block.first_day
                ),
                block,
            )
            placed = frozenset(
                (one.exercise_id, day.workout.weekday)
                for day in made.days
                for one in day.workout.exercises
            )
            used |= {exercise_id for exercise_id, _ in placed}
            near = Near(previous=placed, seed=near.seed)
        near = Near(avoid=frozenset(used), seed=near.seed)


def _sent(
    each: Generator[_Asked, GeneratedPlan, None], made: GeneratedPlan
) -> _Asked | None:
    try:
        return each.send(made)
    except StopIteration:
        return None


def _outline(block: MesocyclePlan, made: GeneratedPlan) -> Outline:
    return Outline(
        name=f"Block {block.number}",
        start_date=block.first_day,
        weeks=block.weeks,
        workouts=tuple(day.workout for day in made.days),
        emphasis=block.emphasis,
    )
