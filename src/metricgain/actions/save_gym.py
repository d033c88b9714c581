"""Save a gym: its name, and what it has."""

from typing import Final
from uuid import UUID

from metricgain.engine.inventory import InventoryError, inventory_loads
from metricgain.kit.errors import Invalid
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.gym_rows import Equipment
from metricgain.store.gyms import load_gyms, store_gym

MOST_GYMS: Final = 20


async def save_gym(
    change: Change, *, gym_id: UUID, name: str, equipment: Equipment
) -> None:
    """Make a gym, or replace what is known of it; what stays planned stays as it is.

    Of two devices the one that the server hears last wins. Raises Invalid.
    """
    try:
        inventory_loads(equipment)
    except InventoryError as error:
        raise Invalid(error.rule, field=f"equipment.{error.field}") from error
    others = [gym for gym in await load_gyms(change.tx) if gym.id != gym_id]
    if len(others) >= MOST_GYMS:
        raise Invalid(f"there may be at most {MOST_GYMS} gyms", field="id")
    await store_gym(
        change, gym_id=gym_id, name=one_line(name, field="name"), equipment=equipment
    )
