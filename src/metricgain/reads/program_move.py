"""What of a program should move because a block before it has become longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from metricgain.engine.generator.moving import LaidBlock, moved_firsts
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.program_rows import StoredMesocycle, load_program
from metricgain.store.training_profiles import find_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedBlock:
    """A planned block, on its days and on those on which it would lie."""

    id: UUID
    name: str
    start_date: date
    end_date: date
    new_start_date: date
    new_end_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMove:
    """The blocks that would move, none where all is well, and the end of the program.

    `after` is the block that runs, or ran, into the first of them.
    """

    after: str | None
    blocks: tuple[MovedBlock, ...]
    end_date: date | None
    new_end_date: date | None


async def program_move(tx: Transaction, program_id: UUID) -> ProgramMove:
    """Return what of a program should move, by three statements. Raises NotFound.

    Nothing does while no block of it has begun.
    """
    program = await load_program(tx, program_id)
    blocks: list[StoredMesocycle] = []
    laid: list[LaidBlock] = []
    for macro in program.macrocycles:
        for index, block in enumerate(macro.mesocycles):
            if block.start_date is None or block.end_date is None:
                continue
            blocks.append(block)
            laid.append(
                LaidBlock(
                    first=block.start_date,
                    last=block.end_date,
                    is_planned=block.status == "planned",
                    opens_macrocycle=index == 0,
                )
            )
    if all(one.is_planned for one in laid) or program.status == "left":
        return ProgramMove(
            after=None, blocks=(), end_date=program.end_date, new_end_date=None
        )
    profile = await find_profile(tx, await load_lifter(tx))
    moved = _moved(blocks, laid, moved_firsts(laid, profile))
    begun = [one.name for one in blocks if one.status != "planned"]
    return ProgramMove(
        after=begun[-1] if moved else None,
        blocks=moved,
        end_date=program.end_date,
        new_end_date=moved[-1].new_end_date if moved else None,
    )


def _moved(
    blocks: Sequence[StoredMesocycle],
    laid: Sequence[LaidBlock],
    firsts: Sequence[date],
) -> tuple[MovedBlock, ...]:
    return tuple(
        MovedBlock(
            id=block.id,
            name=block.name,
            start_date=days.first,
            end_date=days.last,
            new_start_date=first,
            new_end_date=first + (days.last - days.first),
        )
        for block, days, first in zip(blocks, laid, firsts, strict=True)
        if first != days.first
    )
