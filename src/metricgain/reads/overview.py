"""How an installation is doing, for its owner."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from metricgain.store.accounts import Account, all_accounts
from metricgain.store.checking import standing
from metricgain.store.database import Transaction
from metricgain.store.monitoring import Numbers, load_numbers
from metricgain.store.vitals import Latency, SlowStatement, latency, slow_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Versions, accounts, what is stored, the last day's requests, slow statements."""

    version: str
    database_version: str
    users: list[Account]
    numbers: Numbers
    latency: Latency
    slow: list[SlowStatement]


async def overview(system: Transaction, *, now: datetime) -> Overview:
    """Return everything that the owner's screen shows of the database."""
    found = await standing(system, now=now)
    return Overview(
        version=version("metricgain"),
        database_version=found.version,
        users=await all_accounts(system),
        numbers=await load_numbers(system),
        latency=await latency(system, now=now),
        slow=await slow_statements(system, now=now),
    )
