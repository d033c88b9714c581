"""Blocks of a program that move because one before them has become longer."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.move_planned_blocks import move_planned_blocks
from metricgain.api.plan_shapes import PlannedDate
from metricgain.api.programs import ProgramShape, program_shape
from metricgain.api.routes import act, keep
from metricgain.api.session import Asker
from metricgain.reads.program_move import program_move
from metricgain.store.program_rows import load_program


class MovedBlockShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A planned block, on its days and on those on which it would lie."""

    id: UUID
    name: str
    start_date: date
    end_date: date
    new_start_date: date
    new_end_date: date


class ProgramMoveShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The blocks that would move, none where all is well, and the end of the program.

    `after` is the block that lasts into the first of them.
    """

    after: str | None
    blocks: list[MovedBlockShape]
    end_date: date | None
    new_end_date: date | None


class BlockStartBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A planned block and the day on which it shall begin."""

    id: UUID
    start_date: PlannedDate


class MoveBlocksBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Planned blocks that move, each by whole weeks; the others stay."""

    blocks: Annotated[list[BlockStartBody], Meta(min_length=1, max_length=35)]


@keep("/programs/{program_id:uuid}/move", tags=["planning"])
async def get_program_move(
    program_id: FromPath[UUID], asker: Asker
) -> ProgramMoveShape:
    """Say which planned blocks would move since one before them lasts longer.

    Nothing moves by itself: send the blocks back to accept.
    """
    async with asker.reading() as tx:
        found = await program_move(tx, program_id)
    return msgspec.convert(found, ProgramMoveShape, from_attributes=True)


@act("/programs/{program_id:uuid}/move", tags=["planning"])
async def move_the_blocks(
    program_id: FromPath[UUID], data: JSONBody[MoveBlocksBody], asker: Asker
) -> ProgramShape:
    """Let planned blocks begin on other days, with their weeks and workouts.

    Workouts keep their weekdays, but not on days that the training profile keeps free.
    With the days before it is taken back. A block that has begun does not move.
    """
    async with asker.changing() as change:
        await move_planned_blocks(
            change,
            program_id=program_id,
            starts={one.id: one.start_date for one in data.blocks},
        )
        return program_shape(await load_program(change.tx, program_id))


ROUTES = [get_program_move, move_the_blocks]
