"""Start a block from a template."""

from uuid import UUID

from metricgain.engine.outline import Choices
from metricgain.store.changes import Change
from metricgain.store.outlines import FromTemplate, outline_from
from metricgain.store.starting import ground_for, start_block


async def start_mesocycle_from_template(
    change: Change, *, mesocycle_id: UUID, template_id: UUID, choices: Choices
) -> None:
    """Start a block from a template, with what the lifter wants otherwise.

    Starting it again changes nothing. Raises Conflict while another block runs,
    Invalid for choices that do not fit or break a volume rule, NotFound.
    """
    ground = await ground_for(change, mesocycle_id)
    if ground is None:
        return
    source = FromTemplate(template_id=template_id, choices=choices)
    outline = await outline_from(change.tx, source)
    await start_block(change, mesocycle_id, outline, ground=ground)
    change.used_templates.append(template_id)
