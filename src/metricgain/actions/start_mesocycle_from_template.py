"""Start a block from a template."""

from uuid import UUID

from metricgain.engine.outline import Choices
from metricgain.store.changes import Change
from metricgain.store.outlines import chosen_outline
from metricgain.store.starting import ground_for, start_block
from metricgain.store.templates import load_template


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
    template = await load_template(change.tx, template_id)
    outline = chosen_outline(template.outline(), choices)
    await start_block(change, mesocycle_id, outline, ground=ground)
    change.used_templates.append(template_id)
