"""What a plan needs to know of the person who trains."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from metricgain.engine.default_equipment import EquipmentKind
from metricgain.engine.equipment import AvailableLoads, Unit
from metricgain.engine.inventory import inventory_loads
from metricgain.engine.landmarks import Experience, Landmark, landmark_for
from metricgain.engine.loads import Method
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import NotFound
from metricgain.store.database import Row, Transaction, sql

_NOTHING: Final[Mapping[Muscle, Landmark]] = MappingProxyType({})
_USUAL_GYM: Final[Mapping[EquipmentKind, AvailableLoads]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifter:
    """One user as the engine sees them.

    `landmarks` holds only what the lifter has set, in direct sets per week;
    `equipment` only the kinds that the lifter has described. Both are filled up by
    the defaults. `week_start` counts from 0 for Monday. `has_nights` says that a
    wearable has told something.
    """

    user_id: int
    timezone: str = "UTC"
    unit: Unit = Unit.KG
    experience: Experience = Experience.INTERMEDIATE
    progression_type: Method = "double"
    rir_floor: int = 0
    allow_three_sets: bool = False
    strict_gate: bool = False
    use_readiness: bool = True
    has_nights: bool = False
    session_minutes: int | None = None
    body_weight_kg: float | None = None
    week_start: int = 0
    equipment: Mapping[EquipmentKind, AvailableLoads] = field(
        default_factory=lambda: _USUAL_GYM
    )
    landmarks: Mapping[Muscle, Landmark] = field(default_factory=lambda: _NOTHING)

    def landmark(self, muscle: Muscle) -> Landmark:
        """Return the landmarks of a muscle, in direct sets per week."""
        return landmark_for(
            muscle, experience=self.experience, override=self.landmarks.get(muscle)
        )


async def load_lifter(tx: Transaction) -> Lifter:
    """Return the user of this transaction, by one statement. Raises NotFound."""
    row = await tx.row(sql("lifter"), tx.user_id)
    if row is None:
        raise NotFound("this user does not exist", field="user")
    if row["weight_unit"] is None:
        return Lifter(user_id=tx.user_id, timezone=row["timezone"])
    weight = row["body_weight_kg"]
    return Lifter(
        user_id=tx.user_id,
        timezone=row["timezone"],
        unit=Unit(row["weight_unit"]),
        experience=Experience(row["experience"]),
        progression_type=row["progression_type"],
        rir_floor=row["rir_floor"],
        allow_three_sets=row["allow_three_sets"],
        strict_gate=row["strict_gate"],
        use_readiness=row["use_readiness"],
        has_nights=row["has_nights"],
        session_minutes=row["session_minutes"],
        body_weight_kg=None if weight is None else float(weight),
        week_start=row["week_start"],
        equipment=inventory_loads(row["equipment"] or {}),
        landmarks=_landmarks(row),
    )


def _landmarks(row: Row) -> Mapping[Muscle, Landmark]:
    return {
        Muscle(muscle): Landmark(
            maintenance=maintenance, mev=mev, target=target, mrv_at_2=mrv
        )
        for muscle, maintenance, mev, target, mrv in row["landmarks"] or ()
    }
