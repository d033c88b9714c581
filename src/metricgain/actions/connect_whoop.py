"""Connect WHOOP: keep the tokens that its login gave, and let the nights be fetched."""

from metricgain.integrations.whoop_client import Tokens
from metricgain.kit.ids import uuid7
from metricgain.kit.vault import Vault
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.jobs import NewJob, add_job
from metricgain.store.whoop import (
    WHOOP_SYNC,
    WhoopConnection,
    save_connection,
    take_turn,
)


async def connect_whoop(
    change: Change, vault: Vault, *, tokens: Tokens, member_id: int
) -> None:
    """Connect the user as a member of WHOOP, in place of any connection before."""
    await take_turn(change.tx)
    await save_connection(
        change.tx,
        WhoopConnection(
            member_id=member_id,
            access_token=vault.lock(tokens.access),
            refresh_token=vault.lock(tokens.refresh),
            expires_at=change.now + tokens.lasts,
            connected_at=change.now,
        ),
    )
    await add_job(
        change.tx,
        NewJob(
            id=uuid7(change.now),
            name=WHOOP_SYNC,
            args={},
            for_user=change.user_id,
            key=str(change.user_id),
        ),
    )
    await note_event(
        change.tx,
        change.user_id,
        "whoop_connected",
        now=change.now,
    )
