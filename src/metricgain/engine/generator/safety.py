"""Who should not be given a plan by a program, and what to do first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LIGHTEST_RIR: Final = 3


class SafetyCode(StrEnum):
    """Which rule of docs/engine/generator.md speaks."""

    CLEARANCE = "safety.clearance"
    LIGHT_ONLY = "safety.light_only"
    LIGHT = "safety.light"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a lifter answers about their health before a plan is made.

    `heart_or_illness` stands for chest pain, fainting or dizziness, or a known
    disease of heart, metabolism or kidneys; `is_cleared` for a clinician's word that
    hard training is fine.
    """

    heart_or_illness: bool = False
    is_cleared: bool = False
    is_under_18: bool = False
    is_pregnant: bool = False
    had_surgery: bool = False

    @property
    def needs_light(self) -> bool:
        """Whether only light work may be planned."""
        return self.is_under_18 or self.is_pregnant or self.had_surgery


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNote:
    """What the screen found; one that `blocks` stands in the way of every plan."""

    code: SafetyCode
    blocks: bool
    because: str


def screen(health: Health, *, rir_floor: int) -> tuple[SafetyNote, ...]:
    """Return what has to be known or done before a plan is made.

    `rir_floor` is the fewest reps in reserve that the lifter ever trains to. It is
    no diagnosis: it asks for people who can make one.
    """
    found = []
    if health.heart_or_illness and not health.is_cleared:
        found.append(
            SafetyNote(
                code=SafetyCode.CLEARANCE,
                blocks=True,
                because="Ask a doctor before you train hard, and confirm here that"
                " you are cleared: then the plan is made.",
            )
        )
    if health.needs_light and rir_floor < LIGHTEST_RIR:
        found.append(
            SafetyNote(
                code=SafetyCode.LIGHT_ONLY,
                blocks=True,
                because="Only light work is planned for you: set the fewest reps in"
                " reserve to 3 in the settings first, and ask a professional.",
            )
        )
    elif health.needs_light:
        found.append(
            SafetyNote(
                code=SafetyCode.LIGHT,
                blocks=False,
                because="This plan is light: no set to failure, no heavy barbell that"
                " could trap you. Ask a professional before you do more.",
            )
        )
    return tuple(found)
