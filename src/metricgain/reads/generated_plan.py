"""A plan that is made for a lifter, before anything of it is kept."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from metricgain.engine.generator.arrange import ArrangedDay
from metricgain.engine.generator.draft import (
    GENERATOR_VERSION,
    Draft,
    Ground,
    Near,
    make_draft,
)
from metricgain.engine.generator.profile import Profile, ProfileError
from metricgain.engine.generator.program import first_block_weeks
from metricgain.engine.generator.repair import Repair
from metricgain.engine.generator.safety import SafetyNote, screen
from metricgain.engine.generator.unmet import Unmet
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline
from metricgain.engine.planned_week import Finding
from metricgain.integrations.planners import AnyPlanner, PlannerName, planner_named
from metricgain.kit.errors import Conflict, Invalid
from metricgain.reads.plan_preview import block_preview
from metricgain.store.database import Transaction
from metricgain.store.generated_plans import find_generated, keep_generated, key_of
from metricgain.store.lifter import load_lifter
from metricgain.store.planner_options import load_ground
from metricgain.store.training_profiles import checked_profile, load_profile

DAYS_OF_WEEK = 7
FIRST_MONDAY = date(2001, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a plan is asked for; without `planner`, the best that is installed."""

    profile: Profile
    ground: Ground
    start_date: date
    near: Near
    planner: PlannerName | None
    notes: tuple[SafetyNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPlan:
    """A week of workouts for a block, in the order in which they come from its start.

    `notes` are what the safety screen says; `unmet` the wishes that are not met;
    `points` what is wrong with the week: fewer are better. `repairs` are what was
    mended in the week of a language model; `model_failed` is why there was none.
    """

    planner: AnyPlanner
    start_date: date
    weeks: int
    days: tuple[ArrangedDay, ...]
    emphasis: Mapping[Muscle, Emphasis]
    notes: tuple[SafetyNote, ...]
    unmet: tuple[Unmet, ...]
    points: int
    repairs: tuple[Repair, ...] = ()
    model_failed: str = ""

    def outline(self, name: str) -> Outline:
        """Return the plan as a block can be started from it."""
        return Outline(
            name=name,
            start_date=self.start_date,
            weeks=self.weeks,
            workouts=tuple(day.workout for day in self.days),
            emphasis=self.emphasis,
        )


async def load_question(
    tx: Transaction,
    *,
    start_date: date,
    near: Near,
    planner: PlannerName | None,
    profile: Profile | None = None,
) -> Question:
    """Return what a plan is asked for, by six statements.

    Without a profile it is the lifter's own. Raises Invalid for one that no plan can
    be made for, Conflict where the safety screen stands in the way.
    """
    lifter = await load_lifter(tx)
    wished = checked_profile(profile or await load_profile(tx, lifter))
    notes = screen(wished.health, rir_floor=lifter.rir_floor)
    for note in notes:
        if note.blocks:
            raise Conflict(note.because, field="health", remedy=f"Rule: {note.code}.")
    return Question(
        profile=wished,
        ground=await load_ground(tx, lifter, on=start_date),
        start_date=start_date,
        near=near,
        planner=planner,
        notes=notes,
    )


async def generated_plan(question: Question) -> GeneratedPlan:
    """Return the plan that answers a question; it takes a second or two of a processor.

    Nothing is read meanwhile, so ask outside of a transaction. Raises Invalid where no
    exercise is left, naming the wish that ruled out the last one, and NotInstalled.
    """
    return await asyncio.to_thread(answer, question)


def answer(question: Question) -> GeneratedPlan:
    """Return the plan that answers a question. Raises Invalid, NotInstalled."""
    name, planner = planner_named(question.planner)
    profile = question.profile
    try:
        draft = make_draft(
            profile, question.ground, near=question.near, planner=planner
        )
    except ProfileError as error:
        raise Invalid(error.rule, field=error.field) from error
    return GeneratedPlan(
        planner=name,
        start_date=question.start_date,
        weeks=first_block_weeks(profile),
        days=from_start(draft, question.start_date),
        emphasis=draft.emphasis,
        notes=question.notes,
        unmet=draft.unmet,
        points=draft.points,
    )


async def refuse_impossible(question: Question) -> None:
    """Raise Invalid where nothing at all can be planned, naming the wish to change.

    The planner that is always there tries it, so nobody else has to be asked.
    """
    await asyncio.to_thread(answer, replace(question, planner="greedy"))


def from_start(draft: Draft, start: date) -> tuple[ArrangedDay, ...]:
    """Return the days of a draft in the order in which they come from a day on."""
    return tuple(
        sorted(
            draft.days,
            key=lambda day: (day.workout.weekday - start.weekday()) % DAYS_OF_WEEK,
        )
    )


def question_key(question: Question) -> str:
    """Return the key under which the answer to a question is kept.

    All that it follows from is in it but the day of the start, of which only the
    weekday counts.
    """
    name, _ = planner_named(question.planner)
    asked = replace(
        question,
        planner=name,
        start_date=FIRST_MONDAY + timedelta(days=question.start_date.weekday()),
    )
    return key_of("plan", GENERATOR_VERSION, asked)


async def kept_plan(tx: Transaction, question: Question) -> GeneratedPlan | None:
    """Return the plan that answered a question before, None for a new question."""
    found = await find_generated(tx, question_key(question))
    if found is None:
        return None
    made = msgspec.convert(found, GeneratedPlan, strict=False)
    return replace(made, start_date=question.start_date)


async def keep_plan(tx: Transaction, question: Question, made: GeneratedPlan) -> None:
    """Keep the plan that answers a question, for when it is asked again."""
    await keep_generated(tx, question_key(question), kind="plan", made=made)


async def findings_in(tx: Transaction, plan: GeneratedPlan) -> tuple[Finding, ...]:
    """Return what the rules of every plan find in a generated one."""
    return (await block_preview(tx, plan.outline("Generated"))).findings
