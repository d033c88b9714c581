"""The shape of a training profile, and the bounds of what is sent of it."""

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from metricgain.api.log_shapes import ExerciseId
from metricgain.api.plan_shapes import EmphasisByMuscle, PlannedDate, Weekday
from metricgain.engine.generator.profile import (
    FreeSpan,
    Goal,
    Joint,
    Place,
    Profile,
    Tool,
)
from metricgain.engine.generator.safety import Health
from metricgain.engine.landmarks import Experience

Exercises: TypeAlias = Annotated[list[ExerciseId], Meta(max_length=100)]


class FreeDaysBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Days on which you do not train, the first and the last included."""

    first: PlannedDate
    last: PlannedDate


class HealthBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What the safety screen asks.

    `heartOrIllness`: chest pain, fainting or dizziness, or a known disease of heart,
    metabolism or kidneys. `isCleared`: a doctor has said that hard training is fine.
    """

    heart_or_illness: bool = False
    is_cleared: bool = False
    is_under_18: bool = msgspec.field(default=False, name="isUnder18")
    is_pregnant: bool = False
    had_surgery: bool = False


class TrainingProfileBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What a plan is made for.

    `experience` and `sessionMinutes` are preferences, and are saved as such; `tools`
    counts where `place` is `own`; exercises are named by their ids.
    """

    goal: Goal
    experience: Experience
    weekdays: Annotated[list[Weekday], Meta(min_length=2, max_length=6)]
    session_minutes: Annotated[int, Meta(ge=10, le=300, examples=[60])]
    place: Place
    tools: Annotated[list[Tool], Meta(max_length=12)] = msgspec.field(
        default_factory=list
    )
    emphasis: EmphasisByMuscle = msgspec.field(default_factory=dict)
    injuries: Annotated[list[Joint], Meta(max_length=8)] = msgspec.field(
        default_factory=list
    )
    banned: Exercises = msgspec.field(default_factory=list)
    favourites: Exercises = msgspec.field(default_factory=list)
    horizon_weeks: Annotated[int, Meta(ge=4, le=52, examples=[12])] = 12
    free: Annotated[list[FreeDaysBody], Meta(max_length=20)] = msgspec.field(
        default_factory=list
    )
    health: HealthBody = msgspec.field(default_factory=HealthBody)

    def profile(self) -> Profile:
        """Return the profile as the engine takes it."""
        return Profile(
            goal=self.goal,
            experience=self.experience,
            weekdays=tuple(sorted(set(self.weekdays))),
            session_minutes=self.session_minutes,
            place=self.place,
            tools=frozenset(self.tools),
            emphasis=self.emphasis,
            injuries=frozenset(self.injuries),
            banned=frozenset(self.banned),
            favourites=frozenset(self.favourites),
            horizon_weeks=self.horizon_weeks,
            free=tuple(FreeSpan(first=one.first, last=one.last) for one in self.free),
            health=Health(
                heart_or_illness=self.health.heart_or_illness,
                is_cleared=self.health.is_cleared,
                is_under_18=self.health.is_under_18,
                is_pregnant=self.health.is_pregnant,
                had_surgery=self.health.had_surgery,
            ),
        )


def profile_body(profile: Profile) -> TrainingProfileBody:
    """Return a profile in the shape in which it is sent."""
    return TrainingProfileBody(
        goal=profile.goal,
        experience=profile.experience,
        weekdays=list(profile.weekdays),
        session_minutes=profile.session_minutes,
        place=profile.place,
        tools=sorted(profile.tools),
        emphasis=dict(profile.emphasis),
        injuries=sorted(profile.injuries),
        banned=sorted(profile.banned),
        favourites=sorted(profile.favourites),
        horizon_weeks=profile.horizon_weeks,
        free=[FreeDaysBody(first=one.first, last=one.last) for one in profile.free],
        health=msgspec.convert(profile.health, HealthBody, from_attributes=True),
    )
