"""Have it otherwise than a decision, as long as its session has not begun."""

from typing import Final
from uuid import UUID

from metricgain.engine.muscles import Muscle
from metricgain.engine.overrides import Override
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.changes import Change
from metricgain.store.deciding import find_log
from metricgain.store.overriding import (
    DecisionState,
    decision_state,
    prescribe_again,
    save_override,
)

_JUDGED: Final = frozenset({"add", "hold", "remove", "recover"})


async def override_decision(
    change: Change, *, log_id: UUID, muscle: Muscle, override: Override | None
) -> None:
    """Hold the sets of a decision, undo all of it, or have it as decided (None).

    The session that it is for is prescribed anew for that muscle. Of two wishes the
    later one counts, and the same again changes nothing. Raises NotFound, Invalid for
    a decision that judged nothing, and Conflict once the session has begun, a break
    has prescribed it, or a later workout has decided the same muscle again.
    """
    log = await find_log(change.tx, log_id)
    state = await decision_state(change, log_id, muscle)
    if log is None or state is None:
        raise NotFound(
            "nothing was decided for this muscle after that workout", field="muscle"
        )
    if state.override == override or change.is_before(state.overridden_at):
        return
    instance_id = _session_of(state)
    await save_override(change, log_id, muscle, override)
    await prescribe_again(change, log, muscle, instance_id)


def _session_of(state: DecisionState) -> UUID:
    """Return the session that can still be changed."""
    if state.kind not in _JUDGED or state.to_instance_id is None:
        raise Invalid("this decision judged nothing, so it stays", field="muscle")
    if state.has_begun:
        raise Conflict(
            "the session of this decision has begun",
            field="muscle",
            remedy="Change the sets in the workout itself.",
        )
    if state.is_after_break:
        raise Conflict("a break has prescribed that session", field="muscle")
    if state.is_replaced:
        raise Conflict("a later workout has decided this muscle again", field="muscle")
    return state.to_instance_id
