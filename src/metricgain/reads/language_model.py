"""Whether plans can be asked from a language model, and who would read the question."""

from dataclasses import dataclass

from metricgain.config import Settings
from metricgain.integrations.language_model.asking import ModelChoice
from metricgain.kit.errors import Conflict
from metricgain.kit.vault import Vault
from metricgain.store.database import Transaction
from metricgain.store.language_models import ModelConsent, load_consent


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStanding:
    """How a user stands with the language model of an installation.

    `sent_to` is the host or the provider that reads the questions, empty where no model
    is offered. `needs_key` holds where everybody needs a key of their own, and
    `may_keep_key` where one can be encrypted.
    """

    model: str
    sent_to: str
    has_agreed: bool
    needs_key: bool
    has_key: bool
    may_keep_key: bool
    consent: ModelConsent

    @property
    def is_ready(self) -> bool:
        """Whether a question can be asked."""
        return bool(self.sent_to) and self.has_agreed and not self.lacks_key

    @property
    def lacks_key(self) -> bool:
        return self.needs_key and not self.has_key


async def model_standing(tx: Transaction, settings: Settings) -> ModelStanding:
    """Return how the user stands with the language model, by one statement."""
    consent = await load_consent(tx)
    sent_to = choice_of(settings).sent_to if settings.ai_model else ""
    return ModelStanding(
        model=settings.ai_model,
        sent_to=sent_to,
        has_agreed=bool(sent_to) and consent.agreed_to == sent_to,
        needs_key=not settings.ai_key and not settings.ai_address,
        has_key=consent.locked_key is not None,
        may_keep_key=bool(settings.secret_keys),
        consent=consent,
    )


async def model_choice(tx: Transaction, settings: Settings) -> ModelChoice:
    """Return the model to ask for the user.

    Raises Conflict where none is offered, where the user has not agreed to what is sent
    to whom, or lacks a key.
    """
    standing = await model_standing(tx, settings)
    if not standing.sent_to:
        raise Conflict(
            "this installation offers no language model",
            field="planner",
            remedy="Choose another planner, or set METRICGAIN_AI_MODEL.",
        )
    if not standing.has_agreed:
        raise Conflict(
            f"you have not agreed that your wishes are sent to {standing.sent_to}",
            field="planner",
            remedy="Read what is sent, and agree, in the settings.",
        )
    if standing.lacks_key:
        raise Conflict(
            f"{standing.sent_to} asks for a key, and there is none",
            field="planner",
            remedy="Keep a key of your own in the settings.",
        )
    locked = standing.consent.locked_key
    own = Vault(settings.secret_keys).open(locked) if locked else ""
    return choice_of(settings, own_key=own)


def choice_of(settings: Settings, *, own_key: str = "") -> ModelChoice:
    """Return the model that the settings name; a key of one's own comes first."""
    return ModelChoice(
        model=settings.ai_model,
        address=settings.ai_address,
        key=own_key or settings.ai_key,
        seconds=settings.ai_seconds,
    )
