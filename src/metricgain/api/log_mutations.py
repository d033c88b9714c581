"""What a device may have done to a workout: the mutations of a log."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Final
from uuid import UUID

from msgspec import UNSET, Meta

from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_set import delete_set
from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.finish_workout import finish_workout
from metricgain.actions.save_feedback import save_feedback
from metricgain.actions.save_joint_pain import save_joint_pain
from metricgain.actions.save_muscle_feedback import save_muscle_feedback
from metricgain.actions.save_notes import save_notes
from metricgain.actions.save_set import save_set
from metricgain.actions.start_workout import start_workout
from metricgain.api.feedback import FeedbackBody
from metricgain.api.finishing import FinishBody
from metricgain.api.log_shapes import ExerciseId, Level, Note, SetBody
from metricgain.api.mutation import Args, Mutation
from metricgain.api.workout_logs import LogEditBody, StartBody
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.store.changes import Change

SetId = Annotated[int, Meta(ge=1, le=2**31 - 1)]


class StartWorkout(StartBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    id: UUID


class EditWorkoutLog(
    LogEditBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_log_id: UUID


class OfLog(Args):
    workout_log_id: UUID


class SaveSet(SetBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    workout_log_id: UUID
    id: SetId


class OfSet(OfLog):
    id: SetId


class SaveFeedback(
    FeedbackBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_log_id: UUID
    muscle_group: MuscleGroup


class SaveMuscleFeedback(
    FeedbackBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_log_id: UUID
    muscle: Muscle


class SaveJointPain(OfLog):
    exercise_id: ExerciseId
    joint_pain: Level | None


class SaveNotes(OfLog):
    exercise_id: ExerciseId
    note: Note | None


class FinishWorkout(
    FinishBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    workout_log_id: UUID


async def _start_workout(change: Change, args: StartWorkout) -> None:
    await start_workout(
        change,
        id=args.id,
        started_at=args.started_at,
        workout_instance_id=args.workout_instance_id,
        name=args.name,
        body_weight_kg=_exact(args.body_weight_kg),
    )


async def _edit_workout_log(change: Change, args: EditWorkoutLog) -> None:
    weight = args.body_weight_kg
    edit = LogEdit(
        name=args.name,
        notes=args.notes,
        started_at=args.started_at,
        completed_at=args.completed_at,
        body_weight_kg=weight if weight is UNSET else _exact(weight),
    )
    await edit_workout_log(change, log_id=args.workout_log_id, edit=edit)


async def _delete_workout_log(change: Change, args: OfLog) -> None:
    await delete_workout_log(change, log_id=args.workout_log_id)


async def _save_set(change: Change, args: SaveSet) -> None:
    await save_set(
        change, log_id=args.workout_log_id, set_id=args.id, entry=args.entry()
    )


async def _delete_set(change: Change, args: OfSet) -> None:
    await delete_set(change, log_id=args.workout_log_id, set_id=args.id)


async def _confirm_set(change: Change, args: OfSet) -> None:
    await confirm_set(change, log_id=args.workout_log_id, set_id=args.id)


async def _save_feedback(change: Change, args: SaveFeedback) -> None:
    await save_feedback(
        change,
        log_id=args.workout_log_id,
        group=args.muscle_group,
        soreness=args.soreness_answer(),
        performance=args.performance_answer(),
    )


async def _save_muscle_feedback(change: Change, args: SaveMuscleFeedback) -> None:
    await save_muscle_feedback(
        change,
        log_id=args.workout_log_id,
        muscle=args.muscle,
        soreness=args.soreness_answer(),
        performance=args.performance_answer(),
    )


async def _save_joint_pain(change: Change, args: SaveJointPain) -> None:
    await save_joint_pain(
        change,
        log_id=args.workout_log_id,
        exercise_id=args.exercise_id,
        joint_pain=args.joint_pain,
    )


async def _save_notes(change: Change, args: SaveNotes) -> None:
    await save_notes(
        change,
        log_id=args.workout_log_id,
        exercise_id=args.exercise_id,
        note=args.note,
    )


async def _finish_workout(change: Change, args: FinishWorkout) -> None:
    await finish_workout(change, id=args.workout_log_id, completed_at=args.completed_at)


def _exact(kg: float | None) -> Decimal | None:
    return None if kg is None else Decimal(str(kg))


LOG_MUTATIONS: Final[Mapping[str, Mutation[Any]]] = MappingProxyType(
    {
        "startWorkout": Mutation(StartWorkout, _start_workout),
        "editWorkoutLog": Mutation(EditWorkoutLog, _edit_workout_log),
        "deleteWorkoutLog": Mutation(OfLog, _delete_workout_log),
        "saveSet": Mutation(SaveSet, _save_set),
        "deleteSet": Mutation(OfSet, _delete_set),
        "confirmSet": Mutation(OfSet, _confirm_set),
        "saveFeedback": Mutation(SaveFeedback, _save_feedback),
        "saveMuscleFeedback": Mutation(SaveMuscleFeedback, _save_muscle_feedback),
        "saveJointPain": Mutation(SaveJointPain, _save_joint_pain),
        "saveNotes": Mutation(SaveNotes, _save_notes),
        "finishWorkout": Mutation(FinishWorkout, _finish_workout),
    }
)
