"""Programs and files: a program from one as it would be for a lifter, and one of it."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from metricgain.engine.generator.draft import Near
from metricgain.engine.generator.profile import Goal
from metricgain.engine.generator.program import MesocyclePlan, ProgramPlan
from metricgain.engine.outline import Outline
from metricgain.engine.planned_week import Finding
from metricgain.importers.plan_file import KnownExercises, workouts_of_file
from metricgain.importers.program_file import (
    ProgramFile,
    file_of_outlines,
    plan_of_program,
)
from metricgain.reads.generated_plan import Question, answer, load_question
from metricgain.reads.generated_program import Named
from metricgain.reads.plan_from_file import known_to
from metricgain.reads.plan_preview import block_preview
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.mesocycles import load_block
from metricgain.store.outlines import outline_of_block
from metricgain.store.planning import check_outline, load_planned_lifts
from metricgain.store.program_overlap import Overlap, overlap_with
from metricgain.store.program_rows import load_program
from metricgain.store.programs import DetailedProgram, MesocycleDetailed
from metricgain.store.training_profiles import load_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """A block of a file on its days; without workouts the planner will fill it."""

    name: str
    macrocycle: int
    weeks: int
    start: date
    end: date
    workouts: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProgram:
    """What a file comes to for a lifter; `overlap` is what it cannot begin beside."""

    name: str
    goal: Goal
    start: date
    end: date
    blocks: tuple[ReadBlock, ...]
    overlap: Overlap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfilled:
    """A program of a file, before the planner has filled what has no workouts."""

    program: DetailedProgram
    question: Question | None


async def read_program(
    tx: Transaction, file: ProgramFile, *, start: date
) -> ReadProgram:
    """Return what a file comes to, and what the rules find in each block of it.

    Raises Invalid for an exercise that nobody knows, and for what is no plan.
    """
    plan = plan_of_program(file, start)
    known = await known_to(tx)
    numbers = [macro.number for macro in plan.macrocycles for _ in macro.mesocycles]
    blocks = []
    for number, block, outline in zip(
        numbers, plan.mesocycles, _outlines(file, plan, known), strict=True
    ):
        found = (await block_preview(tx, outline)).findings if outline.workouts else ()
        blocks.append(
            ReadBlock(
                name=outline.name,
                macrocycle=number,
                weeks=block.weeks,
                start=block.first_day,
                end=block.last_day,
                workouts=len(outline.workouts),
                findings=found,
            )
        )
    return ReadProgram(
        name=file.name,
        goal=file.goal,
        start=plan.start,
        end=plan.last_day,
        blocks=tuple(blocks),
        overlap=await overlap_with(tx, plan.start, plan.last_day),
    )


async def unfilled_program(
    tx: Transaction, file: ProgramFile, named: Named, *, start: date
) -> Unfilled:
    """Return a program of a file with the exercises of a lifter.

    Its free days are those of the training profile, and so is what its blocks without
    workouts are to be filled by. Raises Invalid, and Conflict where the safety screen
    forbids to plan them.
    """
    plan = plan_of_program(file, start)
    outlines = _outlines(file, plan, await known_to(tx))
    question = None
    if not all(outline.workouts for outline in outlines):
        question = await load_question(
            tx, start_date=start, near=Near(), planner="greedy"
        )
    program = DetailedProgram(
        id=named.id,
        name=named.name,
        goal=file.goal,
        plan=plan,
        profile=await load_profile(tx, await load_lifter(tx)),
        mesocycles=tuple(
            MesocycleDetailed(plan=block, outline=outline)
            for block, outline in zip(plan.mesocycles, outlines, strict=True)
        ),
    )
    return Unfilled(program=program, question=question)


async def filled(unfilled: Unfilled) -> DetailedProgram:
    """Return a program all of whose blocks have workouts; ask outside a transaction.

    Raises Invalid where no exercise is left to fill a block with.
    """
    question = unfilled.question
    if question is None:
        return unfilled.program
    return await asyncio.to_thread(_filled, unfilled.program, question)


async def file_of_program(tx: Transaction, program_id: UUID) -> ProgramFile:
    """Return a program as a file has it: no loads, dates or ids of ours.

    By one statement for each block, and two. Raises NotFound.
    """
    stored = await load_program(tx, program_id)
    macros = [macro.mesocycles for macro in stored.macrocycles if macro.mesocycles]
    outlines = {
        block.id: outline_of_block(await load_block(tx, block.id))
        for blocks in macros
        for block in blocks
    }
    wanted = {
        one.exercise_id
        for outline in outlines.values()
        for workout in outline.workouts
        for one in workout.exercises
    }
    lifts = await load_planned_lifts(tx, wanted, await load_lifter(tx))
    names = {exercise_id: lift.name for exercise_id, lift in lifts.items()}
    macrocycles = [[outlines[block.id] for block in blocks] for blocks in macros]
    return file_of_outlines(stored.name, Goal(stored.goal), macrocycles, names)


def _outlines(
    file: ProgramFile, plan: ProgramPlan, known: KnownExercises
) -> list[Outline]:
    found = [
        Outline(
            name=block.name,
            description=block.description,
            start_date=planned.first_day,
            weeks=block.duration_weeks,
            emphasis=block.emphasis,
            workouts=workouts_of_file(
                block.workouts or (), known, place=f"{place}.workouts"
            ),
        )
        for block, place, planned in zip(
            file.mesocycles, file.places, plan.mesocycles, strict=True
        )
    ]
    for outline in found:
        if outline.workouts:
            check_outline(outline)
    return found


def _filled(program: DetailedProgram, question: Question) -> DetailedProgram:
    """Fill what has no workouts; it stays near to the block before it."""
    found: list[MesocycleDetailed] = []
    near = question.near
    for each in program.mesocycles:
        outline = each.outline
        if not outline.workouts:
            outline = _planned(each.plan, outline, replace(question, near=near))
        placed = frozenset(
            (one.exercise_id, workout.weekday)
            for workout in outline.workouts
            for one in workout.exercises
        )
        near = replace(near, previous=placed)
        found.append(replace(each, outline=outline))
    return replace(program, mesocycles=tuple(found))


def _planned(plan: MesocyclePlan, outline: Outline, question: Question) -> Outline:
    profile = replace(question.profile, emphasis=plan.emphasis)
    made = answer(replace(question, profile=profile, start_date=plan.first_day))
    return replace(outline, workouts=tuple(day.workout for day in made.days))
