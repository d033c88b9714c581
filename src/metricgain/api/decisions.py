"""Decisions of the ledger, and having it otherwise."""

from typing import Literal
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody

from metricgain.actions.override_decision import override_decision
from metricgain.api.finishing import FinishedShape, Moment
from metricgain.api.routes import act
from metricgain.api.session import Asker
from metricgain.engine.muscles import Muscle
from metricgain.engine.overrides import Override
from metricgain.reads.finished_workout import finished_workout


class OverrideBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """`hold` keeps last week's sets, `undo` load and reps as well."""

    kind: Literal["hold", "undo", "asDecided"]
    made_at: Moment | None = None

    def override(self) -> Override | None:
        """Return what the lifter wants instead; None is as decided."""
        return None if self.kind == "asDecided" else Override(self.kind)


@act("/decisions/{log_id:uuid}/{muscle:str}/override", tags=["training"])
async def override_muscle_decision(
    log_id: FromPath[UUID],
    muscle: FromPath[Muscle],
    data: JSONBody[OverrideBody],
    asker: Asker,
) -> FinishedShape:
    """Have it otherwise than a decision, until its session begins.

    Only this muscle's exercises of that session are prescribed anew. When the past
    changes later, the wish is kept.
    """
    async with asker.changing(data.made_at) as change:
        await override_decision(
            change, log_id=log_id, muscle=muscle, override=data.override()
        )
        found = await finished_workout(change.tx, log_id)
    return msgspec.convert(found, FinishedShape, from_attributes=True)


ROUTES = [override_muscle_decision]
