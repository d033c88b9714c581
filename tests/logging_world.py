"""A lifter with one planned workout, and shortcuts to log in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from make import id_for, insert, rows_for
from metricgain.actions.save_set import SavedSet, save_set
from metricgain.actions.start_workout import start_workout
from metricgain.kit.ids import secret
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database
from metricgain.store.logs import Log
from metricgain.store.sets import SetEntry
from metricgain.store.tables import metadata

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PLAN = (
    "users", "user_preferences", "exercises", "exercise_muscles", "mesocycles",
    "microcycles", "workouts", "workout_instances", "prescriptions",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One user's ids and database."""

    database: Database
    user_id: int
    exercise_id: int

    @property
    def planned(self) -> UUID:
        return id_for(self.user_id, "log")

    def free(self, name: str = "free") -> UUID:
        return id_for(self.user_id, name)

    @asynccontextmanager
    async def at(self, minutes: float) -> AsyncIterator[Change]:
        """Open a change made so many minutes after noon, heard of a year later."""
        made_at = NOON + timedelta(minutes=minutes)
        now = NOON + timedelta(days=365)
        async with changing(
            self.database, self.user_id, now=now, made_at=made_at
        ) as change:
            yield change

    async def start(self, log_id: UUID, *, minutes: float = 0) -> Log | None:
        """Start a workout, free unless it is the planned one."""
        async with self.at(minutes) as change:
            return await start_workout(
                change,
                id=log_id,
                workout_instance_id=log_id if log_id == self.planned else None,
                started_at=NOON + timedelta(minutes=minutes),
            )

    def entry(self, **changes: object) -> SetEntry:
        entry = SetEntry(
            exercise_id=self.exercise_id,
            set_number=1,
            weight=Decimal(80),
            weight_unit="kg",
            reps=8,
            rir=Decimal(2),
            performed_at=NOON + timedelta(minutes=5),
        )
        return replace(entry, **changes)  # type: ignore[arg-type]  # names are checked by replace

    async def save(
        self, log_id: UUID, *, minutes: float = 5, set_id: int = 1, **changes: object
    ) -> SavedSet | None:
        async with self.at(minutes) as change:
            return await save_set(
                change, log_id=log_id, set_id=set_id, entry=self.entry(**changes)
            )

    async def rows(self, table: str, order: str = "1") -> list[dict[str, object]]:
        """Return all rows of this user in a table."""
        async with self.database.as_user(self.user_id) as tx:
            found = await tx.rows(
                f"SELECT * FROM {table} WHERE user_id = $1 ORDER BY {order}",  # noqa: S608 - names come from the tests
                self.user_id,
            )
        return [dict(row) for row in found]

    async def complete(self, log_id: UUID) -> None:
        async with self.database.as_user(self.user_id) as tx:
            await tx.run(
                "UPDATE workout_logs SET status = 'completed',"
                " completed_at = started_at + interval '1 hour'"
                " WHERE user_id = $1 AND id = $2",
                self.user_id,
                log_id,
            )


async def make_world(database: Database, *, timezone: str = "UTC") -> World:
    """Make a user with an active block of one planned chest workout."""
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash, timezone)"
            " VALUES ($1, '', $2) RETURNING id",
            f"{secret().lower()}@example.org",
            timezone,
        )
        assert isinstance(user_id, int)
        await fill_plan(system.run, user_id)
    return World(database=database, user_id=user_id, exercise_id=(user_id << 22) + 1)


async def fill_plan(run: Callable[..., Awaitable[object]], user_id: int) -> None:
    """Give a user who is there one planned workout."""
    written = rows_for(user_id)
    for table in metadata.sorted_tables:
        if table.name in PLAN and table.name not in ("users", "user_preferences"):
            row = {
                name: value
                for name, value in written[table.name].items()
                if name not in ("parent_mesocycle_id", "macrocycle_id")
            }
            await insert(run, table, row)
