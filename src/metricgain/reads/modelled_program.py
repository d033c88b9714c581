"""A program by a language model: outlined first, then broken down block by block."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import msgspec

from metricgain.engine.generator.program import (
    MesocyclePlan,
    ProgramPlan,
    outline_program,
)
from metricgain.engine.generator.repair import Repair
from metricgain.engine.generator.wished_program import (
    PROGRAM,
    WishedBlock,
    wished_program,
)
from metricgain.integrations.language_model.asking import (
    ModelChoice,
    ModelFailedError,
    Use,
    ask,
)
from metricgain.integrations.language_model.asking import Question as Asked
from metricgain.integrations.language_model.outline import outline_question
from metricgain.integrations.language_model.week import NamedSets, week_question
from metricgain.reads.generated_plan import GeneratedPlan, Question
from metricgain.reads.modelled_plan import plan_of_names, task_for_model
from metricgain.store.database import Database
from metricgain.store.generated_plans import find_generated, keep_generated, key_of

_Answer = TypeVar("_Answer")
_VERSION: Final = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """Where the built-in planner took over, `program` or a block, and why."""

    place: str
    because: str


@dataclass(slots=True, kw_only=True)
class Modelling:
    """A language model at work on a program, and what came of it so far.

    `built_in` plans a block without it. Once the model has failed, it is asked no more.
    """

    choice: ModelChoice
    database: Database
    user_id: int
    built_in: Callable[[Question, MesocyclePlan], Awaitable[GeneratedPlan]]
    use: Use = field(default_factory=Use)
    repairs: list[Repair] = field(default_factory=list)
    handed_over: list[HandedOver] = field(default_factory=list)

    async def outline(self, question: Question) -> ProgramPlan:
        """Return the blocks of a program, as the model or the planner has them."""
        profile, start = question.profile, question.start_date
        try:
            blocks = await self._answer(outline_question(profile), list[WishedBlock])
        except ModelFailedError as error:
            self._hand_over(PROGRAM, error)
            return outline_program(profile, start)
        plan, repairs = wished_program(profile, start, blocks)
        self.repairs.extend(repairs)
        return plan

    async def break_down(
        self, question: Question, block: MesocyclePlan
    ) -> GeneratedPlan:
        """Return the week of a block, as the model or the planner has it."""
        if self.handed_over:
            return await self.built_in(question, block)
        task = await asyncio.to_thread(task_for_model, question)
        asked = week_question(question.profile, task)
        try:
            named = await self._answer(asked, list[NamedSets])
        except ModelFailedError as error:
            self._hand_over(f"Block {block.number}", error)
            return await self.built_in(question, block)
        return await asyncio.to_thread(plan_of_names, question, named)

    def _hand_over(self, place: str, error: ModelFailedError) -> None:
        self.handed_over.append(HandedOver(place=place, because=str(error)))

    async def _answer(
        self, asked: Asked[Sequence[_Answer]], form: type[list[_Answer]]
    ) -> list[_Answer]:
        """Return what the model says, or said before: a job may begin anew."""
        key = key_of(
            "answer",
            _VERSION,
            (self.choice.sent_to, self.choice.model, asked.instructions, asked.asked),
        )
        async with self.database.as_user(self.user_id) as tx:
            kept = await find_generated(tx, key)
        if kept is not None:
            return msgspec.convert(kept, form, strict=False)
        said: Sequence[_Answer] = await ask(asked, self.choice, self.use)
        found = list(said)
        async with self.database.as_user(self.user_id) as tx:
            await keep_generated(tx, key, kind="answer", made=found)
        return found
