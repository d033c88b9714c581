"""The shape of a gym, and the bounds of what is sent of it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.store.gyms import Gym

Unit = Literal["kg", "lb"]
EquipmentWord = Literal[
    "barbell",
    "ez_bar",
    "smith",
    "dumbbell",
    "kettlebell",
    "plate_machine",
    "stack",
    "cable",
    "bodyweight",
]
Heaviness = Annotated[float, Meta(ge=0, le=2205, examples=[20])]


class _Form(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    unit: Unit


class PlatePairs(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How many pairs there are of a plate; it weighs a multiple of 0.25."""

    weight: Heaviness
    pairs: Annotated[int, Meta(ge=0, le=10, examples=[2])]


class PlatesForm(_Form, kw_only=True, tag="plates"):
    """A bar and the plates that go onto it."""

    bar: Heaviness
    plates: Annotated[list[PlatePairs], Meta(max_length=12)]


class RackForm(_Form, kw_only=True, tag="rack"):
    """Weights that stand in a rack."""

    weights: Annotated[list[Heaviness], Meta(min_length=1, max_length=100)]


class StackForm(_Form, kw_only=True, tag="stack"):
    """A weight stack with equal steps."""

    lowest: Heaviness
    step: Annotated[float, Meta(ge=0.5, le=500, examples=[5])]
    highest: Heaviness


Equipment = dict[EquipmentWord, PlatesForm | RackForm | StackForm]


class GymBody(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """A gym: kinds of equipment that it leaves out have the usual loads."""

    name: Annotated[str, Meta(min_length=1, max_length=60, examples=["Garage"])]
    equipment: Equipment = msgspec.field(default_factory=dict)

    def described(self) -> dict[str, Mapping[str, Any]]:
        """Return the equipment in the form in which the engine takes it."""
        plain: dict[str, Mapping[str, Any]] = msgspec.to_builtins(self.equipment)
        return plain


class GymOfDayBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The gym in which a day of a block is trained; null is the usual one."""

    gym_id: UUID | None


class GymShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A gym, and the days of blocks that are trained there."""

    id: UUID
    name: str
    equipment: Equipment
    workout_ids: list[UUID]


def gym_shape(gym: Gym) -> GymShape:
    """Return a gym in the shape in which it is sent."""
    return GymShape(
        id=gym.id,
        name=gym.name,
        equipment=msgspec.convert(gym.equipment, Equipment),
        workout_ids=list(gym.workout_ids),
    )
