"""Begin a block that a program holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline, OutlineWorkout, made_after
from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.mesocycles import load_block
from metricgain.store.outlines import outline_of_block
from metricgain.store.starting import refuse_second_block, start_planned_block


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """What a planned block shall have otherwise; what is None stays as planned.

    `revision` is that of the block which the change was made for.
    """

    name: str | None = None
    weeks: int | None = None
    emphasis: Mapping[Muscle, Emphasis] | None = None
    workouts: tuple[OutlineWorkout, ...] | None = None
    revision: int | None = None

    def instead_of(self, planned: Outline) -> Outline:
        """Return a plan with what is otherwise."""
        return replace(
            planned,
            name=planned.name if self.name is None else self.name,
            weeks=planned.weeks if self.weeks is None else self.weeks,
            emphasis=planned.emphasis if self.emphasis is None else self.emphasis,
            workouts=planned.workouts
            if self.workouts is None
            else made_after(self.workouts, planned.workouts),
        )


AS_PLANNED = OtherPlan()


async def start_planned_mesocycle(
    change: Change,
    *,
    mesocycle_id: UUID,
    start_date: date,
    other: OtherPlan = AS_PLANNED,
) -> None:
    """Begin a planned block on a day, with loads from the history that there is now.

    Starting a block that runs changes nothing. Raises NotFound, Conflict while another
    block runs, for one that is over and for one that has changed since, Invalid.
    """
    block = await load_block(change.tx, mesocycle_id)
    if block.status == "active":
        return
    if block.status != "planned":
        raise Conflict("this block is over", field="mesocycleId")
    if other.revision not in (None, block.revision):
        raise Conflict(
            "the planned block has changed since this was proposed",
            field="revision",
            remedy="Look at the proposal again.",
        )
    ground = await refuse_second_block(change, mesocycle_id)
    outline = other.instead_of(outline_of_block(block))
    await start_planned_block(
        change,
        mesocycle_id,
        replace(outline, start_date=start_date),
        ground=ground,
    )
