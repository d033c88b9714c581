"""The command `metricgain generate`: a plan from a profile, without an account."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console

from metricgain.cli.plan_exercises import catalogue_options, known_exercises
from metricgain.engine.generator.draft import Draft, Ground, Near, make_draft
from metricgain.engine.generator.profile import Profile, ProfileError
from metricgain.engine.generator.program import first_block_weeks
from metricgain.engine.generator.safety import LIGHTEST_RIR, screen
from metricgain.engine.outline import Outline
from metricgain.importers.plan_file import file_of_outline, written
from metricgain.importers.profile_file import read_profile_file
from metricgain.integrations.planners import PlannerName, planner_named
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid

MOST_SEED: Final = 1000


def generate(
    profile: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="A training profile in YAML."),
    ],
    *,
    planner: Annotated[
        PlannerName | None,
        typer.Option(help="Who plans; without it, the best that is installed."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Where the plan goes; else to the screen."),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(min=0, max=MOST_SEED, help="Another number, another plan."),
    ] = 0,
) -> None:
    """Make a week of workouts from a profile, as a plan file.

    What the plan does not meet is told on standard error.
    """
    known = known_exercises()
    wished = read_profile_file(profile.read_bytes(), known.ids)
    _refuse_unsafe(wished)
    name, plan_week = planner_named(planner)
    try:
        draft = make_draft(
            wished,
            Ground(options=catalogue_options()),
            near=Near(seed=seed),
            planner=plan_week,
        )
    except ProfileError as error:
        raise Invalid(error.rule, field=error.field) from error
    content = written(file_of_outline(_outline(wished, draft), known.names))
    if out is None:
        typer.echo(content, nl=False)
    else:
        out.write_bytes(content)
    _tell(draft, planner=name)


def _outline(profile: Profile, draft: Draft) -> Outline:
    today = now().date()
    return Outline(
        name=f"{profile.goal.value.capitalize()}, {len(draft.days)} days a week",
        start_date=today - timedelta(days=today.weekday()),
        weeks=first_block_weeks(profile),
        emphasis=draft.emphasis,
        workouts=draft.workouts,
    )


def _refuse_unsafe(profile: Profile) -> None:
    # A file has no floor of reps in reserve: whoever starts the block sets it.
    for note in screen(profile.health, rir_floor=LIGHTEST_RIR):
        if note.blocks:
            raise Conflict(note.because, field="health")
        Console(stderr=True).print(note.because)


def _tell(draft: Draft, *, planner: str) -> None:
    console = Console(stderr=True, soft_wrap=True)
    console.print(f"Planned by {planner}: {draft.points} points against it.")
    for one in draft.unmet:
        console.print(f"{one.place}: {one.because} {one.remedy}")
