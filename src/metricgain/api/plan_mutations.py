"""What a device may have done to the plan: the mutations of planned workouts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from metricgain.actions.add_exercise import add_exercise
from metricgain.actions.answer_proposal import answer_proposal
from metricgain.actions.remove_exercise import remove_exercise
from metricgain.actions.reorder_exercises import reorder_exercises
from metricgain.actions.swap_exercise import swap_exercise
from metricgain.api.log_shapes import ExerciseId
from metricgain.api.mutation import Args, Mutation
from metricgain.api.session_exercises import AddBody, OrderBody, SwapBody
from metricgain.store.changes import Change


class AnswerProposal(Args):
    id: UUID
    accept: bool


class AddExercise(AddBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    workout_instance_id: UUID


class SwapExercise(SwapBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    workout_instance_id: UUID
    exercise_id: ExerciseId


class RemoveExercise(Args):
    workout_instance_id: UUID
    exercise_id: ExerciseId


class ReorderExercises(
    OrderBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_instance_id: UUID


async def _answer_proposal(change: Change, args: AnswerProposal) -> None:
    await answer_proposal(change, id=args.id, accept=args.accept)


async def _add_exercise(change: Change, args: AddExercise) -> None:
    await add_exercise(
        change,
        instance_id=args.workout_instance_id,
        exercise_id=args.exercise_id,
        sets=args.sets,
    )


async def _swap_exercise(change: Change, args: SwapExercise) -> None:
    await swap_exercise(
        change,
        instance_id=args.workout_instance_id,
        exercise_id=args.exercise_id,
        new_exercise_id=args.new_exercise_id,
    )


async def _remove_exercise(change: Change, args: RemoveExercise) -> None:
    await remove_exercise(
        change, instance_id=args.workout_instance_id, exercise_id=args.exercise_id
    )


async def _reorder_exercises(change: Change, args: ReorderExercises) -> None:
    await reorder_exercises(
        change, instance_id=args.workout_instance_id, order=args.order
    )


PLAN_MUTATIONS: Final[Mapping[str, Mutation[Any]]] = MappingProxyType(
    {
        "answerProposal": Mutation(AnswerProposal, _answer_proposal),
        "addExercise": Mutation(AddExercise, _add_exercise),
        "swapExercise": Mutation(SwapExercise, _swap_exercise),
        "removeExercise": Mutation(RemoveExercise, _remove_exercise),
        "reorderExercises": Mutation(ReorderExercises, _reorder_exercises),
    }
)
