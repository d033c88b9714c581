"""Asks a language model and reads its answer: the extra `ai`.

Any provider that pydantic-ai knows, and any address that answers as OpenAI's does
(Ollama, vLLM, llama.cpp).
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlsplit

from metricgain.integrations.language_model.json_answers import Unfit
from metricgain.kit.errors import Invalid
from metricgain.kit.extras import extra

Answer = TypeVar("Answer")

TRIES: Final = 3
"""How often a model is asked: again, it is told what was wrong with its answer."""
MOST_TOKENS: Final = 8000
_OWN_NAME: Final = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChoice:
    """Which model is asked, and where.

    `model` is `provider:name`, such as `openai:gpt-5`, or with an `address` of one's
    own just the name. `seconds` is how long all tries may take together.
    """

    model: str
    address: str = ""
    key: str = ""
    seconds: float = 120

    @property
    def sent_to(self) -> str:
        """The host, or the provider, that gets to read what is asked."""
        if self.address:
            return urlsplit(self.address).netloc
        return self.model.partition(":")[0]


class Failure(StrEnum):
    """Why there is no answer to use."""

    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    BUSY = "busy"
    BROKEN = "broken"
    REFUSED = "refused"
    UNFIT = "unfit"


_KINDS: Final = (
    ("ModelTimeoutError", Failure.TOO_SLOW, "The model did not answer in time."),
    ("ModelConnectionError", Failure.UNREACHABLE, "The model could not be reached."),
    ("ModelRateLimitError", Failure.BUSY, "The model has too much to do."),
    ("ModelQuotaExceededError", Failure.BUSY, "The account at the model is used up."),
    ("ModelAuthenticationError", Failure.REFUSED, "The model did not take the key."),
    (
        "ModelNotFoundError",
        Failure.REFUSED,
        "The model of this name is not known there.",
    ),
    ("ModelServerError", Failure.BROKEN, "The model failed."),
    ("ModelUnavailableError", Failure.BUSY, "The model is not available."),
    ("ContentFilterError", Failure.REFUSED, "The model does not want to answer."),
    ("ModelAPIError", Failure.BROKEN, "The model answered with an error."),
)
_UNFIT: Final = "The model gave no answer that can be used."
SAID: Final = (*(said for *_, said in _KINDS), _UNFIT)
"""What a failure may be told as, but for the time that it took."""


class ModelFailedError(Exception):
    """A model gave no answer that can be used; `failure` says of which kind."""

    def __init__(self, failure: Failure, said: str) -> None:
        super().__init__(said)
        self.failure = failure


@dataclass(slots=True)
class Use:
    """What was asked for so far; tokens are those that the model has counted."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Question(Generic[Answer]):
    """What a model is told, what it is asked, and how its answer is read.

    `read` raises Unfit for an answer that is none; the model gets to know why.
    """

    instructions: str
    asked: str
    read: Callable[[str], Answer]


def require_model() -> ModuleType:
    """Return the library. Raises NotInstalled without the extra `ai`."""
    return extra("pydantic_ai", group="ai", field="planner")


async def ask(question: Question[Answer], choice: ModelChoice, use: Use) -> Answer:
    """Return a model's answer; `use` grows by what was asked for, answered or not.

    What is transient is tried again after a pause, by the library of the provider.
    Raises ModelFailedError, NotInstalled, and Invalid for a model that does not exist.
    """
    library = require_model()
    exceptions = extra("pydantic_ai.exceptions", group="ai", field="planner")
    agent = library.Agent(
        _model(choice),
        output_type=library.TextOutput(_retrying(question.read, library)),
        instructions=question.instructions,
        retries=TRIES - 1,
        model_settings={"temperature": 0.2, "max_tokens": MOST_TOKENS},
    )
    counted = library.RunUsage()
    try:
        async with asyncio.timeout(choice.seconds):
            run = await agent.run(question.asked, usage=counted)
    except TimeoutError as error:
        raise ModelFailedError(
            Failure.TOO_SLOW, f"The model took longer than {choice.seconds:g} seconds."
        ) from error
    except exceptions.AgentRunError as error:
        raise _failed(error, exceptions) from error
    finally:
        use.requests += max(1, counted.requests)
        use.input_tokens += counted.input_tokens
        use.output_tokens += counted.output_tokens
    found: Answer = run.output
    return found


def _retrying(
    read: Callable[[str], Answer], library: ModuleType
) -> Callable[[str], Answer]:
    def read_or_ask_again(text: str) -> Answer:
        try:
            return read(text)
        except Unfit as error:
            raise library.ModelRetry(str(error)) from error

    # The library looks at the annotations of what it calls.
    read_or_ask_again.__annotations__ = {"text": str, "return": object}
    return read_or_ask_again


def _model(choice: ModelChoice) -> object:
    if choice.address:
        models = extra("pydantic_ai.models.openai", group="ai", field="planner")
        providers = extra(
            "pydantic_ai.providers.openai_compatible", group="ai", field="planner"
        )
        return models.OpenAIChatModel(
            choice.model,
            provider=providers.OpenAICompatibleProvider(
                _OWN_NAME, base_url=choice.address, api_key=choice.key or None
            ),
        )
    models = extra("pydantic_ai.models", group="ai", field="planner")
    providers = extra("pydantic_ai.providers", group="ai", field="planner")
    exceptions = extra("pydantic_ai.exceptions", group="ai", field="planner")

    def provider(name: str) -> Any:  # noqa: ANN401 - each provider is of its own type
        found = providers.infer_provider_class(name)
        return found(api_key=choice.key) if choice.key else found()

    try:
        return models.infer_model(choice.model, provider)
    except (exceptions.UserError, ValueError, ImportError) as error:
        raise Invalid(
            f"no model can be asked as {choice.model!r}: {error}",
            field="METRICGAIN_AI_MODEL",
        ) from error


def _failed(error: Exception, exceptions: ModuleType) -> ModelFailedError:
    for name, failure, said in _KINDS:
        if isinstance(error, getattr(exceptions, name)):
            return ModelFailedError(failure, said)
    return ModelFailedError(Failure.UNFIT, _UNFIT)
