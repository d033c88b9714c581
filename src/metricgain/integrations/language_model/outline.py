"""Asks a language model for the blocks of a program."""

import json
from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from metricgain.engine.generator.layout import BLOCKS_OF_MACROCYCLE
from metricgain.engine.generator.needs import emphasis_of
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.wished_program import WishedBlock
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.integrations.language_model.asking import Question
from metricgain.integrations.language_model.json_answers import Unfit, read_object
from metricgain.integrations.language_model.prompts import OUTLINE, prompt

_MOST_BLOCKS = 14


class SaidBlock(msgspec.Struct):
    """A block as a model outlines it."""

    weeks: int
    emphasis: dict[str, str] = {}


class SaidOutline(msgspec.Struct):
    """A program as a model outlines it."""

    blocks: Annotated[list[SaidBlock], Meta(min_length=1, max_length=_MOST_BLOCKS)]


def outline_question(profile: Profile) -> Question[Sequence[WishedBlock]]:
    """Return what to ask for the blocks that fill the horizon of a profile."""
    told = {
        "goal": profile.goal,
        "experience": profile.experience,
        "daysInAWeek": len(profile.weekdays),
        "minutesOfAWorkout": profile.session_minutes,
        "weeksToFill": {
            f"{blocks} blocks": profile.horizon_weeks
            - (blocks - 1) // BLOCKS_OF_MACROCYCLE
            for blocks in range(1, _MOST_BLOCKS)
        },
        "muscles": {muscle: emphasis_of(profile, muscle) for muscle in Muscle},
    }
    return Question(
        instructions=prompt(OUTLINE),
        asked=json.dumps(told),
        read=read_outline,
    )


def read_outline(text: str) -> Sequence[WishedBlock]:
    """Return the blocks of an answer; words nobody knows are left out. Raises Unfit."""
    said = read_object(text, SaidOutline)
    if any(block.weeks < 1 for block in said.blocks):
        raise Unfit("A block needs at least 4 weeks.")
    return [
        WishedBlock(
            weeks=block.weeks,
            emphasis={
                Muscle(muscle): Emphasis(word)
                for muscle, word in block.emphasis.items()
                if muscle in set(Muscle) and word in set(Emphasis)
            },
        )
        for block in said.blocks
    ]
