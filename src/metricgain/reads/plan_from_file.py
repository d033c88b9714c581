"""A plan from a file, as it would be for one lifter."""

from datetime import date

from metricgain.catalogue.names import normalise
from metricgain.engine.outline import Outline
from metricgain.engine.planned_week import Finding
from metricgain.importers.plan_file import KnownExercises, PlanFile, outline_of_file
from metricgain.reads.plan_preview import block_preview
from metricgain.store.alternatives import load_all
from metricgain.store.database import Transaction


async def plan_of_file(
    tx: Transaction, plan: PlanFile, *, today: date
) -> tuple[Outline, tuple[Finding, ...]]:
    """Return the plan with the lifter's exercises, and what the rules find in it.

    A name of one's own comes before the same name of the catalogue. Raises Invalid
    for an exercise that nobody knows, and for what is no plan.
    """
    found, _ = await load_all(tx)
    ids: dict[str, int] = {}
    for one in found:
        ids.update((normalise(alias), one.id) for alias in one.aliases)
    for one in sorted(found, key=lambda each: not each.is_system):
        ids[normalise(one.name)] = one.id
    known = KnownExercises(names={one.id: one.name for one in found}, ids=ids)
    outline = outline_of_file(plan, known, start=today)
    return outline, (await block_preview(tx, outline)).findings
