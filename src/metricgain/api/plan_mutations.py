"""What a device may have done to the plan: the mutations of planned workouts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from metricgain.actions.add_exercise import add_exercise
from metricgain.actions.answer_proposal import answer_proposal
from metricgain.actions.apply_gap import apply_gap
from metricgain.actions.archive_mesocycle import archive_mesocycle
from metricgain.actions.bring_back_mesocycle import bring_back_mesocycle
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.deload_now import deload_now
from metricgain.actions.edit_mesocycle import MesocycleEdit, edit_mesocycle
from metricgain.actions.edit_workout import edit_workout
from metricgain.actions.end_mesocycle import end_mesocycle
from metricgain.actions.move_workout import move_workout
from metricgain.actions.override_decision import override_decision
from metricgain.actions.remove_exercise import remove_exercise
from metricgain.actions.reorder_exercises import reorder_exercises
from metricgain.actions.resize_mesocycle import resize_mesocycle
from metricgain.actions.skip_workout import skip_workout
from metricgain.actions.swap_exercise import swap_exercise
from metricgain.actions.unskip_workout import unskip_workout
from metricgain.api.decisions import OverrideBody
from metricgain.api.log_shapes import ExerciseId
from metricgain.api.mesocycles import (
    EditMesocycleBody,
    EditWorkoutBody,
    GapBody,
    ResizeBody,
    StartMesocycleBody,
    start_from,
)
from metricgain.api.mutation import Args, Mutation
from metricgain.api.planned_workouts import MoveBody
from metricgain.api.session_exercises import AddBody, OrderBody, SwapBody
from metricgain.engine.muscles import Muscle
from metricgain.store.changes import Change


class AnswerProposal(Args):
    id: UUID
    accept: bool


class OverrideDecision(
    OverrideBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_log_id: UUID
    muscle: Muscle


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


class EditMesocycle(
    EditMesocycleBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    mesocycle_id: UUID


class EditWorkout(
    EditWorkoutBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    mesocycle_id: UUID
    workout_id: UUID


class ResizeMesocycle(
    ResizeBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    mesocycle_id: UUID


class ApplyGap(GapBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    mesocycle_id: UUID


class OfMesocycle(Args):
    mesocycle_id: UUID


class MoveWorkout(MoveBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    workout_instance_id: UUID


class OfInstance(Args):
    workout_instance_id: UUID


async def _edit_mesocycle(change: Change, args: EditMesocycle) -> None:
    edit = MesocycleEdit(
        name=args.name, description=args.description, emphasis=args.emphasis
    )
    await edit_mesocycle(change, mesocycle_id=args.mesocycle_id, edit=edit)


async def _edit_workout(change: Change, args: EditWorkout) -> None:
    await edit_workout(
        change,
        mesocycle_id=args.mesocycle_id,
        workout_id=args.workout_id,
        exercises=[one.outline() for one in args.exercises],
    )


async def _resize_mesocycle(change: Change, args: ResizeMesocycle) -> None:
    await resize_mesocycle(
        change, mesocycle_id=args.mesocycle_id, weeks=args.duration_weeks
    )


async def _apply_gap(change: Change, args: ApplyGap) -> None:
    await apply_gap(change, mesocycle_id=args.mesocycle_id, on=args.on, kind=args.kind)


async def _deload_now(change: Change, args: OfMesocycle) -> None:
    await deload_now(change, mesocycle_id=args.mesocycle_id)


async def _end_mesocycle(change: Change, args: OfMesocycle) -> None:
    await end_mesocycle(change, mesocycle_id=args.mesocycle_id)


async def _archive_mesocycle(change: Change, args: OfMesocycle) -> None:
    await archive_mesocycle(change, mesocycle_id=args.mesocycle_id)


async def _bring_back_mesocycle(change: Change, args: OfMesocycle) -> None:
    await bring_back_mesocycle(change, mesocycle_id=args.mesocycle_id)


async def _delete_mesocycle(change: Change, args: OfMesocycle) -> None:
    await delete_mesocycle(change, mesocycle_id=args.mesocycle_id)


async def _move_workout(change: Change, args: MoveWorkout) -> None:
    await move_workout(
        change,
        instance_id=args.workout_instance_id,
        scheduled_on=args.scheduled_on,
    )


async def _skip_workout(change: Change, args: OfInstance) -> None:
    await skip_workout(change, instance_id=args.workout_instance_id)


async def _unskip_workout(change: Change, args: OfInstance) -> None:
    await unskip_workout(change, instance_id=args.workout_instance_id)


async def _answer_proposal(change: Change, args: AnswerProposal) -> None:
    await answer_proposal(change, id=args.id, accept=args.accept)


async def _override_decision(change: Change, args: OverrideDecision) -> None:
    await override_decision(
        change,
        log_id=args.workout_log_id,
        muscle=args.muscle,
        override=args.override(),
    )


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
        "startMesocycle": Mutation(StartMesocycleBody, start_from),
        "editMesocycle": Mutation(EditMesocycle, _edit_mesocycle),
        "editWorkout": Mutation(EditWorkout, _edit_workout),
        "resizeMesocycle": Mutation(ResizeMesocycle, _resize_mesocycle),
        "deloadNow": Mutation(OfMesocycle, _deload_now),
        "applyGap": Mutation(ApplyGap, _apply_gap),
        "endMesocycle": Mutation(OfMesocycle, _end_mesocycle),
        "archiveMesocycle": Mutation(OfMesocycle, _archive_mesocycle),
        "bringBackMesocycle": Mutation(OfMesocycle, _bring_back_mesocycle),
        "deleteMesocycle": Mutation(OfMesocycle, _delete_mesocycle),
        "moveWorkout": Mutation(MoveWorkout, _move_workout),
        "skipWorkout": Mutation(OfInstance, _skip_workout),
        "unskipWorkout": Mutation(OfInstance, _unskip_workout),
        "answerProposal": Mutation(AnswerProposal, _answer_proposal),
        "overrideDecision": Mutation(OverrideDecision, _override_decision),
        "addExercise": Mutation(AddExercise, _add_exercise),
        "swapExercise": Mutation(SwapExercise, _swap_exercise),
        "removeExercise": Mutation(RemoveExercise, _remove_exercise),
        "reorderExercises": Mutation(ReorderExercises, _reorder_exercises),
    }
)
