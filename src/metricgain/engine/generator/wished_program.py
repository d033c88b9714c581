"""The blocks of a program as somebody else outlined them, brought within the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from metricgain.engine.generator.layout import (
    SHORTEST,
    Stretch,
    block_lengths,
    stretches,
)
from metricgain.engine.generator.needs import emphasis_of
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.program import (
    MOST_EMPHASIZED,
    ProgramPlan,
    program_of,
    rotated_emphasis,
)
from metricgain.engine.generator.repair import Repair, RepairCode
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.rir import LONGEST_BLOCK

PROGRAM: Final = "program"
"""The place of what was mended in the outline as a whole."""
_WEEKS: Final = "Its blocks did not fill the weeks; they have other lengths."
_EMPHASIS: Final = "It emphasised other muscles than you wish; your wishes count."


@dataclass(frozen=True, slots=True, kw_only=True)
class WishedBlock:
    """A block as somebody else outlined it: weeks, and what is not just to grow."""

    weeks: int
    emphasis: Mapping[Muscle, Emphasis]


def wished_program(
    profile: Profile, start: date, blocks: Sequence[WishedBlock]
) -> tuple[ProgramPlan, tuple[Repair, ...]]:
    """Return a program that is as it was outlined, as far as the rules allow.

    Dates are ours. Blocks that do not fill the horizon, or that do not lie around weeks
    to be kept free, have the lengths of the built-in planner. What a lifter wishes to
    emphasise is emphasised in the blocks that the outline says, three muscles at once.
    """
    repairs = []
    layout = stretches(profile, start)
    if _fills(profile, [block.weeks for block in blocks], layout):
        layout = tuple(
            Stretch(pause=int(index > 0 and index % 2 == 0), weeks=block.weeks)
            for index, block in enumerate(blocks)
        )
    elif [block.weeks for block in blocks] != [each.weeks for each in layout]:
        repairs.append(Repair(code=RepairCode.WEEKS, place=PROGRAM, because=_WEEKS))
    emphasis = _emphasis(profile, blocks, len(layout))
    if emphasis is None:
        repairs.append(
            Repair(code=RepairCode.EMPHASIS, place=PROGRAM, because=_EMPHASIS)
        )
        emphasis = [rotated_emphasis(profile, index) for index in range(len(layout))]
    found = emphasis
    plan = program_of(
        layout,
        emphasis=lambda index: found[index],
        start=start,
        weeks=profile.horizon_weeks,
    )
    return plan, tuple(repairs)


def _fills(profile: Profile, weeks: Sequence[int], layout: Sequence[Stretch]) -> bool:
    """Return whether blocks of such lengths take up a horizon without free weeks."""
    usual = tuple(each.weeks for each in layout)
    trained = profile.horizon_weeks - (len(weeks) - 1) // 2
    return (
        usual == block_lengths(profile.horizon_weeks)
        and all(SHORTEST <= each <= LONGEST_BLOCK for each in weeks)
        and sum(weeks) == trained
    )


def _emphasis(
    profile: Profile, blocks: Sequence[WishedBlock], count: int
) -> Sequence[Mapping[Muscle, Emphasis]] | None:
    """Return what each block emphasises; None where that is not what is wished.

    An outline with fewer blocks than there are begins anew with its first.
    """
    usual = {muscle: emphasis_of(profile, muscle) for muscle in Muscle}
    wished = {m for m, word in usual.items() if word is Emphasis.EMPHASIZE}
    said = [
        {m for m, word in block.emphasis.items() if word is Emphasis.EMPHASIZE}
        for block in (blocks[index % len(blocks)] for index in range(count))
    ]
    if set().union(*said) != wished or any(len(s) > MOST_EMPHASIZED for s in said):
        return None
    return [
        {
            muscle: word
            for muscle, word in usual.items()
            if word is not Emphasis.GROW and (muscle not in wished or muscle in now)
        }
        for now in said
    ]
