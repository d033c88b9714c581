"""Keep a program that came as a file."""

from metricgain.store.changes import Change
from metricgain.store.program_overlap import refuse_overlap
from metricgain.store.program_rows import find_program
from metricgain.store.programs import DetailedProgram, store_program


async def take_in_program(change: Change, program: DetailedProgram) -> None:
    """Write a program whole or not at all; writing it again changes nothing.

    Raises Conflict where it would lie on days on which another one runs, Invalid for
    what breaks a volume rule, NotFound for an unknown exercise.
    """
    if await find_program(change.tx, program.id) is not None:
        return
    await refuse_overlap(change, program.plan.start, program.plan.last_day)
    await store_program(change, program)
