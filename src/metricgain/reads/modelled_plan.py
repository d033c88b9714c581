"""A plan by a language model: asked for, brought within the limits, gaps filled."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from metricgain.engine.generator.draft import make_draft, task_of
from metricgain.engine.generator.options import Option, usable
from metricgain.engine.generator.profile import ProfileError
from metricgain.engine.generator.program import first_block_weeks
from metricgain.engine.generator.repair import Repair, Wished, repaired, ruled_out
from metricgain.engine.generator.task import Placed, Task
from metricgain.importers.catalogue_names import catalogue_resolver
from metricgain.integrations.language_model.asking import (
    ModelChoice,
    ModelFailedError,
    Use,
    ask,
)
from metricgain.integrations.language_model.week import NamedSets, week_question
from metricgain.kit.errors import Invalid
from metricgain.reads.generated_plan import (
    GeneratedPlan,
    Question,
    answer,
    from_start,
    refuse_impossible,
)
from metricgain.store.exercises import OWNER_BITS


async def modelled_plan(
    question: Question, choice: ModelChoice, use: Use
) -> GeneratedPlan:
    """Return a plan that a language model has made and the rules have mended.

    Where the model gives no answer that can be used, the planner that is always there
    makes the plan, and `model_failed` says why. `use` counts what was asked for. Raises
    Invalid where no exercise is left, before anything is sent, and NotInstalled.
    """
    await refuse_impossible(question)
    task = await asyncio.to_thread(task_for_model, question)
    try:
        named = await ask(week_question(question.profile, task), choice, use)
    except ModelFailedError as error:
        made = await asyncio.to_thread(answer, replace(question, planner=None))
        return replace(made, model_failed=str(error))
    return await asyncio.to_thread(plan_of_names, question, named)


def task_for_model(question: Question) -> Task:
    """Return what a model is asked: without the names that the lifter has given."""
    ground = question.ground
    shown = [one for one in ground.options if one.exercise_id >> OWNER_BITS == 0]
    pool = usable(shown, question.profile)
    return task_of(question.profile, ground, pool=pool, near=question.near)


def plan_of_names(question: Question, named: Sequence[NamedSets]) -> GeneratedPlan:
    """Return the plan that names and sets come to, within the limits of every plan."""
    profile = question.profile
    options = {one.exercise_id: one for one in question.ground.options}
    left_out: list[Repair] = []
    wishes: list[Wished] = []
    for wish in _wishes(named, options):
        why = ruled_out(wish, options.get(wish.exercise_id or 0), profile)
        if why is None:
            wishes.append(wish)
        else:
            left_out.append(why)
    mended: list[Repair] = []

    def plan(task: Task) -> Placed:
        placed, repairs = repaired(task, wishes)
        mended.extend(repairs)
        return placed

    wanted = frozenset(one.exercise_id for one in wishes if one.exercise_id)
    try:
        draft = make_draft(
            profile,
            question.ground,
            near=question.near,
            planner=plan,
            wanted=wanted,
        )
    except ProfileError as error:
        raise Invalid(error.rule, field=error.field) from error
    return GeneratedPlan(
        planner="ai",
        start_date=question.start_date,
        weeks=first_block_weeks(profile),
        days=from_start(draft, question.start_date),
        emphasis=draft.emphasis,
        notes=question.notes,
        unmet=draft.unmet,
        points=draft.points,
        repairs=(*left_out, *mended),
    )


def _wishes(
    named: Sequence[NamedSets], options: Mapping[int, Option]
) -> Sequence[Wished]:
    ids = {one.name.casefold(): exercise_id for exercise_id, one in options.items()}
    return [
        Wished(
            name=one.name,
            exercise_id=ids.get(one.name.casefold(), _resolved(one.name)),
            weekday=one.weekday,
            sets=one.sets,
        )
        for one in named
    ]


def _resolved(name: str) -> int | None:
    return catalogue_resolver().resolve(name).exercise_id
