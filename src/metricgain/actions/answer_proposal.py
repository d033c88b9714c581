"""Accept or reject a change of the plan that was offered."""

from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.proposals import find_proposal, save_answer


async def answer_proposal(change: Change, *, id: UUID, accept: bool) -> str:  # noqa: A002 - the name it has in every table
    """Answer a proposal; return its status. The same answer again changes nothing.

    Raises NotFound, and Conflict where the other answer was given, a newer proposal
    replaced it, or the session has begun.
    """
    proposal = await find_proposal(change.tx, id)
    if proposal is None:
        raise NotFound("this proposal does not exist", field="id")
    answer = "accepted" if accept else "rejected"
    if proposal.status == answer:
        return answer
    if proposal.status != "open":
        raise Conflict(f"this proposal was {proposal.status} already", field="id")
    if accept and not proposal.is_open:
        raise Conflict("the session of this proposal has begun", field="id")
    await save_answer(change, proposal, accepted=accept)
    return answer
