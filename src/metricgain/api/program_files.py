"""Programs as files: one of a program, and a program from one."""

from datetime import date
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody

from metricgain.actions.take_in_program import take_in_program
from metricgain.api.log_shapes import Name
from metricgain.api.plan_shapes import PlanFindingShape, PlannedDate
from metricgain.api.programs import ProgramShape, program_shape
from metricgain.api.routes import act, create, keep
from metricgain.api.session import Asker
from metricgain.engine.generator.profile import Goal
from metricgain.importers.program_file import ProgramFile
from metricgain.reads.generated_program import Named
from metricgain.reads.program_from_file import (
    file_of_program,
    filled,
    read_program,
    unfilled_program,
)
from metricgain.store.program_rows import find_program, load_program


class ReadProgramBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The content of a program file, and the day on which it would begin."""

    start_date: PlannedDate
    program: ProgramFile


class KeepProgramBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The content of a program file to keep, from its first day on."""

    id: UUID
    start_date: PlannedDate
    program: ProgramFile
    name: Name | None = None


class ReadBlockShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A block of a file on its days; with 0 workouts the planner fills it."""

    name: str
    macrocycle: int
    weeks: int
    start: date
    end: date
    workouts: int
    findings: list[PlanFindingShape]


class OverlapShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A program or a block that runs, and its last day."""

    name: str
    until: date


class ReadProgramShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a program file comes to; it cannot be kept beside what it overlaps."""

    name: str
    goal: Goal
    start: date
    end: date
    blocks: list[ReadBlockShape]
    overlap: OverlapShape | None


@keep("/programs/{program_id:uuid}/plan-file", tags=["planning"])
async def get_program_file(program_id: FromPath[UUID], asker: Asker) -> ProgramFile:
    """Return a program as a file to keep or to pass on: no loads and no dates."""
    async with asker.reading() as tx:
        return await file_of_program(tx, program_id)


@act("/programs/read", tags=["planning"])
async def read_program_file(
    data: JSONBody[ReadProgramBody], asker: Asker
) -> ReadProgramShape:
    """Return what a program file comes to, with what the rules find; keep nothing."""
    async with asker.reading() as tx:
        found = await read_program(tx, data.program, start=data.start_date)
    return msgspec.convert(found, ReadProgramShape, from_attributes=True)


@create("/programs/from-file", tags=["planning"])
async def keep_program_file(
    data: JSONBody[KeepProgramBody], asker: Asker
) -> ProgramShape:
    """Keep a program of a file, all of it or nothing; its blocks are planned.

    Blocks without workouts are planned for the training profile. Keeping it again
    changes nothing; it is refused on days on which another program runs.
    """
    async with asker.reading() as tx:
        found = await find_program(tx, data.id)
        if found is not None:
            return program_shape(found)
        unfilled = await unfilled_program(
            tx,
            data.program,
            Named(id=data.id, name=data.name or data.program.name),
            start=data.start_date,
        )
    made = await filled(unfilled)
    async with asker.changing() as change:
        await take_in_program(change, made)
        return program_shape(await load_program(change.tx, data.id))


ROUTES = [get_program_file, read_program_file, keep_program_file]
