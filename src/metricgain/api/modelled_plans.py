"""Plans and wishes that a language model is asked about."""

from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Request
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.api.job_shapes import JobShape, begin_job
from metricgain.api.plan_shapes import PlannedDate
from metricgain.api.plans import GeneratedPlanShape, plan_shape
from metricgain.api.routes import act, create, read
from metricgain.api.session import Asker
from metricgain.api.training_profile_shapes import (
    Exercises,
    TrainingProfileBody,
    profile_body,
)
from metricgain.config import Settings
from metricgain.engine.generator.draft import Near
from metricgain.integrations.language_model.asking import ModelFailedError, Use
from metricgain.integrations.language_model.wishes import LONGEST_TEXT
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, NotFound
from metricgain.kit.ids import uuid7
from metricgain.reads.generated_plan import (
    GeneratedPlan,
    findings_in,
    load_question,
    refuse_impossible,
)
from metricgain.reads.language_model import model_choice
from metricgain.reads.proposed_profile import proposed_profile
from metricgain.store.jobs import NewJob, find_job
from metricgain.store.language_models import add_model_use
from metricgain.store.lifter import load_lifter
from metricgain.store.training_profiles import load_profile

_PLAN = "plan"


class AskedPlanBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A plan to be asked for; it is made for the training profile that is saved."""

    start_date: PlannedDate
    avoid: Exercises = msgspec.field(default_factory=list)
    seed: Annotated[int, Meta(ge=0, le=1000, examples=[0])] = 0


class WishesBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Wishes in one's own words."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]


class ProposedProfileShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A training profile with the wishes in it; it is kept when it is put.

    `changed` names the fields that the text speaks of, `unclear` quotes what fits none.
    """

    profile: TrainingProfileBody
    changed: list[str]
    unclear: list[str]


@create("/plans/asked", tags=["planning"])
async def ask_for_plan(
    data: JSONBody[AskedPlanBody], asker: Asker, request: Request[Any, Any, Any]
) -> JobShape:
    """Ask the language model for a plan, as a job; nothing of it is kept.

    Follow it under `/jobs/{id}`, and read the plan under `/plans/asked/{id}`. Where the
    model fails, another planner makes the plan; where nothing can be planned at all it
    is refused, and the model is not asked.
    """
    async with asker.reading() as tx:
        await model_choice(tx, _settings(request))
        question = await load_question(
            tx, start_date=data.start_date, near=Near(), planner=None
        )
    await refuse_impossible(question)
    async with asker.reading() as tx:
        new = NewJob(
            id=uuid7(now()),
            name=_PLAN,
            args=msgspec.to_builtins(
                {
                    "start_date": data.start_date,
                    "avoid": data.avoid,
                    "seed": data.seed,
                }
            ),
            for_user=asker.user_id,
            key=str(asker.user_id),
        )
        busy = Conflict(
            "another plan of yours is being made",
            field="planner",
            remedy="Wait until it is there, or cancel it.",
        )
        return await begin_job(tx, new, unless=busy)


@read("/plans/asked/{job_id:uuid}", tags=["planning"])
async def get_asked_plan(asker: Asker, job_id: FromPath[UUID]) -> GeneratedPlanShape:
    """Return a plan that the language model was asked for, once it is there."""
    async with asker.reading() as tx:
        job = await find_job(tx, job_id, user_id=asker.user_id)
        if job.name != _PLAN:
            raise NotFound("this job has made no plan", field="jobId")
        if job.status != "done":
            raise Conflict(
                "the plan is not there",
                field="jobId",
                remedy="Look at the job.",
            )
        made = msgspec.convert(job.outcome, GeneratedPlan, strict=False)
        return plan_shape(made, await findings_in(tx, made))


@act("/training-profile/read-text", tags=["planning"])
async def read_wishes_in_text(
    data: JSONBody[WishesBody], asker: Asker, request: Request[Any, Any, Any]
) -> ProposedProfileShape:
    """Read wishes in one's own words, by the language model; nothing of it is kept."""
    async with asker.reading() as tx:
        choice = await model_choice(tx, _settings(request))
        before = await load_profile(tx, await load_lifter(tx))
    use, failed = Use(), True
    try:
        found = await proposed_profile(data.text, before, choice, use)
        failed = False
    except ModelFailedError as error:
        raise Conflict(
            f"the language model did not help: {error}",
            field="text",
            remedy="Fill in the fields yourself, or try again later.",
        ) from error
    finally:
        async with asker.reading() as tx:
            await add_model_use(
                tx,
                requests=use.requests,
                input_tokens=use.input_tokens,
                output_tokens=use.output_tokens,
                failures=int(failed),
            )
    return ProposedProfileShape(
        profile=profile_body(found.profile),
        changed=[_sent_name(name) for name in found.changed],
        unclear=list(found.unclear),
    )


def _sent_name(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _settings(request: Request[Any, Any, Any]) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


ROUTES = [ask_for_plan, get_asked_plan, read_wishes_in_text]
