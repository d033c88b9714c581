"""What a device may have done to the account's preferences and landmarks."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from metricgain.actions.reset_landmark import reset_landmark
from metricgain.actions.save_landmark import save_landmark
from metricgain.actions.save_preferences import save_preferences
from metricgain.api.mutation import Args, Mutation
from metricgain.api.preferences import LandmarkBody, PreferencesBody, edited
from metricgain.engine.muscles import Muscle
from metricgain.store.changes import Change


class SaveLandmark(
    LandmarkBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    muscle: Muscle


class ResetLandmark(Args):
    muscle: Muscle


async def _save_preferences(change: Change, args: PreferencesBody) -> None:
    await save_preferences(change, lambda before: edited(before, args))


async def _save_landmark(change: Change, args: SaveLandmark) -> None:
    await save_landmark(change, muscle=args.muscle, landmark=args.landmark())


async def _reset_landmark(change: Change, args: ResetLandmark) -> None:
    await reset_landmark(change, muscle=args.muscle)


ACCOUNT_MUTATIONS: Final[Mapping[str, Mutation[Any]]] = MappingProxyType(
    {
        "savePreferences": Mutation(PreferencesBody, _save_preferences),
        "saveLandmark": Mutation(SaveLandmark, _save_landmark),
        "resetLandmark": Mutation(ResetLandmark, _reset_landmark),
    }
)
