"""The second step of signing in, for accounts that an authenticator app guards."""

from metricgain.actions.give_second_factor import give_second_factor
from metricgain.api.door import Door
from metricgain.kit.clock import now
from metricgain.kit.errors import NotSignedIn
from metricgain.store.attempts import code_gate, count_attempt, forget_attempts
from metricgain.store.audit import Visitor
from metricgain.store.database import Transaction
from metricgain.store.second_factors import load_totp


class CodeNeeded(NotSignedIn):
    """The first step was right; the second is missing or wrong."""

    def __init__(self, rule: str) -> None:
        super().__init__(
            rule,
            field="code",
            remedy="Type the code of your authenticator app, or a recovery code.",
        )


async def needs_code(system: Transaction, user_id: int) -> bool:
    """Tell whether an authenticator app guards this account."""
    kept = await load_totp(system, user_id)
    return kept is not None and kept.confirmed_at is not None


async def check_code(door: Door, user_id: int, code: str | None) -> None:
    """Take the code of a second factor; what was taken stays so, whatever follows.

    Raises CodeNeeded without a right one, and TooMany.
    """
    if code is None:
        raise CodeNeeded("this account needs a code besides")
    gate = code_gate(user_id)
    async with door.database.as_system() as system:
        await count_attempt(system, gate, now=now())
    async with door.database.as_system() as system:
        is_right = await give_second_factor(
            system,
            user_id,
            code,
            secret_keys=door.settings.secret_keys,
            now=now(),
            visitor=Visitor(device=door.device, network=door.network),
        )
        if is_right:
            await forget_attempts(system, gate, now=now())
    if not is_right:
        raise CodeNeeded("this code is wrong, or was used already")
