"""Keep what wearables say of nights, and how ready that made somebody.

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLES = (
    "whoop_recovery",
    "whoop_sleep",
    "whoop_cycle",
    "whoop_payloads",
    "whoop_connections",
)
SOURCES = "source IN ('whoop', 'whoop_export', 'apple_health', 'csv')"
BY_SOURCE = ("source", "source_id")


def make(table: str, *items: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("user_id", sa.Integer(), nullable=False),
        *items,
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f(f"{table}_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", *key, name=op.f(f"{table}_pkey")),
    )
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(
        f"CREATE POLICY own ON {table} USING (user_id = {ME})"
        f" WITH CHECK (user_id = {ME})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def make_dated(table: str, *items: sa.schema.SchemaItem) -> None:
    make(
        table,
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("source_id", sa.String(64), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        moment("began_at"),
        moment("source_updated_at"),
        sa.Column("score_state", sa.String(16), nullable=False),
        *items,
        check(table, "source", SOURCES),
        check(
            table,
            "score_state",
            "score_state IN ('SCORED', 'PENDING_SCORE', 'UNSCORABLE')",
        ),
        key=BY_SOURCE,
    )
    op.create_index(
        op.f(f"{table}_user_id_local_date_ix"), table, ["user_id", "local_date"]
    )


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"{table}_{name}_check"))


def tier(table: str, name: str, value: str, medium: int, high: int) -> sa.CheckConstraint:
    return check(
        table,
        name,
        f"{name} IS NOT DISTINCT FROM CASE WHEN {value} >= {high} THEN 'high'"
        f" WHEN {value} >= {medium} THEN 'medium' WHEN {value} >= 0 THEN 'low' END",
    )


def moment(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def flag(name: str, default: str = "false") -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=default, nullable=False)


def number(name: str, digits: int = 5, places: int = 2) -> sa.Column[object]:
    return sa.Column(name, sa.Numeric(digits, places), nullable=True)


def upgrade() -> None:
    op.add_column("user_preferences", flag("use_readiness", "true"))
    op.add_column("progression_decisions", number("readiness", 4, 3))
    table = "whoop_recovery"
    make_dated(
        table,
        flag("user_calibrating"),
        number("recovery_score"),
        sa.Column("recovery_score_tier", sa.String(8), nullable=True),
        number("hrv_milli", 7, 3),
        number("resting_heart_rate"),
        number("spo2_percentage"),
        number("skin_temp_celsius"),
        check(table, "recovery_score", "recovery_score BETWEEN 0 AND 100"),
        check(table, "hrv_milli", "hrv_milli BETWEEN 0 AND 1000"),
        check(table, "resting_heart_rate", "resting_heart_rate BETWEEN 0 AND 300"),
        tier(table, "recovery_score_tier", "recovery_score", 34, 67),
    )
    table = "whoop_sleep"
    make_dated(
        table,
        moment("ended_at"),
        flag("is_nap"),
        sa.Column("asleep_minutes", sa.SmallInteger(), nullable=True),
        sa.Column("need_minutes", sa.SmallInteger(), nullable=True),
        number("sleep_performance"),
        sa.Column("sleep_quality_tier", sa.String(8), nullable=True),
        number("sleep_efficiency"),
        number("sleep_consistency"),
        number("respiratory_rate"),
        check(table, "asleep_minutes", "asleep_minutes BETWEEN 0 AND 2880"),
        check(table, "need_minutes", "need_minutes BETWEEN 0 AND 2880"),
        check(table, "sleep_performance", "sleep_performance BETWEEN 0 AND 100"),
        check(table, "times", "ended_at >= began_at"),
        tier(table, "sleep_quality_tier", "sleep_performance", 70, 85),
    )
    table = "whoop_cycle"
    make_dated(
        table,
        number("strain", 4, 2),
        check(table, "strain", "strain BETWEEN 0 AND 21"),
    )
    _make_connection()


def _make_connection() -> None:
    table = "whoop_payloads"
    make(
        table,
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("source_id", sa.String(64), nullable=False),
        sa.Column("raw_data_compressed", sa.LargeBinary(), nullable=False),
        check(table, "kind", "kind IN ('recovery', 'sleep', 'cycle')"),
        check(table, "source", SOURCES),
        key=("kind", *BY_SOURCE),
    )
    table = "whoop_connections"
    make(
        table,
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("access_token", sa.LargeBinary(), nullable=False),
        sa.Column("refresh_token", sa.LargeBinary(), nullable=False),
        moment("expires_at"),
        moment("connected_at"),
        moment("polled_at", nullable=True),
        moment("filled_to", nullable=True),
        sa.Column("problem", sa.String(16), nullable=True),
        check(table, "problem", "problem IN ('refused', 'unreadable')"),
        key=(),
    )
    op.create_index(op.f(f"{table}_member_id_ix"), table, ["member_id"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("progression_decisions", "readiness")
    op.drop_column("user_preferences", "use_readiness")
