"""Plans and files: a plan from one, as it would be for a lifter, and one of a block."""

from datetime import date
from uuid import UUID

from metricgain.catalogue.names import normalise
from metricgain.engine.outline import Outline
from metricgain.engine.planned_week import Finding
from metricgain.importers.plan_file import (
    KnownExercises,
    PlanFile,
    file_of_outline,
    outline_of_file,
)
from metricgain.reads.plan_preview import block_preview
from metricgain.store.alternatives import load_all
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.mesocycles import load_block
from metricgain.store.outlines import outline_of_block
from metricgain.store.planning import load_planned_lifts


async def plan_of_file(
    tx: Transaction, plan: PlanFile, *, today: date
) -> tuple[Outline, tuple[Finding, ...]]:
    """Return the plan with the lifter's exercises, and what the rules find in it.

    A name of one's own comes before the same name of the catalogue. Raises Invalid
    for an exercise that nobody knows, and for what is no plan.
    """
    outline = outline_of_file(plan, await known_to(tx), start=today)
    return outline, (await block_preview(tx, outline)).findings


async def known_to(tx: Transaction) -> KnownExercises:
    """Return the exercises that a file may name to the user, by two statements."""
    found, _ = await load_all(tx)
    ids: dict[str, int] = {}
    for one in found:
        ids.update((normalise(alias), one.id) for alias in one.aliases)
    for one in sorted(found, key=lambda each: not each.is_system):
        ids[normalise(one.name)] = one.id
    return KnownExercises(names={one.id: one.name for one in found}, ids=ids)


async def file_of_block(tx: Transaction, mesocycle_id: UUID) -> PlanFile:
    """Return the plan of a block as a file has it: no loads, dates or ids of ours.

    By three statements. Raises NotFound.
    """
    outline = outline_of_block(await load_block(tx, mesocycle_id))
    wanted = [one.exercise_id for w in outline.workouts for one in w.exercises]
    lifts = await load_planned_lifts(tx, wanted, await load_lifter(tx))
    return file_of_outline(
        outline, {exercise_id: lift.name for exercise_id, lift in lifts.items()}
    )
