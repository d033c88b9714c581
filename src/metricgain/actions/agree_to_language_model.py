"""Agree that wishes are sent to a language model, or take that back."""

from metricgain.kit.errors import Conflict
from metricgain.store.changes import Change
from metricgain.store.language_models import save_consent


async def agree_to_language_model(
    change: Change, *, agreed_to: str | None, sent_to: str
) -> None:
    """Keep the host that may read the wishes, None for none.

    Raises Conflict for another host than the one that would read them now.
    """
    if agreed_to is not None and (not sent_to or agreed_to != sent_to):
        raise Conflict(
            f"wishes would be sent to {sent_to or 'nobody'}, not to {agreed_to}",
            field="agreedTo",
            remedy="Look again at who would read them.",
        )
    await save_consent(change, agreed_to=agreed_to)
