"""What wearables say of nights and days, and the connection to the one that is asked.

The tables carry the name of the first source, WHOOP; `source` tells which one it was.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
)
from sqlalchemy.schema import SchemaItem

from metricgain.store.tables.metadata import between, moment, one_of, owned, text

SOURCES = ("whoop", "whoop_export", "apple_health", "csv")
STATES = ("SCORED", "PENDING_SCORE", "UNSCORABLE")
TIERS = ("low", "medium", "high")


def _of_source() -> tuple[SchemaItem, ...]:
    """Declare where a row comes from, and the day that it belongs to."""
    return (
        text("source", 16),
        text("source_id", 64),
        Column("local_date", Date, nullable=False),
        moment("began_at", nullable=False),
        moment("source_updated_at", nullable=False),
        text("score_state", 16),
        one_of("source", SOURCES),
        one_of("score_state", STATES),
    )


def _tier(tier: str, value: str, *, medium: int, high: int) -> CheckConstraint:
    """Refuse a tier that is not that of its value."""
    return CheckConstraint(
        f"{tier} IS NOT DISTINCT FROM CASE WHEN {value} >= {high} THEN 'high'"
        f" WHEN {value} >= {medium} THEN 'medium' WHEN {value} >= 0 THEN 'low' END",
        name=tier,
    )


whoop_recovery = owned(
    "whoop_recovery",
    *_of_source(),
    Column("user_calibrating", Boolean, nullable=False, server_default="false"),
    Column("recovery_score", Numeric(5, 2)),
    Column("recovery_score_tier", String(8)),
    Column("hrv_milli", Numeric(7, 3)),
    Column("resting_heart_rate", Numeric(5, 2)),
    Column("spo2_percentage", Numeric(5, 2)),
    Column("skin_temp_celsius", Numeric(5, 2)),
    between("recovery_score", 0, 100),
    between("hrv_milli", 0, 1000),
    between("resting_heart_rate", 0, 300),
    _tier("recovery_score_tier", "recovery_score", medium=34, high=67),
    Index(None, "user_id", "local_date"),
    key=("source", "source_id"),
    root=True,
)

whoop_sleep = owned(
    "whoop_sleep",
    *_of_source(),
    moment("ended_at", nullable=False),
    Column("is_nap", Boolean, nullable=False, server_default="false"),
    Column("asleep_minutes", SmallInteger),
    Column("need_minutes", SmallInteger),
    Column("sleep_performance", Numeric(5, 2)),
    Column("sleep_quality_tier", String(8)),
    Column("sleep_efficiency", Numeric(5, 2)),
    Column("sleep_consistency", Numeric(5, 2)),
    Column("respiratory_rate", Numeric(5, 2)),
    between("asleep_minutes", 0, 2880),
    between("need_minutes", 0, 2880),
    between("sleep_performance", 0, 100),
    CheckConstraint("ended_at >= began_at", name="times"),
    _tier("sleep_quality_tier", "sleep_performance", medium=70, high=85),
    Index(None, "user_id", "local_date"),
    key=("source", "source_id"),
    root=True,
)

whoop_cycle = owned(
    "whoop_cycle",
    *_of_source(),
    Column("strain", Numeric(4, 2)),
    between("strain", 0, 21),
    Index(None, "user_id", "local_date"),
    key=("source", "source_id"),
    root=True,
)

whoop_payloads = owned(
    "whoop_payloads",
    text("kind", 8),
    text("source", 16),
    text("source_id", 64),
    Column("raw_data_compressed", LargeBinary, nullable=False),
    one_of("kind", ("recovery", "sleep", "cycle")),
    one_of("source", SOURCES),
    key=("kind", "source", "source_id"),
    root=True,
)

whoop_connections = owned(
    "whoop_connections",
    Column("member_id", BigInteger, nullable=False),
    Column("access_token", LargeBinary, nullable=False),
    Column("refresh_token", LargeBinary, nullable=False),
    moment("expires_at", nullable=False),
    moment("connected_at", nullable=False),
    moment("polled_at"),
    # How far back the history is here; null before the first look.
    moment("filled_to"),
    Column("problem", String(16)),
    one_of("problem", ("refused", "unreadable")),
    Index(None, "member_id"),
    key=(),
    root=True,
)
