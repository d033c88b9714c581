"""How the switches of all processes stand, as the database keeps it."""

from datetime import datetime

from metricgain.store.database import Transaction, sql
from metricgain.store.switches import Mode, Switch


async def load_switches(tx: Transaction) -> dict[Switch, Mode]:
    """Return the switches that are set. What a newer release set is left out."""
    rows = await tx.rows(sql("switches_load"))
    known = set(Switch)
    return {
        Switch(row["name"]): Mode(row["mode"]) for row in rows if row["name"] in known
    }


async def save_switch(
    system: Transaction, switch: Switch, mode: Mode, *, now: datetime
) -> None:
    """Set a switch for every process that has none of its own."""
    await system.run(sql("switch_save"), switch, mode, now)
