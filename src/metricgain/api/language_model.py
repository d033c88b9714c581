"""The language model that can be asked for plans: what it reads, and its key."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request
from litestar.params import JSONBody
from msgspec import Meta

from metricgain.actions.agree_to_language_model import agree_to_language_model
from metricgain.actions.keep_model_key import keep_model_key
from metricgain.api.routes import keep, replace
from metricgain.api.session import Asker
from metricgain.config import Settings
from metricgain.reads.language_model import ModelStanding, model_standing


class LanguageModelShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How one stands with the language model of this installation.

    `sentTo` is the host or the provider that would read the wishes; without one, none
    is offered. Before anything is sent, `agreedTo` has to be it. A key is never shown.
    """

    model: str
    sent_to: str
    is_ready: bool
    agreed_to: str | None
    agreed_at: datetime | None
    needs_key: bool
    has_key: bool
    may_keep_key: bool
    requests: int
    input_tokens: int
    output_tokens: int
    failures: int


class ConsentBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Who may read the wishes: `sentTo` as it is shown, null for nobody."""

    agreed_to: Annotated[str, Meta(min_length=1, max_length=255)] | None


class KeyBody(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """A key of one's own for the model; null forgets it."""

    key: Annotated[str, Meta(min_length=1, max_length=1000)] | None


@keep("/language-model", tags=["planning"])
async def get_language_model(
    asker: Asker, request: Request[Any, Any, Any]
) -> LanguageModelShape:
    """Say whether a language model can be asked for plans, and who reads the wishes."""
    async with asker.reading() as tx:
        return _shape(await model_standing(tx, _settings(request)))


@replace("/language-model/consent", tags=["planning"])
async def put_model_consent(
    data: JSONBody[ConsentBody], asker: Asker, request: Request[Any, Any, Any]
) -> LanguageModelShape:
    """Agree that wishes are sent to the model, or take that back."""
    settings = _settings(request)
    async with asker.changing() as change:
        standing = await model_standing(change.tx, settings)
        await agree_to_language_model(
            change, agreed_to=data.agreed_to, sent_to=standing.sent_to
        )
        return _shape(await model_standing(change.tx, settings))


@replace("/language-model/key", tags=["planning"])
async def put_model_key(
    data: JSONBody[KeyBody], asker: Asker, request: Request[Any, Any, Any]
) -> LanguageModelShape:
    """Keep a key of one's own for the model, encrypted, or forget it."""
    settings = _settings(request)
    async with asker.changing() as change:
        await keep_model_key(change, key=data.key, secret_keys=settings.secret_keys)
        return _shape(await model_standing(change.tx, settings))


def _settings(request: Request[Any, Any, Any]) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _shape(standing: ModelStanding) -> LanguageModelShape:
    consent = standing.consent
    return LanguageModelShape(
        model=standing.model,
        sent_to=standing.sent_to,
        is_ready=standing.is_ready,
        agreed_to=consent.agreed_to,
        agreed_at=consent.agreed_at,
        needs_key=standing.needs_key,
        has_key=standing.has_key,
        may_keep_key=standing.may_keep_key,
        requests=consent.requests,
        input_tokens=consent.input_tokens,
        output_tokens=consent.output_tokens,
        failures=consent.failures,
    )


ROUTES = [get_language_model, put_model_consent, put_model_key]
