"""Random steps of a lifter's life, each carried out by the action that it is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from hypothesis import strategies as st

from blocks import load, new_user, start
from make import id_for
from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.delete_set import delete_set
from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.finish_workout import finish_workout
from metricgain.actions.relink_exercise import relink_exercise
from metricgain.actions.save_exercise import save_exercise
from metricgain.actions.save_preferences import save_preferences
from metricgain.actions.save_set import save_set
from metricgain.actions.start_workout import start_workout
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.kit.errors import Refusal
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database
from metricgain.store.exercises import OwnExercise
from metricgain.store.preferences import Preferences
from metricgain.store.sets import SetEntry
from strong_file import bring, joined, strong

Step: TypeAlias = Callable[["Life"], Awaitable[None]]

# The last days of 2020, an ISO year of 53 weeks.
FIRST_DAY = datetime(2020, 12, 24, 22, 30, tzinfo=UTC)
BENCH, ROW = 1, 318


@dataclass(slots=True)
class Life:
    """One lifter with a block, in which each step is made a minute after the last."""

    database: Database
    user_id: int
    block: UUID
    planned: tuple[UUID, ...]
    body_weight_lift: int
    assisted_lift: int
    minute: int = 0
    refused: list[Refusal] = field(default_factory=list)

    @property
    def own_lift(self) -> int:
        return (self.user_id << 22) + 77

    def log(self, number: int) -> UUID:
        """Return the id of a log: the first ones are planned, the last is a deload."""
        if number < len(self.planned):
            return self.planned[number]
        return id_for(self.user_id, f"free {number}")

    def lift(self, number: int) -> int:
        return (
            BENCH,
            ROW,
            self.body_weight_lift,
            self.assisted_lift,
            self.own_lift,
        )[number]

    async def do(self, act: Callable[[Change], Awaitable[object]]) -> None:
        """Carry out an action; a refusal is an answer, too."""
        self.minute += 1
        made_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=self.minute)
        try:
            async with changing(self.database, self.user_id, now=made_at) as change:
                await act(change)
        except Refusal as refusal:
            self.refused.append(refusal)


async def new_life(database: Database) -> Life:
    """Make a lifter with a block, an exercise of their own, and nothing done."""
    user_id = await new_user(database)
    async with database.as_system() as system:
        await system.run("INSERT INTO user_preferences (user_id) VALUES ($1)", user_id)
        kinds = {
            row["load_kind"]: row["id"]
            for row in await system.rows(
                "SELECT load_kind, min(id) AS id FROM exercises"
                " WHERE is_system AND NOT is_retired GROUP BY load_kind"
            )
        }
    block_id = await start(database, user_id)
    block = await load(database, user_id, block_id)
    deload = max(session.week_number for session in block.sessions)
    life = Life(
        database=database,
        user_id=user_id,
        block=block_id,
        planned=(
            next(s.id for s in block.sessions if s.week_number == 1),
            next(s.id for s in block.sessions if s.week_number == deload),
        ),
        body_weight_lift=kinds["bodyweight_plus"],
        assisted_lift=kinds["assisted"],
    )
    await redefine(life, Muscle.CHEST, "external")
    return life


def steps() -> st.SearchStrategy[Step]:
    """Return steps; sets are more frequent than all that may happen to them."""
    log = st.integers(0, 3)
    day = st.integers(0, 25)
    set_id = st.integers(1, 2)
    return st.one_of(
        *[st.builds(_Saving, log=log, set_id=set_id, day=day, entry=_entries())] * 5,
        st.builds(_Starting, log=log, day=day),
        st.builds(_Moving, log=log, day=day, kg=st.sampled_from([None, "64.5", "91"])),
        st.builds(_Finishing, log=log, day=day),
        st.builds(_DeletingSet, log=log, set_id=set_id),
        st.builds(_Confirming, log=log, set_id=set_id),
        st.builds(_DeletingLog, log=log),
        st.builds(_Importing, day=day),
        st.builds(_Preferring, zone=_ZONES, kg=st.sampled_from([None, "70", "82.5"])),
        st.builds(_Redefining, muscle=st.sampled_from(Muscle), kind=_KINDS),
        st.builds(_Relinking, to=st.sampled_from([BENCH, ROW])),
        st.just(_DeletingBlock()),
    )


_ZONES = st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
_KINDS = st.sampled_from(["external", "bodyweight_plus", "assisted"])


def _entries() -> st.SearchStrategy[tuple[int, SetEntry]]:
    """Return the number of a lift and a set of it; few weights, so that some tie."""
    return st.tuples(
        st.integers(0, 4),
        st.builds(
            SetEntry,
            exercise_id=st.just(0),
            set_number=st.integers(1, 3),
            weight=st.sampled_from([Decimal(w) for w in ("0", "20", "60.5", "102.5")])
            | st.decimals(0, 900, places=2),
            weight_unit=st.sampled_from(["kg", "kg", "lb"]),
            reps=st.sampled_from([0, 1, 1, 5, 8, 12, 31]),
            rir=st.sampled_from(
                [None, Decimal(0), Decimal("1.5"), Decimal(4), Decimal(5)]
            ),
            set_type=st.sampled_from(["working", "working", "warmup", "drop"]),
            seconds=st.sampled_from([None, None, 0, 45]),
            load_kind=st.sampled_from([None, None, "bodyweight_plus", "assisted"]),
        ),
    )


def _at(day: int) -> datetime:
    return FIRST_DAY + timedelta(days=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saving:
    log: int
    set_id: int
    day: int
    entry: tuple[int, SetEntry]

    async def __call__(self, life: Life) -> None:
        lift, entry = self.entry
        at = _at(self.day) + timedelta(minutes=self.set_id)
        entry = replace(entry, exercise_id=life.lift(lift), performed_at=at)
        log_id = life.log(self.log)
        await _Starting(log=self.log, day=self.day)(life)
        await life.do(
            lambda change: save_set(
                change, log_id=log_id, set_id=self.set_id, entry=entry
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Starting:
    log: int
    day: int

    async def __call__(self, life: Life) -> None:
        log_id = life.log(self.log)
        await life.do(
            lambda change: start_workout(
                change,
                id=log_id,
                started_at=_at(self.day),
                workout_instance_id=log_id if log_id in life.planned else None,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moving:
    log: int
    day: int
    kg: str | None

    async def __call__(self, life: Life) -> None:
        edit = LogEdit(
            started_at=_at(self.day),
            body_weight_kg=None if self.kg is None else Decimal(self.kg),
        )
        await life.do(
            lambda change: edit_workout_log(
                change, log_id=life.log(self.log), edit=edit
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finishing:
    log: int
    day: int

    async def __call__(self, life: Life) -> None:
        at = _at(self.day) + timedelta(minutes=70, seconds=0.7)
        await life.do(
            lambda change: finish_workout(
                change, id=life.log(self.log), completed_at=at
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _DeletingSet:
    log: int
    set_id: int

    async def __call__(self, life: Life) -> None:
        await life.do(
            lambda change: delete_set(
                change, log_id=life.log(self.log), set_id=self.set_id
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Confirming:
    log: int
    set_id: int

    async def __call__(self, life: Life) -> None:
        await life.do(
            lambda change: confirm_set(
                change, log_id=life.log(self.log), set_id=self.set_id
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _DeletingLog:
    log: int

    async def __call__(self, life: Life) -> None:
        await life.do(
            lambda change: delete_workout_log(change, log_id=life.log(self.log))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Importing:
    day: int

    async def __call__(self, life: Life) -> None:
        days = (_at(self.day), _at(self.day + 1))
        files = [
            strong(
                '"Bench Press (Barbell)",1,60,8',
                '"Bench Press (Barbell)",2,600,8',
                '"Nonesuch Press",1,40,10',
                '"Nonesuch Press",2,9999.99,1000000000',
                start=f"{day:%Y-%m-%d} 18:30:00",
            )
            for day in days
        ]
        await bring(life.database, life.user_id, joined(files), restore=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preferring:
    zone: str
    kg: str | None

    async def __call__(self, life: Life) -> None:
        weight = None if self.kg is None else Decimal(self.kg)

        def edit(before: Preferences) -> Preferences:
            return replace(before, timezone=self.zone, body_weight_kg=weight)

        await life.do(lambda change: save_preferences(change, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Redefining:
    muscle: Muscle
    kind: str

    async def __call__(self, life: Life) -> None:
        await redefine(life, self.muscle, self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relinking:
    to: int

    async def __call__(self, life: Life) -> None:
        await life.do(
            lambda change: relink_exercise(
                change, app="strong", raw_name="Nonesuch Press", exercise_id=self.to
            )
        )


@dataclass(frozen=True, slots=True)
class _DeletingBlock:
    async def __call__(self, life: Life) -> None:
        await life.do(lambda change: delete_mesocycle(change, mesocycle_id=life.block))


async def redefine(life: Life, muscle: Muscle, kind: str) -> None:
    """Let the lifter's own exercise train a muscle and the triceps a little."""
    own = OwnExercise(
        id=life.own_lift,
        name="Own Press",
        muscle_group=MuscleGroup.CHEST,
        exercise_type="freeweight",
        equipment="barbell",
        movement_pattern="horizontal_press",
        muscles={Muscle.TRICEPS: 0.5, muscle: 1.0},
        load_kind=kind,
        body_weight_factor=0.0 if kind == "external" else 0.645,
        is_timed=kind == "external",
    )
    await life.do(lambda change: save_exercise(change, exercise=own))
