"""The gyms of a lifter: load, save, forget, and choose for a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql
from metricgain.store.gym_rows import Equipment, equipment_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """A gym: `equipment` by kind, and the days of blocks that are trained there."""

    id: UUID
    name: str
    equipment: Equipment
    workout_ids: tuple[UUID, ...] = ()


async def load_gyms(tx: Transaction) -> tuple[Gym, ...]:
    """Return the user's gyms, the oldest first."""
    return tuple(
        Gym(
            id=row["id"],
            name=row["name"],
            equipment=equipment_of(row["equipment"] or ()),
            workout_ids=tuple(row["workout_ids"]),
        )
        for row in await tx.rows(sql("gyms_load"), tx.user_id)
    )


async def own_gym(tx: Transaction, gym_id: UUID) -> Gym:
    """Return one of the user's gyms. Raises Invalid for any other."""
    for gym in await load_gyms(tx):
        if gym.id == gym_id:
            return gym
    raise Invalid("must be one of your gyms", field="gymId")


async def store_gym(
    change: Change, *, gym_id: UUID, name: str, equipment: Equipment
) -> None:
    """Make a gym, or replace its name and what it has, which is checked already."""
    tx = change.tx
    await tx.run(sql("gym_save"), change.user_id, gym_id, name)
    await tx.run(sql("gym_equipment_clear"), change.user_id, gym_id)
    for kind, one in equipment.items():
        plates = one.get("plates")
        await tx.run(
            sql("gym_equipment_save"),
            change.user_id,
            gym_id,
            kind,
            one["kind"],
            one["unit"],
            one.get("bar"),
            None if plates is None else [plate["weight"] for plate in plates],
            None if plates is None else [plate["pairs"] for plate in plates],
            one.get("weights"),
            one.get("lowest"),
            one.get("step"),
            one.get("highest"),
        )
    await _tell(change)


async def forget_gym(change: Change, gym_id: UUID) -> None:
    """Delete a gym; where it was chosen, the usual equipment holds again."""
    await change.tx.run(sql("gym_leave"), change.user_id, gym_id)
    if await change.tx.run(sql("gym_delete"), change.user_id, gym_id):
        await _tell(change)


async def store_gym_day(
    change: Change, *, workout_id: UUID, gym_id: UUID | None
) -> bool:
    """Choose the gym of a day; return False if there is no such day."""
    if gym_id is None:
        await change.tx.run(sql("gym_day_delete"), change.user_id, workout_id)
        await _tell(change)
        return True
    saved = await change.tx.run(sql("gym_day_save"), change.user_id, workout_id, gym_id)
    await _tell(change)
    return saved > 0


async def gyms_of_days(
    tx: Transaction, workout_ids: Sequence[UUID]
) -> Mapping[UUID, UUID]:
    """Return the gyms of those of the days that have one of their own."""
    if not workout_ids:
        return {}
    rows = await tx.rows(sql("gym_days_load"), tx.user_id, workout_ids)
    return {row["workout_id"]: row["gym_id"] for row in rows}


async def store_gyms_of_days(change: Change, gyms: Mapping[UUID, UUID]) -> None:
    """Choose the gyms of new days, by workout."""
    if gyms:
        await change.tx.run_many(
            sql("gym_day_save"),
            [(change.user_id, workout, gym) for workout, gym in gyms.items()],
        )
        await _tell(change)


async def _tell(change: Change) -> None:
    await change.tx.run(sql("preferences_touch"), change.user_id, change.revision)
