"""Programs as files: many blocks in their order, to keep, to check and to pass on.

The second kind of plan file, beside the one of a single block (plan_file.py);
docs/plan-format.md describes both, plan.schema.json beside this file is their schema.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from metricgain.engine.generator.profile import Goal
from metricgain.engine.generator.program import (
    DAYS_OF_WEEK,
    MacrocyclePlan,
    MesocyclePlan,
    ProgramPlan,
)
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline
from metricgain.importers.plan_file import (
    PlanFile,
    PlanFileWorkout,
    read_as,
    read_plan_file,
    workouts_to_file,
)
from metricgain.kit.errors import Invalid

PROGRAM_FORMAT: Final = "metricgain-program"
PROGRAM_VERSION: Final = 1
MOST_WEEKS: Final = 104
"""A program goes on for a year; what moved on the way may make it longer."""

FIRST_START: Final = date(1970, 1, 1)
LAST_START: Final = date(2098, 12, 31)
"""Whatever begins by then is over by 2100."""

Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=255)]


class ProgramFileMesocycle(
    msgspec.Struct,
    kw_only=True,
    rename="camel",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """A block of a program; without `workouts` it is a plan that is yet to be filled.

    `weeksBefore` are weeks without a plan that lie before it.
    """

    name: Name
    duration_weeks: Annotated[int, Meta(ge=3, le=7)]
    weeks_before: Annotated[int, Meta(ge=0, le=52)] = 0
    emphasis: dict[Muscle, Emphasis] = msgspec.field(default_factory=dict)
    description: Annotated[str, Meta(max_length=20_000)] | None = None
    workouts: (
        Annotated[list[PlanFileWorkout], Meta(min_length=1, max_length=7)] | None
    ) = None


class ProgramFileMacrocycle(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Blocks that belong together."""

    mesocycles: Annotated[list[ProgramFileMesocycle], Meta(min_length=1, max_length=35)]


class ProgramFile(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A program of macrocycles, their blocks in the order in which they come."""

    format: Literal["metricgain-program"]
    version: Literal[1]
    name: Name
    goal: Goal
    macrocycles: Annotated[
        list[ProgramFileMacrocycle], Meta(min_length=1, max_length=35)
    ]

    @property
    def mesocycles(self) -> tuple[ProgramFileMesocycle, ...]:
        """All blocks, in the order in which they come."""
        return tuple(block for macro in self.macrocycles for block in macro.mesocycles)

    @property
    def places(self) -> tuple[str, ...]:
        """Where each block stands in the file, as a refusal names it."""
        return tuple(
            f"macrocycles[{a}].mesocycles[{m}]"
            for a, macro in enumerate(self.macrocycles)
            for m in range(len(macro.mesocycles))
        )


class _Head(msgspec.Struct):
    format: str


def read_any_plan_file(content: bytes) -> PlanFile | ProgramFile:
    """Return the block or the program of a file, whichever it says it is.

    Raises Invalid, naming what is wrong and where.
    """
    if read_as(_Head, content).format == PROGRAM_FORMAT:
        return read_as(ProgramFile, content)
    return read_plan_file(content)


def plan_of_program(file: ProgramFile, start: date) -> ProgramPlan:
    """Return the blocks of a program with their dates, from its first day on.

    Raises Invalid for a program of more than two years, and for a day of no program.
    """
    if not FIRST_START <= start <= LAST_START:
        raise Invalid("a program begins within 1970 to 2098", field="startDate")
    macrocycles: list[MacrocyclePlan] = []
    on, number = start, 0
    for macro in file.macrocycles:
        blocks: list[MesocyclePlan] = []
        for index, block in enumerate(macro.mesocycles):
            # A macrocycle opens after a week without a plan, also where none is said.
            least = int(index == 0 and number > 0)
            before = max(least, block.weeks_before)
            pause = before > 0 and number > 0
            number += 1
            first_day = on + timedelta(days=DAYS_OF_WEEK * before)
            plan = MesocyclePlan(
                number=number,
                weeks=block.duration_weeks,
                start=first_day - timedelta(days=DAYS_OF_WEEK * pause),
                needs_transition=pause,
                emphasis=block.emphasis,
            )
            blocks.append(plan)
            on = plan.last_day + timedelta(days=1)
        macrocycles.append(
            MacrocyclePlan(number=len(macrocycles) + 1, mesocycles=tuple(blocks))
        )
    weeks = (on - start).days // DAYS_OF_WEEK
    if weeks > MOST_WEEKS:
        raise Invalid(
            f"a program has at most {MOST_WEEKS} weeks, not {weeks}",
            field="macrocycles",
        )
    return ProgramPlan(start=start, weeks=weeks, macrocycles=tuple(macrocycles))


def file_of_outlines(
    name: str,
    goal: Goal,
    macrocycles: Sequence[Sequence[Outline]],
    names: Mapping[int, str],
) -> ProgramFile:
    """Return blocks on their days as a file has them: their distances, no dates.

    `names` are those of their exercises, by id.
    """
    before: list[int] = []
    end: date | None = None
    for outline in (one for macro in macrocycles for one in macro):
        gap = (outline.start_date - end).days if end else 0
        before.append(max(0, gap // DAYS_OF_WEEK))
        end = outline.start_date + timedelta(days=DAYS_OF_WEEK * outline.weeks)
    pauses = iter(before)
    return ProgramFile(
        format=PROGRAM_FORMAT,
        version=PROGRAM_VERSION,
        name=name,
        goal=goal,
        macrocycles=[
            ProgramFileMacrocycle(
                mesocycles=[
                    ProgramFileMesocycle(
                        name=one.name,
                        description=one.description,
                        duration_weeks=one.weeks,
                        weeks_before=next(pauses),
                        emphasis=dict(one.emphasis),
                        workouts=workouts_to_file(one.workouts, names),
                    )
                    for one in macro
                ]
            )
            for macro in macrocycles
        ],
    )


def plan_schema() -> bytes:
    """Return the JSON Schema of plan files, as plan.schema.json has it."""
    schemas, parts = msgspec.json.schema_components(
        [PlanFile, ProgramFile], ref_template="#/$defs/{name}"
    )
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A MetricGain plan: a block or a program",
        "anyOf": schemas,
        "$defs": parts,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def written(plan: PlanFile | ProgramFile) -> bytes:
    """Return a plan as it is written to a file."""
    return msgspec.json.format(msgspec.json.encode(plan), indent=2) + b"\n"
