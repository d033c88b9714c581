"""How often blocks were started from a template."""

from collections.abc import Sequence
from uuid import UUID

from metricgain.store.database import Transaction, sql


async def count_template_uses(
    system: Transaction, template_ids: Sequence[UUID]
) -> None:
    """Count each template once more; one that has been deleted is left out."""
    await system.run(sql("template_uses_count"), list(template_ids))
