"""What happens to a block when life interferes; docs/engine/disruptions.md."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from metricgain.engine.equipment import AvailableLoads, Load, Rounding, round_load
from metricgain.engine.facts import BLOCK_WEEKS
from metricgain.engine.muscles import Muscle
from metricgain.engine.rir import DELOAD_RIR, rir_by_week

LEAST_BETWEEN_SESSIONS: Final = timedelta(hours=24)
DAYS_OF_A_TRIGGER: Final = 14
ILLNESS_DAYS_TOLERATED: Final = 3
REPEAT_FROM_DAYS: Final = 7
RESTART_FROM_DAYS: Final = 14
NEW_BLOCK_FROM_DAYS: Final = 28
RESTART_LOAD_FACTOR: Final = 0.95
RESTART_EXTRA_RIR: Final = 1


class GapKind(StrEnum):
    """What a break asks for."""

    GO_ON = "go_on"
    REPEAT = "repeat"
    RESTART = "restart"
    NEW_BLOCK = "new_block"


class RefusedChange(ValueError):
    """The block cannot be changed like that; `field` and `rule` say why."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The block goes on as planned."""

    because: str
    rule_id: str = "D1"
    kind: GapKind = GapKind.GO_ON


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatWeek:
    """The same week is done again: same sets, same loads, same RIR."""

    because: str
    rule_id: str = "D2"
    kind: GapKind = GapKind.REPEAT


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartAccumulation:
    """The block goes on with the sets of its first week, lighter and easier."""

    because: str
    rule_id: str = "D3"
    kind: GapKind = GapKind.RESTART
    load_factor: float = RESTART_LOAD_FACTOR
    extra_rir: int = RESTART_EXTRA_RIR


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBlock:
    """The block is closed and a new one starts at the starting sets."""

    because: str
    rule_id: str = "D4"
    kind: GapKind = GapKind.NEW_BLOCK


AfterGap = GoOn | RepeatWeek | RestartAccumulation | NewBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class DeloadTrigger:
    """A reason to deload next week already."""

    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyDeload:
    """The block ends early: this week is the deload, the later ones are cancelled."""

    deload_week: int
    cancelled_weeks: tuple[int, ...]

    @property
    def completed_early(self) -> bool:
        """Whether any planned week falls away."""
        return bool(self.cancelled_weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResizedBlock:
    """The block with another number of weeks; only future weeks get a new RIR."""

    weeks: int
    deload_week: int
    rir_by_future_week: dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwappedExercise:
    """The exercise that takes over: sets carry, its load is found anew.

    `previous_e1rm_kg` is None so that the first exposure is not compared with
    the other exercise.
    """

    sets: int
    calibrate: bool = True
    previous_e1rm_kg: None = None


def far_enough(last: datetime, following: datetime) -> bool:
    """Tell whether two sessions keep their distance of at least 24 hours."""
    return following - last >= LEAST_BETWEEN_SESSIONS


def after_gap(days: int) -> AfterGap:
    """Return how a block goes on after days without training.

    `days` counts from the last session done to the next one. Raises
    RefusedChange when negative.
    """
    if days < 0:
        raise RefusedChange("days", "0 or more")
    if days < REPEAT_FROM_DAYS:
        return GoOn(because="You trained within the last week, so the plan goes on.")
    if days < RESTART_FROM_DAYS:
        return RepeatWeek(
            because=f"You did not train for {days} days, so this week is done again"
            " with the same sets and loads."
        )
    if days < NEW_BLOCK_FROM_DAYS:
        return RestartAccumulation(
            because=f"You did not train for {days} days, so you start again at the"
            " sets of week 1, 5 % lighter and with 1 more rep in reserve."
        )
    return NewBlock(
        because=f"You did not train for {days} days, so this block is closed and a"
        " new one begins at your starting sets, with loads that allow for the break."
    )


def restarted_sets(*, first_week: int, planned: int) -> int:
    """Return the sets to restart with: those of the first week, never more than now."""
    return min(first_week, planned)


def restarted_rir(rir: int) -> int:
    """Return the reps in reserve to restart with, at most those of a deload."""
    return max(rir, min(rir + RESTART_EXTRA_RIR, DELOAD_RIR))


def restarted_load(effective_kg: float, loads: AvailableLoads) -> Load:
    """Return the load to restart with: 95 % of one in kg, rounded down."""
    return round_load(effective_kg * RESTART_LOAD_FACTOR, loads, Rounding.DOWN)


def postponed_by(first: date, on: date) -> timedelta:
    """Return by how much everything ahead moves, so that `first` is not before `on`."""
    return max(on - first, timedelta())


def deload_trigger(
    trained: Collection[Muscle], recovered: Collection[Muscle], *, illness_days: int = 0
) -> DeloadTrigger | None:
    """Return why next week should be the deload, or None.

    `trained` and `recovered` are the muscles trained, and those that needed a
    recovery session, within the last 14 days. More than half of them, or more
    than 3 days of illness, call for it.
    """
    if illness_days > ILLNESS_DAYS_TOLERATED:
        return DeloadTrigger(
            because=f"You were ill for {illness_days} days, so next week is the"
            " deload.",
            rule_id="D5",
        )
    worn_out = len(set(recovered) & set(trained))
    if 2 * worn_out > len(set(trained)):
        return DeloadTrigger(
            because=f"{worn_out} of {len(set(trained))} muscles needed a recovery"
            f" session within {DAYS_OF_A_TRIGGER} days, so next week is the deload.",
            rule_id="D6",
        )
    return None


def deload_early(*, week_number: int, weeks: int) -> EarlyDeload:
    """Return the block cut short: the week after `week_number` is the deload.

    Raises RefusedChange outside the block and when the deload has begun.
    """
    _check_week(week_number, weeks)
    if week_number == weeks:
        raise RefusedChange("week_number", "the deload has begun already")
    return EarlyDeload(
        deload_week=week_number + 1,
        cancelled_weeks=tuple(range(week_number + 2, weeks + 1)),
    )


def resize_block(
    *, weeks: int, new_weeks: int, week_number: int, floor_one: bool = False
) -> ResizedBlock:
    """Return the block with `new_weeks` weeks (3 to 7), the last the deload.

    Weeks up to `week_number`, the current one, keep what they had. Raises
    RefusedChange when the length is not allowed, the deload has begun, or no
    week would be left for it.
    """
    _check_week(week_number, weeks)
    if new_weeks not in BLOCK_WEEKS:
        raise RefusedChange("new_weeks", "a block has 3 to 7 weeks")
    if week_number == weeks:
        raise RefusedChange("week_number", "the deload has begun already")
    if new_weeks <= week_number:
        raise RefusedChange("new_weeks", "the deload must lie after this week")
    rir = rir_by_week(new_weeks, floor_one=floor_one)
    future = range(week_number + 1, new_weeks + 1)
    return ResizedBlock(
        weeks=new_weeks,
        deload_week=new_weeks,
        rir_by_future_week={week: rir[week - 1] for week in future},
    )


def swap_exercise(*, planned_sets: int) -> SwappedExercise:
    """Return what a replacement exercise starts with; raises RefusedChange below 1."""
    if planned_sets < 1:
        raise RefusedChange("planned_sets", "1 or more")
    return SwappedExercise(sets=planned_sets)


def _check_week(week_number: int, weeks: int) -> None:
    if weeks not in BLOCK_WEEKS:
        raise RefusedChange("weeks", "a block has 3 to 7 weeks")
    if not 1 <= week_number <= weeks:
        raise RefusedChange("week_number", "from 1 to the number of weeks")
