"""Let a lifter have it otherwise than a decision: in the ledger and in the plan."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from metricgain.engine.muscles import Muscle
from metricgain.engine.overrides import Override
from metricgain.store.changes import Change
from metricgain.store.coming import Preparation, prepare_sessions
from metricgain.store.database import sql
from metricgain.store.deciding import LogInBlock
from metricgain.store.deciding_data import load_coming
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import load_lifts
from metricgain.store.outcomes import save_muscle


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionState:
    """A decision, what the lifter wants instead, and what hinders a change of it.

    `has_begun` is the session that it is for, `is_after_break` that session being
    prescribed by a break, `is_replaced` a later workout having decided the same.
    """

    kind: str
    to_instance_id: UUID | None
    override: str | None
    overridden_at: datetime | None
    has_begun: bool
    is_after_break: bool
    is_replaced: bool


async def decision_state(
    change: Change, log_id: UUID, muscle: Muscle
) -> DecisionState | None:
    """Return a decision of the ledger, or None."""
    row = await change.tx.row(sql("decision_state"), change.user_id, log_id, muscle)
    return None if row is None else DecisionState(**dict(row))


async def save_override(
    change: Change, log_id: UUID, muscle: Muscle, override: Override | None
) -> None:
    """Write what the lifter wants into the ledger; None is as decided."""
    await change.tx.run(
        sql("decision_override"),
        change.user_id,
        log_id,
        muscle,
        override,
        change.made_at,
        change.revision,
    )


async def prescribe_again(
    change: Change, log: LogInBlock, muscle: Muscle, instance_id: UUID
) -> None:
    """Make a coming session anew and write the exercises that train a muscle.

    The ledger remembers what came of the decision of the log.
    """
    coming = await load_coming(change.tx, instance_id, itself=True)
    lifter = await load_lifter(change.tx)
    (session,) = prepare_sessions(
        Preparation(
            coming=coming,
            lifter=lifter,
            lifts=await load_lifts(change.tx, coming.exercise_ids, lifter),
            emphasis=log.emphasis,
        ),
        fresh=(),
        only=instance_id,
    )
    await save_muscle(change, session, muscle)
    for became in session.prescribed.muscles:
        if became.muscle == muscle:
            await change.tx.run(
                sql("decision_became"),
                change.user_id,
                log.id,
                muscle,
                became.delta_applied,
                became.base_sets,
                became.sets,
                became.cap_reason,
                change.revision,
            )
