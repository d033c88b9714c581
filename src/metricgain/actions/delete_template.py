"""Delete a template of one's own."""

from uuid import UUID

from metricgain.kit.errors import NotAllowed
from metricgain.store.changes import Change
from metricgain.store.templates import find_template, remove_template


async def delete_template(change: Change, *, template_id: UUID) -> None:
    """Delete a template; blocks that were started from it stay.

    Deleting it again changes nothing. Raises NotAllowed for a built-in one.
    """
    found = await find_template(change.tx, template_id)
    if found is not None and found.is_system:
        raise NotAllowed("a built-in template stays", field="templateId")
    await remove_template(change, template_id)
