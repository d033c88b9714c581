"""Save a plan as a template of one's own."""

from collections.abc import Sequence
from uuid import UUID

from metricgain.engine.outline import Outline
from metricgain.kit.errors import NotAllowed
from metricgain.store.changes import Change
from metricgain.store.checked_plans import checked_plan, checked_tags
from metricgain.store.templates import OwnTemplate, find_template, store_template


async def save_template(
    change: Change, *, template_id: UUID, outline: Outline, tags: Sequence[str]
) -> None:
    """Add a template, or replace the one with this id.

    Blocks that were started from it stay as they are. Raises NotAllowed for a built-in
    one, Invalid for what breaks a volume rule, NotFound for an unknown exercise,
    Conflict for more than 200.
    """
    before = await find_template(change.tx, template_id)
    if before is not None and before.is_system:
        raise NotAllowed(
            "a built-in template stays as it is",
            field="id",
            remedy="Save your own under another id.",
        )
    checked = await checked_plan(change.tx, outline)
    await store_template(
        change, OwnTemplate(id=template_id, outline=checked, tags=checked_tags(tags))
    )
