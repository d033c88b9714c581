"""What a plan needs to know of the person who trains."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias
from uuid import UUID

from metricgain.engine.default_equipment import EquipmentKind
from metricgain.engine.deload import DeloadStyle
from metricgain.engine.equipment import AvailableLoads, Unit
from metricgain.engine.inventory import inventory_loads
from metricgain.engine.landmarks import Experience, Landmark, landmark_for
from metricgain.engine.loads import Method
from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import Effort
from metricgain.kit.errors import NotFound
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.gym_rows import equipment_of

Inventory: TypeAlias = Mapping[EquipmentKind, AvailableLoads]

_NOTHING: Final[Mapping[Muscle, Landmark]] = MappingProxyType({})
_USUAL_GYM: Final[Inventory] = MappingProxyType({})
_NOWHERE: Final[Mapping[UUID, Inventory]] = MappingProxyType({})
_USUAL_RESTS: Final[Mapping[Effort, int]] = MappingProxyType({})
_RESTS: Final[Mapping[Effort, str]] = MappingProxyType(
    {
        Effort.HEAVY_COMPOUND: "rest_heavy_seconds",
        Effort.COMPOUND: "rest_compound_seconds",
        Effort.ISOLATION: "rest_isolation_seconds",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifter:
    """One user as the engine sees them.

    `landmarks` holds only what the lifter has set, in direct sets per week;
    `equipment` only the kinds that the lifter has described in the chosen gym, and
    `elsewhere` those of the days that have a gym of their own, by workout. All are
    filled up by the defaults. `warm_up_percentages` None is the usual warm-up, `rests`
    are seconds between sets where the lifter chose. `week_start` counts from 0 for
    Monday. `has_nights` says that a wearable has told something.
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
    equipment: Inventory = field(default_factory=lambda: _USUAL_GYM)
    elsewhere: Mapping[UUID, Inventory] = field(default_factory=lambda: _NOWHERE)
    landmarks: Mapping[Muscle, Landmark] = field(default_factory=lambda: _NOTHING)
    warm_up_percentages: tuple[int, ...] | None = None
    rests: Mapping[Effort, int] = field(default_factory=lambda: _USUAL_RESTS)
    deload_style: DeloadStyle = DeloadStyle.BOTH

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
    gyms = _gyms(row)
    percentages = row["warm_up_percentages"]
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
        equipment=gyms.get(row["gym_id"], _USUAL_GYM),
        elsewhere={
            UUID(workout): gyms.get(gym, _USUAL_GYM)
            for workout, gym in (row["days"] or {}).items()
        },
        landmarks=_landmarks(row),
        warm_up_percentages=None if percentages is None else tuple(percentages),
        rests={
            effort: row[name]
            for effort, name in _RESTS.items()
            if row[name] is not None
        },
        deload_style=DeloadStyle(row["deload_style"]),
    )


def _gyms(row: Row) -> Mapping[str, Inventory]:
    by_gym: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for one in row["equipment"] or ():
        by_gym[one["gym_id"]].append(one)
    return {gym: inventory_loads(equipment_of(all_)) for gym, all_ in by_gym.items()}


def _landmarks(row: Row) -> Mapping[Muscle, Landmark]:
    return {
        Muscle(muscle): Landmark(
            maintenance=maintenance, mev=mev, target=target, mrv_at_2=mrv
        )
        for muscle, maintenance, mev, target, mrv in row["landmarks"] or ()
    }
