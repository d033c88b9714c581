"""Change what a block is called and what it emphasises."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.editing import clear_emphasis, load_replan, save_name
from metricgain.store.mesocycles import (
    StoredBlock,
    load_block,
    rewrite_sessions,
    save_emphasis,
)
from metricgain.store.replanning import replanned


@dataclass(frozen=True, slots=True, kw_only=True)
class MesocycleEdit:
    """What to change of a block; what is unset stays. `emphasis` is the whole of it."""

    name: str | UnsetType = UNSET
    description: str | UnsetType | None = UNSET
    emphasis: Mapping[Muscle, Emphasis] | UnsetType = UNSET


async def edit_mesocycle(
    change: Change, *, mesocycle_id: UUID, edit: MesocycleEdit
) -> None:
    """Change a block's name, description and emphasis.

    A new emphasis changes what the weeks ahead would rise to, not what is prescribed.
    An edit older than the last one changes nothing. Raises NotFound, Invalid.
    """
    block = await load_block(change.tx, mesocycle_id)
    name = block.name if edit.name is UNSET else one_line(edit.name, field="name")
    description = block.description
    if edit.description is not UNSET:
        description = checked_note(edit.description, field="description")
    if change.is_before(block.updated_at):
        return
    await save_name(change, mesocycle_id, name=name, description=description)
    if edit.emphasis is not UNSET and edit.emphasis != block.emphasis:
        await _emphasize(change, replace(block, emphasis=edit.emphasis))


async def _emphasize(change: Change, block: StoredBlock) -> None:
    await clear_emphasis(change, block.id)
    await save_emphasis(change, block.id, block.emphasis)
    if block.status == "active":
        plan = await load_replan(change, block, on=change.made_at.date())
        await rewrite_sessions(change, block.id, replanned(plan))
