"""How a workout felt: soreness, pump, challenge, joint pain."""

from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, UnsetType

from metricgain.actions.save_feedback import save_feedback
from metricgain.actions.save_joint_pain import save_joint_pain
from metricgain.actions.save_muscle_feedback import save_muscle_feedback
from metricgain.actions.save_notes import save_notes
from metricgain.api.log_shapes import (
    ExerciseAnswersShape,
    FineAnswersShape,
    Level,
    Moment,
    Note,
)
from metricgain.api.routes import replace
from metricgain.api.session import Asker
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.feedback import (
    ExerciseFeedback,
    GroupFeedback,
    PerformanceAnswer,
    SorenessAnswer,
)


class FeedbackBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Answers of 0 to 3; null takes one back.

    `soreness` is about the session before and is kept by itself. `pump` and
    `challenge` go together: when one of them is sent, the other counts as sent too.
    """

    soreness: Level | UnsetType | None = UNSET
    pump: Level | UnsetType | None = UNSET
    challenge: Level | UnsetType | None = UNSET
    made_at: Moment | None = None

    def soreness_answer(self) -> SorenessAnswer | None:
        """Return the answer before the workout, None if it was not sent."""
        if self.soreness is UNSET:
            return None
        return SorenessAnswer(soreness=self.soreness)

    def performance_answer(self) -> PerformanceAnswer | None:
        """Return the answers after the workout, None if none was sent."""
        if self.pump is UNSET and self.challenge is UNSET:
            return None
        return PerformanceAnswer(
            pump=None if self.pump is UNSET else self.pump,
            challenge=None if self.challenge is UNSET else self.challenge,
        )


class ExerciseFeedbackBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Joint pain of 0 to 3 and a note; what is left out stays."""

    joint_pain: Level | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
    made_at: Moment | None = None


class FeedbackShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What is answered about a muscle group now, and about its muscles."""

    muscle_group: str
    soreness: int | None
    about_log_id: UUID | None
    pump: int | None
    challenge: int | None
    muscles: list[FineAnswersShape]


@replace("/workout-logs/{log_id:uuid}/feedback/{muscle_group:str}", tags=["training"])
async def put_feedback(
    log_id: FromPath[UUID],
    muscle_group: FromPath[MuscleGroup],
    data: JSONBody[FeedbackBody],
    asker: Asker,
) -> FeedbackShape:
    """Answer how a muscle group felt."""
    async with asker.changing(data.made_at) as change:
        saved = await save_feedback(
            change,
            log_id=log_id,
            group=muscle_group,
            soreness=data.soreness_answer(),
            performance=data.performance_answer(),
        )
    return _shape(saved)


@replace("/workout-logs/{log_id:uuid}/muscle-feedback/{muscle:str}", tags=["training"])
async def put_muscle_feedback(
    log_id: FromPath[UUID],
    muscle: FromPath[Muscle],
    data: JSONBody[FeedbackBody],
    asker: Asker,
) -> FeedbackShape:
    """Answer how one muscle felt; its group shows the answers that ask for most care.

    That is the worst soreness, the highest challenge and the lowest pump.
    """
    async with asker.changing(data.made_at) as change:
        saved = await save_muscle_feedback(
            change,
            log_id=log_id,
            muscle=muscle,
            soreness=data.soreness_answer(),
            performance=data.performance_answer(),
        )
    return _shape(saved)


@replace(
    "/workout-logs/{log_id:uuid}/exercises/{exercise_id:int}/feedback",
    tags=["training"],
)
async def put_exercise_feedback(
    log_id: FromPath[UUID],
    exercise_id: FromPath[int],
    data: JSONBody[ExerciseFeedbackBody],
    asker: Asker,
) -> ExerciseAnswersShape:
    """Say whether the joints hurt in an exercise, and note something about it."""
    if data.joint_pain is UNSET and data.note is UNSET:
        raise Invalid("say jointPain, note, or both", field="jointPain")
    saved = None
    async with asker.changing(data.made_at) as change:
        if data.joint_pain is not UNSET:
            saved = await save_joint_pain(
                change,
                log_id=log_id,
                exercise_id=exercise_id,
                joint_pain=data.joint_pain,
            )
        if data.note is not UNSET:
            saved = await save_notes(
                change, log_id=log_id, exercise_id=exercise_id, note=data.note
            )
    return _exercise_shape(saved)


def _shape(saved: GroupFeedback | None) -> FeedbackShape:
    if saved is None:
        raise NotFound("this workout was deleted later", field="workout_log_id")
    return FeedbackShape(
        muscle_group=saved.group,
        soreness=saved.answers.soreness,
        about_log_id=saved.about_log_id,
        pump=saved.answers.pump,
        challenge=saved.answers.challenge,
        muscles=[
            FineAnswersShape(
                muscle=each.muscle,
                soreness=each.soreness,
                pump=each.pump,
                challenge=each.challenge,
            )
            for each in saved.muscles
        ],
    )


def _exercise_shape(saved: ExerciseFeedback | None) -> ExerciseAnswersShape:
    if saved is None:
        raise NotFound("this workout was deleted later", field="workout_log_id")
    return ExerciseAnswersShape(
        exercise_id=saved.exercise_id, joint_pain=saved.joint_pain, note=saved.note
    )


ROUTES = [put_feedback, put_muscle_feedback, put_exercise_feedback]
