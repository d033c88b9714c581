"""Exercises as the engine sees them: what they train, and what can be loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.effective_load import LoadSemantics
from metricgain.engine.equipment import AvailableLoads
from metricgain.engine.loads import LiftProfile
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.session_time import Effort
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.lifter import Lifter

ASSUMED_BODY_WEIGHT_KG: Final = 75.0
"""Of a lifter who has not said: used everywhere alike, progress stays comparable."""

KIND_OF: Final[Mapping[str, EquipmentKind]] = MappingProxyType(
    {
        "barbell": EquipmentKind.BARBELL,
        "trap_bar": EquipmentKind.BARBELL,
        "ez_bar": EquipmentKind.EZ_BAR,
        "smith": EquipmentKind.SMITH,
        "dumbbell": EquipmentKind.DUMBBELL,
        "kettlebell": EquipmentKind.KETTLEBELL,
        "plate_machine": EquipmentKind.PLATE_MACHINE,
        "stack": EquipmentKind.STACK,
        "cable": EquipmentKind.CABLE,
        "bodyweight": EquipmentKind.BODYWEIGHT,
        # What a band or an odd object weighs is the lifter's guess: any small step.
        "band": EquipmentKind.BODYWEIGHT,
        "other": EquipmentKind.BODYWEIGHT,
    }
)
"""The loads that each equipment of the catalogue is prescribed from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One exercise for one lifter.

    `contributions` are the sets that a set counts for a muscle, 1 or 0.5; `loads`
    what the lifter's equipment offers; `semantics` what an entered weight means;
    `rests` the seconds between sets where the lifter chose them.
    """

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    contributions: Mapping[Muscle, float]
    profile: LiftProfile
    loads: AvailableLoads
    semantics: LoadSemantics
    load_kind: str
    body_weight_factor: float
    per_side: bool
    unilateral: bool
    is_compound: bool
    traps_lifter: bool
    equipment: str
    movement_pattern: str
    skill_level: int
    joints: frozenset[str]
    is_retired: bool
    rests: Mapping[Effort, int] = field(default_factory=dict)

    @property
    def rep_min(self) -> int:
        return self.profile.rep_min

    @property
    def rep_max(self) -> int:
        return self.profile.rep_max

    @property
    def direct_muscles(self) -> frozenset[Muscle]:
        """The muscles that a set of this exercise counts fully for."""
        return frozenset(m for m, share in self.contributions.items() if share == 1)

    def profile_in(self, rep_min: int, rep_max: int) -> LiftProfile:
        """Return the profile within the rep range of one slot."""
        return replace(self.profile, rep_min=rep_min, rep_max=rep_max)


async def load_lifts(
    tx: Transaction, exercise_ids: Iterable[int], lifter: Lifter
) -> Mapping[int, Lift]:
    """Return the exercises of these ids that the user may use, by one statement.

    What does not exist, or belongs to somebody else, is left out.
    """
    rows = await tx.rows(sql("lifts"), tx.user_id, sorted(set(exercise_ids)))
    return {row["id"]: _lift(row, lifter) for row in rows}


def loads_of(
    lifter: Lifter, *, equipment: str, load_kind: str, body_weight_factor: float
) -> AvailableLoads:
    """Return what a lifter's equipment offers for an exercise, in its own unit.

    Exercises without added load offer exactly 0; those with added or assisting load
    offer 0 besides what the equipment has.
    """
    kind = KIND_OF[equipment]
    if load_kind == "external":
        return lifter.equipment.get(kind) or default_loads(kind, lifter.unit)
    own_kg = (lifter.body_weight_kg or ASSUMED_BODY_WEIGHT_KG) * body_weight_factor
    if load_kind == "bodyweight":
        return AvailableLoads(unit=lifter.unit, entered=(0.0,), own_kg=own_kg)
    found = lifter.equipment.get(kind) or default_loads(kind, lifter.unit)
    return AvailableLoads(
        unit=found.unit,
        entered=tuple(sorted({0.0, *found.entered})),
        own_kg=own_kg,
        assists=load_kind == "assisted",
    )


def loads_on(lift: Lift, lifter: Lifter, workout_id: UUID) -> AvailableLoads:
    """Return what an exercise can be loaded with on a day of a block.

    In a gym of its own, every load is one that this gym has.
    """
    elsewhere = lifter.elsewhere.get(workout_id)
    if elsewhere is None:
        return lift.loads
    found = loads_of(
        replace(lifter, equipment=elsewhere),
        equipment=lift.equipment,
        load_kind=lift.load_kind,
        body_weight_factor=lift.body_weight_factor,
    )
    return replace(found, is_strict=True)


def semantics_of(load_kind: str, *, per_side: bool) -> LoadSemantics:
    """Return what an entered weight means, for engine.effective_load."""
    if load_kind == "assisted":
        return LoadSemantics.ASSISTED
    if load_kind in ("bodyweight", "bodyweight_plus"):
        return LoadSemantics.BODYWEIGHT_PLUS
    return LoadSemantics.PER_SIDE if per_side else LoadSemantics.EXTERNAL


def _lift(row: Row, lifter: Lifter) -> Lift:
    group = MuscleGroup(row["muscle_group"])
    factor = float(row["body_weight_factor"])
    muscles: Mapping[str, float] = row["muscles"] or {}
    return Lift(
        exercise_id=row["id"],
        name=row["name"],
        muscle_group=group,
        contributions={Muscle(m): float(share) for m, share in muscles.items()},
        profile=LiftProfile(
            rep_min=row["rep_min"],
            rep_max=row["rep_max"],
            lower_body_compound=row["is_compound"] and group is MuscleGroup.LEGS,
            traps_lifter=row["traps_lifter"],
            method=lifter.progression_type,
        ),
        loads=loads_of(
            lifter,
            equipment=row["equipment"],
            load_kind=row["load_kind"],
            body_weight_factor=factor,
        ),
        semantics=semantics_of(row["load_kind"], per_side=row["per_side"]),
        load_kind=row["load_kind"],
        body_weight_factor=factor,
        per_side=row["per_side"],
        unilateral=row["unilateral"],
        is_compound=row["is_compound"],
        traps_lifter=row["traps_lifter"],
        equipment=row["equipment"],
        movement_pattern=row["movement_pattern"],
        skill_level=row["skill_level"],
        joints=frozenset(row["joints"]),
        is_retired=row["is_retired"],
        rests=lifter.rests,
    )
