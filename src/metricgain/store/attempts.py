"""How often something was tried, counted for all processes together."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from metricgain.kit.errors import TooMany
from metricgain.store.database import Transaction, sql

PAUSE: Final = timedelta(minutes=15)
CODE_ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What lets at most `most` attempts through in a quarter of an hour."""

    key: bytes
    most: int


def account_gate(email: str, *, most: int) -> Gate:
    """Return the gate of one account, which is there for unknown accounts too."""
    return Gate(key=_key("account", email), most=most)


def code_gate(user_id: int) -> Gate:
    """Return the gate of the second step of one account, which is narrow.

    Of a million codes three are right at a time, so few may be tried.
    """
    return Gate(key=_key("code", str(user_id)), most=CODE_ATTEMPTS)


def address_gate(purpose: str, address: str, *, most: int) -> Gate:
    """Return the gate of one network address; of IPv6, of its network of 64 bits."""
    return Gate(key=_key(purpose, _network(address)), most=most)


async def count_attempt(system: Transaction, gate: Gate, *, now: datetime) -> None:
    """Count an attempt before it is made, so that none made at once slips through.

    Raises TooMany once a gate is closed. The quarter of an hour starts with the first
    attempt.
    """
    row = await system.row(sql("attempt_count"), gate.key, now, now - PAUSE)
    assert row is not None
    if row["failures"] > gate.most:
        left = row["since"] + PAUSE - now
        raise TooMany(
            "this was tried too often", retry_after=int(left.total_seconds()) + 1
        )


async def take_back(system: Transaction, gate: Gate) -> None:
    """Not count one attempt after all, because it succeeded."""
    await system.run(sql("attempt_take_back"), gate.key)


async def forget_attempts(system: Transaction, gate: Gate, *, now: datetime) -> None:
    """Open a gate again, and drop the counts of all that have expired."""
    await system.run(sql("attempt_forget"), gate.key)
    await system.run(sql("attempt_forget_old"), now - PAUSE)


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def _key(purpose: str, what: str) -> bytes:
    return hashlib.sha256(f"{purpose}:{what}".encode()).digest()
