"""The commands `metricgain plan ...`: look at plan files."""

from pathlib import Path
from typing import Annotated

import typer

from metricgain.cli.plan_exercises import catalogue_options, known_exercises
from metricgain.engine.landmarks import Experience
from metricgain.engine.outline import Outline
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import (
    Finding,
    Lifter,
    PlannedDay,
    PlannedExercise,
    errors_of,
)
from metricgain.importers.plan_file import (
    LARGEST,
    PlanFile,
    outline_of_file,
    workouts_of_file,
)
from metricgain.importers.program_file import (
    ProgramFile,
    plan_of_program,
    plan_schema,
    read_any_plan_file,
)
from metricgain.kit.clock import now

plan_app = typer.Typer(no_args_is_help=True, help="Look at plan files.")


@plan_app.command()
def check(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    *,
    experience: Annotated[
        Experience, typer.Option(help="Whom the plan is for.")
    ] = Experience.INTERMEDIATE,
) -> None:
    """Check a plan, or each block of a program, and print what the rules find.

    The exit code is 1 if something breaks a limit.
    """
    with file.open("rb") as stream:
        plan = read_any_plan_file(stream.read(LARGEST + 1))
    found = [
        (place, finding)
        for place, outline in _outlines(plan)
        for finding in _findings(outline, experience)
    ]
    for place, one in found:
        typer.echo(f"{one.severity}: {place}{one.place}: {one.because} {one.repair}")
    if not found:
        typer.echo("Nothing is wrong with this plan.")
    if errors_of([one for _, one in found]):
        raise typer.Exit(1)


@plan_app.command()
def schema() -> None:
    """Print the JSON Schema of plan files."""
    typer.echo(plan_schema(), nl=False)


def _outlines(plan: PlanFile | ProgramFile) -> list[tuple[str, Outline]]:
    """Return what is to be checked, each with where it stands."""
    known, today = known_exercises(), now().date()
    if isinstance(plan, PlanFile):
        return [("", outline_of_file(plan, known, start=today))]
    dated = plan_of_program(plan, today).mesocycles
    return [
        (
            f"{block.name}: ",
            Outline(
                name=block.name,
                start_date=days.first_day,
                weeks=block.duration_weeks,
                emphasis=block.emphasis,
                workouts=workouts_of_file(
                    block.workouts, known, place=f"{place}.workouts"
                ),
            ),
        )
        for block, place, days in zip(plan.mesocycles, plan.places, dated, strict=True)
        if block.workouts is not None
    ]


def _findings(outline: Outline, experience: Experience) -> list[Finding]:
    options = {one.exercise_id: one for one in catalogue_options()}
    days = [
        PlannedDay(
            name=workout.name,
            weekday=workout.weekday,
            exercises=[
                PlannedExercise(
                    name=options[one.exercise_id].name,
                    contributions=options[one.exercise_id].contributions,
                    sets=one.sets,
                    rep_min=one.rep_min,
                    rep_max=one.rep_max,
                    exercise_id=one.exercise_id,
                    equipment=options[one.exercise_id].equipment,
                    pattern=options[one.exercise_id].pattern,
                    joints=options[one.exercise_id].joints,
                    axial=options[one.exercise_id].axial,
                )
                for one in workout.exercises
            ],
        )
        for workout in outline.workouts
    ]
    lifter = Lifter(experience=experience, emphasis=outline.emphasis)
    return check_plan(days, lifter=lifter)
