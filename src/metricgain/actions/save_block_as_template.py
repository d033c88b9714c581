"""Save a block as a template of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.checked_plans import checked_plan, checked_tags
from metricgain.store.mesocycles import load_block
from metricgain.store.outlines import outline_of_block, outline_of_week
from metricgain.store.templates import OwnTemplate, find_template, store_template


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a template is found by; what is None is that of the block."""

    name: str | None
    description: str | None
    tags: Sequence[str]


async def save_block_as_template(
    change: Change,
    *,
    template_id: UUID,
    mesocycle_id: UUID,
    week: int | None,
    words: Words,
) -> None:
    """Keep the plan of a block, with the sets of its first week or of another one.

    Where a template has this id already, nothing changes: what was edited since is not
    lost. Raises NotFound, Invalid for a week that the block has not or its deload.
    """
    if await find_template(change.tx, template_id) is not None:
        return
    block = await load_block(change.tx, mesocycle_id)
    outline = outline_of_block(block) if week is None else outline_of_week(block, week)
    checked = await checked_plan(
        change.tx,
        replace(
            outline,
            name=outline.name if words.name is None else words.name,
            description=words.description or outline.description,
        ),
    )
    await store_template(
        change,
        OwnTemplate(id=template_id, outline=checked, tags=checked_tags(words.tags)),
    )
