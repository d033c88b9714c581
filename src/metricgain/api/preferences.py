"""Preferences: units, experience, gyms, the account's time zone, landmarks."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any, Literal, cast
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Meta, UnsetType

from metricgain.actions.choose_gym import choose_gym
from metricgain.actions.delete_gym import delete_gym
from metricgain.actions.reset_landmark import reset_landmark
from metricgain.actions.save_gym import save_gym
from metricgain.actions.save_landmark import save_landmark
from metricgain.actions.save_preferences import save_preferences
from metricgain.api.accounts import FullName, Timezone
from metricgain.api.gym_shapes import GymBody, GymOfDayBody, GymShape, Unit, gym_shape
from metricgain.api.routes import change, keep, remove
from metricgain.api.routes import replace as put
from metricgain.api.session import Asker
from metricgain.engine.landmarks import Landmark, LandmarkOrderError
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Invalid
from metricgain.reads.preferences import PreferencesRead, preferences
from metricgain.store.database import Transaction
from metricgain.store.preferences import Preferences

ExperienceWord = Literal["beginner", "intermediate", "advanced"]
ProgressionWord = Literal["double", "reps", "load"]
Language = Annotated[
    str, Meta(pattern="^[a-z]{2}(-[A-Z]{2})?$", max_length=5, examples=["en"])
]
Percentages = Annotated[
    list[Annotated[int, Meta(ge=20, le=95)]], Meta(max_length=6, examples=[[50, 75]])
]
RestSeconds = Annotated[int, Meta(ge=15, le=600, examples=[120])]
DeloadWord = Literal["both", "sets", "load"]
ReminderMinute = Annotated[int, Meta(ge=0, le=1439, examples=[480])]
WeekStart = Annotated[int, Meta(ge=0, le=6, examples=[0])]
RirFloor = Annotated[int, Meta(ge=0, le=3, examples=[0])]
Minutes = Annotated[int, Meta(ge=10, le=300, examples=[60])]
BodyWeight = Annotated[float, Meta(ge=20, le=400, examples=[82.5])]
Sets = Annotated[int, Meta(ge=0, le=60, examples=[10])]


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
    warm_up_percentages: Percentages | UnsetType | None = UNSET
    rest_heavy_seconds: RestSeconds | UnsetType | None = UNSET
    rest_compound_seconds: RestSeconds | UnsetType | None = UNSET
    rest_isolation_seconds: RestSeconds | UnsetType | None = UNSET
    deload_style: DeloadWord | UnsetType = UNSET
    reminder_minute: ReminderMinute | UnsetType | None = UNSET
    gym_id: UUID | UnsetType | None = UNSET


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
    """All preferences; what is null is as usual.

    Week days count from 0 on Monday; weights are in kg. Warm-ups are per cents of the
    working load, `reminderMinute` is a minute of the day. `gymId` is the gym of every
    day that has none of its own.
    """

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
    warm_up_percentages: list[int] | None
    rest_heavy_seconds: int | None
    rest_compound_seconds: int | None
    rest_isolation_seconds: int | None
    deload_style: DeloadWord
    reminder_minute: int | None
    gym_id: UUID | None
    gyms: list[GymShape]
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


@put("/preferences/gyms/{gym_id:uuid}", tags=["preferences"])
async def put_gym(
    gym_id: FromPath[UUID], data: JSONBody[GymBody], asker: Asker
) -> PreferencesShape:
    """Make a gym, or replace its name and what it has."""
    async with asker.changing() as the_change:
        await save_gym(
            the_change, gym_id=gym_id, name=data.name, equipment=data.described()
        )
        return await _answer(the_change.tx)


@remove("/preferences/gyms/{gym_id:uuid}", status_code=200, tags=["preferences"])
async def remove_gym(gym_id: FromPath[UUID], asker: Asker) -> PreferencesShape:
    """Forget a gym. Doing it again is fine."""
    async with asker.changing() as the_change:
        await delete_gym(the_change, gym_id=gym_id)
        return await _answer(the_change.tx)


@put("/preferences/days/{workout_id:uuid}", tags=["preferences"])
async def put_gym_of_day(
    workout_id: FromPath[UUID], data: JSONBody[GymOfDayBody], asker: Asker
) -> PreferencesShape:
    """Choose the gym of a day of a block; null is the usual one."""
    async with asker.changing() as the_change:
        await choose_gym(the_change, workout_id=workout_id, gym_id=data.gym_id)
        return await _answer(the_change.tx)


def edited(before: Preferences, data: PreferencesBody) -> Preferences:
    """Return preferences with what a body says otherwise."""
    given: dict[str, Any] = {
        name: value
        for name in data.__struct_fields__
        if (value := getattr(data, name)) is not UNSET
    }
    if given.get("body_weight_kg") is not None:
        given["body_weight_kg"] = round(Decimal(str(given["body_weight_kg"])), 2)
    return replace(before, **given)


async def _answer(tx: Transaction) -> PreferencesShape:
    return _shape(await preferences(tx))


def _shape(found: PreferencesRead) -> PreferencesShape:
    own: Preferences = found.preferences
    weight = own.body_weight_kg
    percentages = own.warm_up_percentages
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
        warm_up_percentages=None if percentages is None else list(percentages),
        rest_heavy_seconds=own.rest_heavy_seconds,
        rest_compound_seconds=own.rest_compound_seconds,
        rest_isolation_seconds=own.rest_isolation_seconds,
        deload_style=cast("DeloadWord", own.deload_style),
        reminder_minute=own.reminder_minute,
        gym_id=own.gym_id,
        gyms=[gym_shape(gym) for gym in found.gyms],
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


ROUTES = [
    get_preferences,
    patch_preferences,
    put_landmark,
    delete_landmark,
    put_gym,
    remove_gym,
    put_gym_of_day,
]
