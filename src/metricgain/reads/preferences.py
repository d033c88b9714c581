"""What a lifter prefers, and the landmarks that follow from it."""

from dataclasses import dataclass

from metricgain.engine.landmarks import Experience, Landmark, landmark_for
from metricgain.engine.muscles import Muscle
from metricgain.store.database import Transaction
from metricgain.store.gyms import Gym, load_gyms
from metricgain.store.landmarks import own_landmarks
from metricgain.store.preferences import Preferences, load_preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleLandmark:
    """Weekly sets of a muscle as they hold for a lifter; `own` if they set them."""

    muscle: Muscle
    landmark: Landmark
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesRead:
    """Everything on the screen of preferences."""

    preferences: Preferences
    landmarks: tuple[MuscleLandmark, ...]
    gyms: tuple[Gym, ...]


async def preferences(tx: Transaction) -> PreferencesRead:
    """Return the user's preferences and landmarks. Raises NotFound."""
    found = await load_preferences(tx)
    own = await own_landmarks(tx)
    experience = Experience(found.experience)
    return PreferencesRead(
        preferences=found,
        gyms=await load_gyms(tx),
        landmarks=tuple(
            MuscleLandmark(
                muscle=muscle,
                landmark=landmark_for(
                    muscle, experience=experience, override=own.get(muscle)
                ),
                own=muscle in own,
            )
            for muscle in Muscle
        ),
    )
