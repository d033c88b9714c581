"""Plans as jobs: those of a language model, which takes its time."""

from datetime import date
from typing import Final

import msgspec
import structlog

from metricgain.engine.generator.draft import Near
from metricgain.integrations.language_model.asking import Use
from metricgain.jobs.running import Running
from metricgain.reads.generated_plan import GeneratedPlan, load_question
from metricgain.reads.language_model import model_choice
from metricgain.reads.modelled_plan import modelled_plan
from metricgain.store.language_models import add_model_use

PLAN: Final = "plan"
STEPS: Final = 3
_LOG = structlog.get_logger(__name__)


class PlanAsk(msgspec.Struct, kw_only=True):
    """From which day on, and which exercises shall not come again."""

    start_date: date
    avoid: list[int] = []
    seed: int = 0


async def plan_with_model(running: Running) -> GeneratedPlan:
    """Ask a language model for a plan for the saved profile; nothing of it is kept."""
    ask = running.args(PlanAsk)
    running.progress.set(0, STEPS, "profile")
    async with running.database.as_user(running.user_id) as tx:
        choice = await model_choice(tx, running.settings)
        question = await load_question(
            tx,
            start_date=ask.start_date,
            near=Near(avoid=frozenset(ask.avoid), seed=ask.seed),
            planner=None,
        )
    running.progress.set(1, STEPS, "model")
    use = Use()
    made: GeneratedPlan | None = None
    try:
        made = await modelled_plan(question, choice, use)
    finally:
        failed = made is None or bool(made.model_failed)
        async with running.database.as_user(running.user_id) as tx:
            await add_model_use(
                tx,
                requests=use.requests,
                input_tokens=use.input_tokens,
                output_tokens=use.output_tokens,
                failures=int(failed),
            )
        _LOG.info(
            "language model",
            sent_to=choice.sent_to,
            requests=use.requests,
            input_tokens=use.input_tokens,
            output_tokens=use.output_tokens,
            failed=made.model_failed if made else failed,
            repairs=len(made.repairs) if made else 0,
        )
    running.progress.set(STEPS, STEPS, "done")
    return made
