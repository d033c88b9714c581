"""Programs of many blocks, written all or nothing.

However long a program is, there is one statement for each kind of row, and every id is
drawn before the first of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from metricgain.engine.block import Aims, plan_block
from metricgain.engine.block import Week as PlannedWeek
from metricgain.engine.free_days import clear_of_free_days
from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.program import MesocyclePlan, ProgramPlan
from metricgain.engine.outline import Outline
from metricgain.kit.ids import uuid7
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.database import sql
from metricgain.store.lifter import load_lifter
from metricgain.store.mesocycles import (
    Session,
    Week,
    save_emphasis_of,
    save_sessions_of,
    save_slots,
    save_weeks_of,
)
from metricgain.store.planning import (
    Gym,
    aims_of,
    findings_of,
    last_trained_on,
    load_planned_lifts,
    prescription_of,
    refuse_errors,
    refuse_retired,
)
from metricgain.store.starting import save_workouts, slots_of, workout_values


@dataclass(frozen=True, slots=True, kw_only=True)
class MesocycleDetailed:
    """A plan that is broken down: what every week of it has."""

    plan: MesocyclePlan
    outline: Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedProgram:
    """A program with every block broken down; as many blocks as the plan has.

    `profile` is what it was made for: its free days stay free.
    """

    id: UUID
    name: str
    goal: str
    plan: ProgramPlan
    profile: Profile
    mesocycles: tuple[MesocycleDetailed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseIds:
    """The ids of everything in a block: weeks by number, workouts in order."""

    mesocycle_id: UUID
    microcycle_ids: Mapping[int, UUID]
    workout_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMesocycle:
    """A block that is ready to be written: its weeks planned, its ids drawn."""

    detailed: MesocycleDetailed
    ids: DatabaseIds
    weeks: tuple[PlannedWeek, ...]
    macrocycle_id: UUID


def generate_database_ids(outline: Outline, draw: Callable[[], UUID]) -> DatabaseIds:
    """Return ids for a block, its weeks and its workouts, before any is written."""
    return DatabaseIds(
        mesocycle_id=draw(),
        microcycle_ids={number: draw() for number in range(1, outline.weeks + 1)},
        workout_ids=tuple(draw() for _ in outline.workouts),
    )


async def store_program(change: Change, program: DetailedProgram) -> None:
    """Write a program whole, by one statement for each kind of row.

    Raises Invalid for what breaks a volume rule, NotFound for an unknown exercise.
    """
    gym = await _gym(change, program)
    aims = partial(
        aims_of,
        gym.lifter,
        on=program.plan.start,
        last_trained=await last_trained_on(change.tx),
    )
    macrocycle_ids = [uuid7(change.now) for _ in program.plan.macrocycles]
    owners = [
        macrocycle_id
        for macrocycle_id, macro in zip(
            macrocycle_ids, program.plan.macrocycles, strict=True
        )
        for _ in macro.mesocycles
    ]
    blocks = [
        PlannedMesocycle(
            detailed=detailed,
            ids=generate_database_ids(detailed.outline, lambda: uuid7(change.now)),
            weeks=clear_of_free_days(
                _planned(detailed.outline, gym, aims(detailed.outline.emphasis)),
                program.profile,
            ),
            macrocycle_id=owner,
        )
        for detailed, owner in zip(program.mesocycles, owners, strict=True)
    ]
    await _save_head(change, program, macrocycle_ids)
    await create_mesocycle_with_details(change, *blocks, gym=gym)


async def create_mesocycle_with_details(
    change: Change, *blocks: PlannedMesocycle, gym: Gym
) -> None:
    """Write one block, or several at once, with weeks, workouts and prescriptions.

    None of them has begun. Their macrocycle is there already.
    """
    await _save_mesocycles(change, blocks)
    await save_emphasis_of(
        change,
        [(each.ids.mesocycle_id, each.detailed.outline.emphasis) for each in blocks],
    )
    await save_weeks_of(
        change,
        [(each.ids.mesocycle_id, week) for each in blocks for week in _weeks(each)],
    )
    await save_workouts(
        change,
        [
            values
            for each in blocks
            for values in workout_values(
                change,
                each.ids.mesocycle_id,
                each.detailed.outline,
                each.ids.workout_ids,
                each.weeks[0],
            )
        ],
    )
    await save_slots(
        change,
        [
            (workout_id, slots_of(change, each.detailed.outline, day))
            for each in blocks
            for day, workout_id in enumerate(each.ids.workout_ids)
        ],
        unit=str(gym.lifter.unit),
    )
    await save_sessions_of(
        change,
        [
            (each.ids.mesocycle_id, session)
            for each in blocks
            for session in _sessions(change, each, gym)
        ],
    )


async def _gym(change: Change, program: DetailedProgram) -> Gym:
    lifter = await load_lifter(change.tx)
    outlines = [detailed.outline for detailed in program.mesocycles]
    wanted = {e.exercise_id for o in outlines for w in o.workouts for e in w.exercises}
    lifts = await load_planned_lifts(change.tx, wanted, lifter)
    refuse_retired(wanted, lifts)
    for outline in outlines:
        refuse_errors(findings_of(outline.workouts, lifts, lifter))
    # Loads follow from the history on the day on which a block begins.
    return Gym(lifter=lifter, lifts=lifts, known={})


def _planned(outline: Outline, gym: Gym, aims: Aims) -> tuple[PlannedWeek, ...]:
    return plan_block(
        gym.days(outline.workouts),
        start=outline.start_date,
        weekdays=[workout.weekday for workout in outline.workouts],
        weeks=outline.weeks,
        aims=aims,
    )


async def _save_head(
    change: Change, program: DetailedProgram, macrocycle_ids: Sequence[UUID]
) -> None:
    await change.tx.run(
        sql("program_save"),
        change.user_id,
        program.id,
        one_line(program.name, field="name"),
        None,
        program.goal,
        program.plan.start,
        program.plan.last_day,
        change.made_at,
        change.revision,
    )
    await change.tx.run_many(
        sql("program_macrocycles_save"),
        [
            (
                change.user_id,
                macrocycle_id,
                program.id,
                f"Macrocycle {macro.number}",
                macro.number,
                macro.mesocycles[0].start,
                macro.mesocycles[-1].last_day,
                change.made_at,
                change.revision,
            )
            for macrocycle_id, macro in zip(
                macrocycle_ids, program.plan.macrocycles, strict=True
            )
        ],
    )


async def _save_mesocycles(change: Change, blocks: Sequence[PlannedMesocycle]) -> None:
    await change.tx.run_many(
        sql("program_mesocycles_save"),
        [
            (
                change.user_id,
                each.ids.mesocycle_id,
                each.macrocycle_id,
                each.detailed.plan.number,
                one_line(each.detailed.outline.name, field="name"),
                each.detailed.outline.weeks,
                each.weeks[0].start,
                each.weeks[-1].end,
                len(each.detailed.outline.workouts),
                checked_note(each.detailed.outline.description, field="description"),
                change.made_at,
                change.revision,
            )
            for each in blocks
        ],
    )


def _weeks(block: PlannedMesocycle) -> list[Week]:
    return [
        Week(
            id=block.ids.microcycle_ids[week.number],
            number=week.number,
            start=week.start,
            end=week.end,
            is_deload=week.is_deload,
            rir=week.rir,
        )
        for week in block.weeks
    ]


def _sessions(change: Change, block: PlannedMesocycle, gym: Gym) -> list[Session]:
    return [
        Session(
            id=uuid7(change.now),
            workout_id=block.ids.workout_ids[session.day],
            microcycle_id=block.ids.microcycle_ids[week.number],
            week_number=week.number,
            position=session.day + 1,
            scheduled_on=session.scheduled_on,
            is_deload=week.is_deload,
            exercises=tuple(
                prescription_of(
                    replace(one, target_sets=None), gym.lifts[one.exercise_id]
                )
                for one in session.exercises
            ),
        )
        for week in block.weeks
        for session in week.sessions
    ]
