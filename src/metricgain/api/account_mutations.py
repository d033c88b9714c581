"""What a device may have done to preferences, landmarks and own exercises."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from metricgain.actions.choose_gym import choose_gym
from metricgain.actions.delete_exercise import delete_exercise
from metricgain.actions.delete_gym import delete_gym
from metricgain.actions.reset_landmark import reset_landmark
from metricgain.actions.save_exercise import save_exercise
from metricgain.actions.save_gym import save_gym
from metricgain.actions.save_landmark import save_landmark
from metricgain.actions.save_preferences import save_preferences
from metricgain.api.exercises import NewExerciseBody
from metricgain.api.gym_shapes import GymBody
from metricgain.api.log_shapes import ExerciseId
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


class DeleteExercise(Args):
    id: ExerciseId


async def _save_preferences(change: Change, args: PreferencesBody) -> None:
    await save_preferences(change, lambda before: edited(before, args))


class SaveGym(GymBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    id: UUID


class DeleteGym(Args):
    id: UUID


class ChooseGym(Args):
    workout_id: UUID
    gym_id: UUID | None


async def _save_gym(change: Change, args: SaveGym) -> None:
    await save_gym(change, gym_id=args.id, name=args.name, equipment=args.described())


async def _delete_gym(change: Change, args: DeleteGym) -> None:
    await delete_gym(change, gym_id=args.id)


async def _choose_gym(change: Change, args: ChooseGym) -> None:
    await choose_gym(change, workout_id=args.workout_id, gym_id=args.gym_id)


async def _save_landmark(change: Change, args: SaveLandmark) -> None:
    await save_landmark(change, muscle=args.muscle, landmark=args.landmark())


async def _reset_landmark(change: Change, args: ResetLandmark) -> None:
    await reset_landmark(change, muscle=args.muscle)


async def _save_exercise(change: Change, args: NewExerciseBody) -> None:
    await save_exercise(change, exercise=args.own(args.id))


async def _delete_exercise(change: Change, args: DeleteExercise) -> None:
    await delete_exercise(change, exercise_id=args.id)


ACCOUNT_MUTATIONS: Final[Mapping[str, Mutation[Any]]] = MappingProxyType(
    {
        "savePreferences": Mutation(PreferencesBody, _save_preferences),
        "saveGym": Mutation(SaveGym, _save_gym),
        "deleteGym": Mutation(DeleteGym, _delete_gym),
        "chooseGym": Mutation(ChooseGym, _choose_gym),
        "saveLandmark": Mutation(SaveLandmark, _save_landmark),
        "resetLandmark": Mutation(ResetLandmark, _reset_landmark),
        "saveExercise": Mutation(NewExerciseBody, _save_exercise),
        "deleteExercise": Mutation(DeleteExercise, _delete_exercise),
    }
)
