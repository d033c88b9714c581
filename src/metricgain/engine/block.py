"""Plans a whole block: its weeks and dates, first-week loads, the sets to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from metricgain.engine.deload import DeloadStyle, is_left_out_of_deloads
from metricgain.engine.equipment import AvailableLoads, Load
from metricgain.engine.first_week import (
    DAYS_PER_WEEK,
    Calibrate,
    History,
    first_load,
    starting_reps,
)
from metricgain.engine.landmarks import (
    Emphasis,
    Experience,
    Landmark,
    landmark_for,
    weekly_goal,
)
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.plan_sessions import (
    CAREFUL_SETS_OF_EXERCISE,
    CAREFUL_SETS_OF_MUSCLE,
)
from metricgain.engine.ramp import slots_ramp
from metricgain.engine.rir import DELOAD_RIR, needs_floor_one, rir_by_week
from metricgain.engine.volume import direct_sets

CALIBRATE_RULE: Final = "first_week.calibrate"
LONG_BREAK_DAYS: Final = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an exercise: `load` for `reps` were lifted on `on`."""

    history: History
    load: str
    reps: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An exercise of a day: `sets` of the first week, reps, and what it can load."""

    exercise_id: int
    group: MuscleGroup
    contributions: Mapping[Muscle, float]
    loads: AvailableLoads
    traps_lifter: bool
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None = None
    known: Known | None = None

    @property
    def main_muscle(self) -> Muscle:
        """The muscle that the exercise is planned for: fully trained, in its group."""
        direct = [m for m in Muscle if self.contributions.get(m) == 1]
        return next((m for m in direct if GROUP_OF[m] is self.group), direct[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A workout that comes once in every week, in the order in which they come."""

    name: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """What a lifter brings to a block.

    `emphasis` and `landmarks` hold what differs from growing and from the defaults;
    `careful_start` is for novices and after four weeks off.
    """

    experience: Experience = Experience.INTERMEDIATE
    landmarks: Mapping[Muscle, Landmark] = field(default_factory=dict)
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    rir_floor: int = 0
    careful_start: bool = False
    deload_style: DeloadStyle = DeloadStyle.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One exercise of one session.

    `target_sets` is None until the session is prescribed; `load` None is found in a
    first set. `projected_sets` is what a lifter who grows as planned would do; 0 is
    left out of the deload.
    """

    exercise_id: int
    projected_sets: int
    rep_min: int
    rep_max: int
    rir: int
    superset: int | None
    target_sets: int | None = None
    reps: int | None = None
    load: Load | None = None
    because: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A day in one week; `day` counts the days of the plan from 0."""

    day: int
    scheduled_on: date
    exercises: tuple[Planned, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of a block, numbered from 1; `rir` is that of most of its exercises."""

    number: int
    start: date
    is_deload: bool
    rir: int
    sessions: tuple[Session, ...]

    @property
    def end(self) -> date:
        return self.start + timedelta(days=DAYS_PER_WEEK - 1)


def plan_block(
    days: Sequence[Day],
    *,
    start: date,
    weekdays: Sequence[int],
    weeks: int,
    aims: Aims,
) -> tuple[Week, ...]:
    """Return every week of a block, the last the deload; the first is prescribed.

    `weekdays` are as many as the days, counted from 0 for Monday. The days keep
    their order: the first one comes on the first of the weekdays from `start` on.
    Raises BlockLengthError outside 3 to 7 weeks.
    """
    offsets = day_offsets(start, weekdays)
    first = careful_days(days) if aims.careful_start else tuple(days)
    projected = project_sets(first, weeks=weeks, aims=aims)
    block_rir = rir_by_week(weeks)
    planned = []
    for week in range(1, weeks + 1):
        begins = start + timedelta(days=DAYS_PER_WEEK * (week - 1))
        sessions = tuple(
            Session(
                day=index,
                scheduled_on=begins + timedelta(days=offsets[index]),
                exercises=tuple(
                    _planned(slot, week=week, weeks=weeks, aims=aims, sets=sets)
                    for slot, sets in zip(
                        first[index].slots, projected[week - 1][index], strict=True
                    )
                ),
            )
            for index in range(len(first))
        )
        planned.append(
            Week(
                number=week,
                start=begins,
                is_deload=week == weeks,
                rir=max(block_rir[week - 1], aims.rir_floor),
                sessions=sessions,
            )
        )
    return tuple(planned)


def day_offsets(start: date, weekdays: Sequence[int]) -> tuple[int, ...]:
    """Return how many days after the start of a week its workouts come, ascending."""
    return tuple(sorted((day - start.weekday()) % DAYS_PER_WEEK for day in weekdays))


def project_sets(
    days: Sequence[Day], *, weeks: int, aims: Aims
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return the sets of every slot, by week and day, that the block would rise to.

    Each exercise rises with the muscle it is planned for. Raises BlockLengthError.
    """
    everything = [(slot.contributions, slot.sets) for d in days for slot in d.slots]
    sets = [[[0] * len(day.slots) for day in days] for _ in range(weeks)]
    for muscle in Muscle:
        places = [
            (d, s)
            for d, day in enumerate(days)
            for s, slot in enumerate(day.slots)
            if slot.main_muscle is muscle
        ]
        own = [days[d].slots[s].sets for d, s in places]
        others = direct_sets(muscle, everything) - sum(own)
        goal = _goal(muscle, sessions=len({d for d, _ in places}), aims=aims) - others
        ramp = slots_ramp(own, goal=goal, weeks=weeks)
        if aims.deload_style is DeloadStyle.LOAD:
            ramp = (*ramp[:-1], ramp[-2])
        for week, row in enumerate(ramp):
            for (d, s), planned in zip(places, row, strict=True):
                left_out = week == weeks - 1 and is_left_out_of_deloads(
                    days[d].slots[s].contributions
                )
                sets[week][d][s] = 0 if left_out else planned
    return tuple(tuple(tuple(day) for day in week) for week in sets)


def slot_rir(slot: Slot, *, week: int, weeks: int, aims: Aims) -> int:
    """Return the target RIR of an exercise in a week, with every floor that holds."""
    floor_one = needs_floor_one(
        experience=aims.experience, traps_lifter=slot.traps_lifter
    )
    by_week = rir_by_week(weeks, floor_one=floor_one, careful_start=aims.careful_start)
    return max(by_week[week - 1], aims.rir_floor)


def prescribe_first(slot: Slot, *, rir: int, sets: int) -> Planned:
    """Return the first session of an exercise in a block, loads from its history."""
    reps = starting_reps(slot.rep_min, slot.rep_max)
    history = slot.known.history if slot.known else None
    answer = first_load(
        history, reps=reps, rep_max=slot.rep_max, target_rir=rir, loads=slot.loads
    )
    planned = Planned(
        exercise_id=slot.exercise_id,
        projected_sets=sets,
        target_sets=sets,
        reps=reps,
        rep_min=slot.rep_min,
        rep_max=slot.rep_max,
        rir=rir,
        superset=slot.superset,
        because=answer.because,
        rule_id=CALIBRATE_RULE,
    )
    if isinstance(answer, Calibrate) or slot.known is None:
        return planned
    return replace(
        planned,
        load=answer.load,
        reps=answer.reps,
        because=f"From {said(slot.known)}. {answer.because}",
        rule_id=answer.rule.value,
    )


def said(known: Known) -> str:
    """Return the set that is remembered, like 100 kg x 8 on 3 June 2026."""
    return f"{known.load} x {known.reps} on {known.on.day} {known.on:%B %Y}"


def careful_days(days: Sequence[Day]) -> tuple[Day, ...]:
    """Return the days with few sets: 3 of an exercise, 6 of a muscle in a workout.

    What is too much goes from the exercise with most sets, the later on a tie; each
    keeps one.
    """
    return tuple(replace(day, slots=_careful(day.slots)) for day in days)


def _careful(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    careful = [
        replace(slot, sets=min(slot.sets, CAREFUL_SETS_OF_EXERCISE)) for slot in slots
    ]
    for muscle in Muscle:
        mine = [i for i, s in enumerate(careful) if s.contributions.get(muscle) == 1]
        while sum(careful[i].sets for i in mine) > CAREFUL_SETS_OF_MUSCLE:
            most = max(mine, key=lambda i: (careful[i].sets, i))
            if careful[most].sets == 1:
                break
            careful[most] = replace(careful[most], sets=careful[most].sets - 1)
    return tuple(careful)


def _planned(slot: Slot, *, week: int, weeks: int, aims: Aims, sets: int) -> Planned:
    rir = slot_rir(slot, week=week, weeks=weeks, aims=aims)
    if week == 1:
        return prescribe_first(slot, rir=rir, sets=sets)
    return Planned(
        exercise_id=slot.exercise_id,
        projected_sets=sets,
        rep_min=slot.rep_min,
        rep_max=slot.rep_max,
        rir=max(rir, DELOAD_RIR) if week == weeks else rir,
        superset=slot.superset,
    )


def _goal(muscle: Muscle, *, sessions: int, aims: Aims) -> int:
    landmark = landmark_for(
        muscle, experience=aims.experience, override=aims.landmarks.get(muscle)
    )
    return weekly_goal(
        landmark,
        muscle=muscle,
        emphasis=aims.emphasis.get(muscle, Emphasis.GROW),
        sessions_per_week=max(1, sessions),
    )
