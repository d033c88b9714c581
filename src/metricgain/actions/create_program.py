"""Keep a program: all its blocks, planned to the day."""

from metricgain.store.changes import Change
from metricgain.store.program_rows import find_program
from metricgain.store.programs import DetailedProgram, store_program


async def create_program(change: Change, program: DetailedProgram) -> None:
    """Write a program whole or not at all; writing it again changes nothing.

    Raises Invalid for what breaks a volume rule, NotFound for an unknown exercise.
    """
    if await find_program(change.tx, program.id) is None:
        await store_program(change, program)
