"""Every combination of answers there is, for the tests of the decisions."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.muscles import Muscle

ANSWERS = (None, 0, 1, 2, 3)
MISSES = (0, 1, 2, 3)
WEEKS = (
    (1, None),
    (1, NextSession(week_number=1)),
    (1, NextSession(week_number=2)),
    (1, NextSession(week_number=2, is_deload=True)),
    (3, NextSession(week_number=4)),
    (4, NextSession(week_number=5, is_deload=True)),
    (5, NextSession(week_number=5, is_deload=True)),
    (5, None),
)
FLAGS = (
    {"has_previous": True},
    {"has_previous": False},
    {"has_previous": False, "strict_gate": True},
    {"has_previous": True, "this_is_recovery": True},
)
SITUATIONS = tuple(
    MuscleFacts(
        muscle=Muscle.QUADS,
        week_number=week_number,
        weeks=5,
        next_session=following,
        has_previous=flags["has_previous"],
        this_is_deload=week_number == 5,
        this_is_recovery=flags.get("this_is_recovery", False),
        strict_gate=flags.get("strict_gate", False),
    )
    for week_number, following in WEEKS
    for flags in FLAGS
)


def with_answers(base: MuscleFacts) -> Iterator[MuscleFacts]:
    """Yield the situation with every combination of answers."""
    for performance, soreness, challenge, pump, pain in product(ANSWERS, repeat=5):
        for misses in MISSES if performance == 3 else (0,):
            yield replace(
                base,
                performance=performance,
                soreness=soreness,
                challenge=challenge,
                pump=pump,
                joint_pain=pain,
                consecutive_misses=misses,
            )


def every_input() -> Iterator[MuscleFacts]:
    """Yield every situation with every combination of answers."""
    for situation in SITUATIONS:
        yield from with_answers(situation)
