"""What a plan could not meet of a lifter's wishes, and which wish to change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from metricgain.engine import wording
from metricgain.engine.generator.cost import Given, given_by, wants_two
from metricgain.engine.generator.needs import Need
from metricgain.engine.generator.options import Option, Pool, refusal
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.task import Placed, Task
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.ramp import MOST_SETS_TO_ADD_TO

NO_ROOM: Final = "More minutes, more days or fewer emphasised muscles make room."


class UnmetCode(StrEnum):
    """Which wish was not met, as docs/engine/generator.md lists them."""

    SETS = "unmet.sets"
    ONCE = "unmet.once"
    NO_EXERCISE = "unmet.no_exercise"
    GOAL = "unmet.goal"
    FAVOURITE = "unmet.favourite"
    DAYS = "unmet.days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """One wish that a plan does not meet: `place` is a muscle, an exercise or "week".

    `because` says what is missing, `remedy` which wish to change.
    """

    code: UnmetCode
    place: str
    because: str
    remedy: str


_NO_EXERCISE: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "equipment": (
            "Your equipment has no exercise that trains your {} directly.",
            "Add equipment.",
        ),
        "injuries": (
            "Every exercise that trains your {} directly loads a joint that hurts.",
            "Take the joint off the list when it is well again.",
        ),
        "banned": (
            "You have ruled out every exercise that trains your {} directly.",
            "Allow one of them again.",
        ),
        "experience": (
            "What trains your {} directly here takes more practice than you have.",
            "Add equipment, or make such an exercise a favourite.",
        ),
        "health": (
            "No light exercise here trains your {} directly.",
            "Add equipment.",
        ),
        "kind": (
            "No exercise that can be planned trains your {} directly.",
            "Add an exercise of your own.",
        ),
    }
)
_FAVOURITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "equipment": "This favourite needs equipment that you do not have.",
        "injuries": "This favourite loads a joint that hurts.",
        "health": "This favourite is too heavy for light training.",
        "kind": "This favourite is not of a kind that is planned.",
    }
)


def unmet(
    task: Task,
    placed: Placed,
    *,
    pool: Pool,
    profile: Profile,
    options: Iterable[Option],
) -> tuple[Unmet, ...]:
    """Return every wish that a week does not meet, the weightiest first.

    `options` are all exercises, to name the favourites that cannot be planned.
    """
    given = given_by(task, placed)
    emphasized = sorted(
        Muscle, key=lambda m: task.needs[m].emphasis is not Emphasis.EMPHASIZE
    )
    return (
        *_of_days(task, placed),
        *(
            found
            for muscle in emphasized
            for found in _of_muscle(task.needs[muscle], given[muscle], pool)
        ),
        *_of_goals(task, placed),
        *_of_favourites(task, placed, profile, options),
    )


def _of_days(task: Task, placed: Placed) -> Iterator[Unmet]:
    used = {day for (_, day), sets in placed.items() if sets}
    if len(used) < len(task.weekdays):
        yield Unmet(
            code=UnmetCode.DAYS,
            place="week",
            because=f"There is enough to do for {len(used)} of your"
            f" {len(task.weekdays)} days.",
            remedy="Choose fewer days, or allow more exercises.",
        )


def _of_muscle(need: Need, given: Given, pool: Pool) -> Iterator[Unmet]:
    muscle, name = need.muscle, wording.name_of(need.muscle)
    if not need.start or (need.emphasis is Emphasis.MAINTAIN and _is_kept(need, given)):
        return
    if muscle in pool.without:
        text, remedy = _NO_EXERCISE[pool.without[muscle]]
        yield Unmet(
            code=UnmetCode.NO_EXERCISE,
            place=muscle,
            because=text.format(name),
            remedy=remedy,
        )
    elif given.direct < need.start:
        yield Unmet(
            code=UnmetCode.SETS,
            place=muscle,
            because=f"There was room for {given.direct} of the {need.start} sets a week"
            f" that your {name} should start with.",
            remedy=NO_ROOM,
        )
    elif wants_two(need) and given.sessions == 1:
        yield Unmet(
            code=UnmetCode.ONCE,
            place=muscle,
            because=f"One workout a week trains your {name}, where two are better.",
            remedy=NO_ROOM,
        )


def _of_goals(task: Task, placed: Placed) -> Iterator[Unmet]:
    for muscle, need in task.needs.items():
        most = MOST_SETS_TO_ADD_TO * sum(
            1 for (index, _) in placed if task.options[index].main_muscle is muscle
        )
        if need.emphasis is Emphasis.EMPHASIZE and 0 < most < need.goal:
            yield Unmet(
                code=UnmetCode.GOAL,
                place=muscle,
                because=f"Your {wording.name_of(muscle)} can rise to {most} of the"
                f" {need.goal} sets a week that an emphasis aims at.",
                remedy=NO_ROOM,
            )


def _of_favourites(
    task: Task, placed: Placed, profile: Profile, options: Iterable[Option]
) -> Iterator[Unmet]:
    used = {task.options[index].exercise_id for index, _ in placed}
    for option in options:
        wished = option.exercise_id in profile.favourites
        if wished and option.exercise_id not in used:
            wish = refusal(option, profile)
            text = "This favourite found no place in the week."
            yield Unmet(
                code=UnmetCode.FAVOURITE,
                place=option.name,
                because=_FAVOURITE.get(wish or "", text),
                remedy=NO_ROOM if wish is None else "Take it off your favourites.",
            )


def _is_kept(need: Need, given: Given) -> bool:
    return given.halves >= 2 * need.maintenance
