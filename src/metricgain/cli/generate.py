"""The command `metricgain generate`: a plan from a profile, without an account."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer
from rich.console import Console

from metricgain.cli.plan_exercises import catalogue_options, known_exercises
from metricgain.config import Settings
from metricgain.engine.generator.draft import Ground, Near
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.safety import LIGHTEST_RIR, screen
from metricgain.importers.plan_file import (
    KnownExercises,
    PlanFile,
    file_of_outline,
)
from metricgain.importers.profile_file import read_profile_file
from metricgain.importers.program_file import (
    ProgramFile,
    file_of_outlines,
    written,
)
from metricgain.integrations.language_model.asking import Use
from metricgain.integrations.planners import AnyPlanner
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid
from metricgain.reads.generated_plan import GeneratedPlan, Question, answer
from metricgain.reads.generated_program import Named, make_program
from metricgain.reads.language_model import choice_of
from metricgain.reads.modelled_plan import modelled_plan
from metricgain.store.training_profiles import checked_profile

MOST_SEED: Final = 1000


def generate(
    profile: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="A training profile in YAML."),
    ],
    *,
    planner: Annotated[
        AnyPlanner | None,
        typer.Option(
            help="Who plans; without it, the best that is installed. `ai` asks the"
            " language model of METRICGAIN_AI_MODEL."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Where the plan goes; else to the screen."),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(min=0, max=MOST_SEED, help="Another number, another plan."),
    ] = 0,
    whole_program: Annotated[
        bool,
        typer.Option(
            "--program", help="All blocks of the profile's horizon, not one block."
        ),
    ] = False,
) -> None:
    """Make a week of workouts from a profile, or a whole program, as a plan file.

    What the plan does not meet is told on standard error.
    """
    known = known_exercises()
    wished = checked_profile(read_profile_file(profile.read_bytes(), known.ids))
    _refuse_unsafe(wished)
    question = _question(wished, planner=planner, seed=seed)
    plan: PlanFile | ProgramFile
    if whole_program:
        plan, made = _program(question, planner, known)
    else:
        week = _made(question, planner)
        outline = week.outline(
            f"{wished.goal.value.capitalize()}, {len(week.days)} days a week"
        )
        plan, made = file_of_outline(outline, known.names), (week,)
    if out is None:
        typer.echo(written(plan), nl=False)
    else:
        out.write_bytes(written(plan))
    for block in made:
        _tell(block)


def _program(
    question: Question, planner: AnyPlanner | None, known: KnownExercises
) -> tuple[ProgramFile, tuple[GeneratedPlan, ...]]:
    """Return a program as a file, and each block of it as it was made."""
    if planner == "ai":
        raise Invalid(
            "a whole program is asked from a language model in the app",
            field="--planner",
            remedy="Choose greedy or cp-sat here.",
        )
    profile = question.profile
    name = f"{profile.goal.value.capitalize()}, {profile.horizon_weeks} weeks"
    made = make_program(question, Named(id=UUID(int=0), name=name))
    outlines = iter(each.outline for each in made.program.mesocycles)
    macrocycles = [
        [next(outlines) for _ in macro.mesocycles]
        for macro in made.program.plan.macrocycles
    ]
    return file_of_outlines(name, profile.goal, macrocycles, known.names), made.weeks


def _question(profile: Profile, *, planner: AnyPlanner | None, seed: int) -> Question:
    today = now().date()
    return Question(
        profile=profile,
        ground=Ground(options=catalogue_options()),
        start_date=today - timedelta(days=today.weekday()),
        near=Near(seed=seed),
        planner=None if planner == "ai" else planner,
        notes=(),
    )


def _made(question: Question, planner: AnyPlanner | None) -> GeneratedPlan:
    if planner != "ai":
        return answer(question)
    choice = choice_of(Settings.from_environment())
    if not choice.model:
        raise Invalid(
            "needs a language model to ask",
            field="--planner",
            remedy="Set METRICGAIN_AI_MODEL.",
        )
    Console(stderr=True).print(
        f"Asking {choice.sent_to}, which gets to read the wishes of the profile."
    )
    return asyncio.run(modelled_plan(question, choice, Use()))


def _refuse_unsafe(profile: Profile) -> None:
    # A file has no floor of reps in reserve: whoever starts the block sets it.
    for note in screen(profile.health, rir_floor=LIGHTEST_RIR):
        if note.blocks:
            raise Conflict(note.because, field="health")
        Console(stderr=True).print(note.because)


def _tell(made: GeneratedPlan) -> None:
    console = Console(stderr=True, soft_wrap=True)
    if made.model_failed:
        console.print(f"{made.model_failed} The built-in planner took over.")
    console.print(f"Planned by {made.planner}: {made.points} points against it.")
    for mended in made.repairs:
        console.print(f"{mended.place}: {mended.because}")
    for one in made.unmet:
        console.print(f"{one.place}: {one.because} {one.remedy}")
