"""Preferences: units, experience, equipment, the account's time zone, landmarks."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any, Literal, cast

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Meta, UnsetType

from metricgain.actions.reset_landmark import reset_landmark
from metricgain.actions.save_landmark import save_landmark
from metricgain.actions.save_preferences import save_preferences
from metricgain.api.accounts import FullName, Timezone
from metricgain.api.routes import change, keep, remove
from metricgain.api.routes import replace as put
from metricgain.api.session import Asker
from metricgain.engine.landmarks import Landmark, LandmarkOrderError
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Invalid
from metricgain.reads.preferences import PreferencesRead, preferences
from metricgain.store.database import Transaction
from metricgain.store.preferences import Preferences

Unit = Literal["kg", "lb"]
ExperienceWord = Literal["beginner", "intermediate", "advanced"]
ProgressionWord = Literal["double", "reps", "load"]
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
Language = Annotated[
    str, Meta(pattern="^[a-z]{2}(-[A-Z]{2})?$", max_length=5, examples=["en"])
]
WeekStart = Annotated[int, Meta(ge=0, le=6, examples=[0])]
RirFloor = Annotated[int, Meta(ge=0, le=3, examples=[0])]
Minutes = Annotated[int, Meta(ge=10, le=300, examples=[60])]
BodyWeight = Annotated[float, Meta(ge=20, le=400, examples=[82.5])]
Sets = Annotated[int, Meta(ge=0, le=60, examples=[10])]


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


class PreferencesBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What to change; what is left out stays. null takes an optional value away."""

    full_name: FullName | UnsetType | None = UNSET
    timezone: Timezone | UnsetType = UNSET
    weight_unit: Unit | UnsetType = UNSET
    experience: ExperienceWord | UnsetType = UNSET
    week_start: WeekStart | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    progression_type: ProgressionWord | UnsetType = UNSET
    rir_floor: RirFloor | UnsetType = UNSET
    allow_three_sets: bool | UnsetType = UNSET
    strict_gate: bool | UnsetType = UNSET
    use_readiness: bool | UnsetType = UNSET
    session_minutes: Minutes | UnsetType | None = UNSET
    body_weight_kg: BodyWeight | UnsetType | None = UNSET
    equipment: Equipment | UnsetType | None = UNSET


class LandmarkBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Weekly sets of a muscle: maintenance <= mev <= target <= mrv."""

    maintenance: Sets
    mev: Sets
    target: Sets
    mrv: Sets

    def landmark(self) -> Landmark:
        """Return the landmark that this says. Raises Invalid unless it rises."""
        try:
            return Landmark(
                maintenance=self.maintenance,
                mev=self.mev,
                target=self.target,
                mrv_at_2=self.mrv,
            )
        except LandmarkOrderError:
            raise Invalid(
                "must rise: maintenance <= mev <= target <= mrv", field="mev"
            ) from None


class LandmarkShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Weekly sets of a muscle; `is_own` if the lifter has set them."""

    muscle: Muscle
    maintenance: int
    mev: int
    target: int
    mrv: int
    is_own: bool


class PreferencesShape(msgspec.Struct, kw_only=True, rename="camel"):
    """All preferences. Week days count from 0 on Monday; weights are in kg."""

    full_name: str | None
    timezone: str
    weight_unit: Unit
    experience: ExperienceWord
    week_start: int
    language: str
    progression_type: ProgressionWord
    rir_floor: int
    allow_three_sets: bool
    strict_gate: bool
    use_readiness: bool
    session_minutes: int | None
    body_weight_kg: float | None
    equipment: Equipment | None
    landmarks: list[LandmarkShape]


@keep("/preferences", tags=["preferences"])
async def get_preferences(asker: Asker) -> PreferencesShape:
    """Return one's preferences and the landmarks that hold for each muscle."""
    async with asker.reading() as tx:
        return await _answer(tx)


@change("/preferences", tags=["preferences"])
async def patch_preferences(
    data: JSONBody[PreferencesBody], asker: Asker
) -> PreferencesShape:
    """Change some preferences."""
    async with asker.changing() as the_change:
        await save_preferences(the_change, lambda before: edited(before, data))
        return await _answer(the_change.tx)


@put("/preferences/landmarks/{muscle:str}", tags=["preferences"])
async def put_landmark(
    muscle: FromPath[Muscle], data: JSONBody[LandmarkBody], asker: Asker
) -> PreferencesShape:
    """Set one's own landmarks of a muscle, in sets per week."""
    async with asker.changing() as the_change:
        await save_landmark(the_change, muscle=muscle, landmark=data.landmark())
        return await _answer(the_change.tx)


@remove("/preferences/landmarks/{muscle:str}", status_code=200, tags=["preferences"])
async def delete_landmark(muscle: FromPath[Muscle], asker: Asker) -> PreferencesShape:
    """Go back to the default landmarks of a muscle."""
    async with asker.changing() as the_change:
        await reset_landmark(the_change, muscle=muscle)
        return await _answer(the_change.tx)


def edited(before: Preferences, data: PreferencesBody) -> Preferences:
    """Return preferences with what a body says otherwise."""
    given: dict[str, Any] = {
        name: value
        for name in data.__struct_fields__
        if (value := getattr(data, name)) is not UNSET
    }
    if given.get("equipment") is not None:
        given["equipment"] = msgspec.to_builtins(given["equipment"])
    if given.get("body_weight_kg") is not None:
        given["body_weight_kg"] = round(Decimal(str(given["body_weight_kg"])), 2)
    return replace(before, **given)


async def _answer(tx: Transaction) -> PreferencesShape:
    return _shape(await preferences(tx))


def _shape(found: PreferencesRead) -> PreferencesShape:
    own: Preferences = found.preferences
    weight = own.body_weight_kg
    return PreferencesShape(
        full_name=own.full_name,
        timezone=own.timezone,
        weight_unit=cast("Unit", own.weight_unit),
        experience=cast("ExperienceWord", own.experience),
        week_start=own.week_start,
        language=own.language,
        progression_type=cast("ProgressionWord", own.progression_type),
        rir_floor=own.rir_floor,
        allow_three_sets=own.allow_three_sets,
        strict_gate=own.strict_gate,
        use_readiness=own.use_readiness,
        session_minutes=own.session_minutes,
        body_weight_kg=None if weight is None else float(weight),
        equipment=msgspec.convert(own.equipment, Equipment | None),
        landmarks=[
            LandmarkShape(
                muscle=line.muscle,
                maintenance=line.landmark.maintenance,
                mev=line.landmark.mev,
                target=line.landmark.target,
                mrv=line.landmark.mrv_at_2,
                is_own=line.own,
            )
            for line in found.landmarks
        ],
    )


ROUTES = [get_preferences, patch_preferences, put_landmark, delete_landmark]
