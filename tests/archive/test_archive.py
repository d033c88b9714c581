"""Old blocks in small: nothing is lost, and nothing looks otherwise."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metricgain.actions.archive_mesocycle import archive_mesocycle
from metricgain.actions.bring_back_mesocycle import bring_back_mesocycle
from metricgain.actions.choose_gym import choose_gym
from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_mesocycle import delete_mesocycle
from metricgain.actions.delete_set import delete_set
from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.merge_exercise import merge_exercise
from metricgain.actions.save_gym import save_gym
from metricgain.actions.save_preferences import save_preferences
from metricgain.actions.save_set import save_set
from metricgain.actions.start_workout import start_workout
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Conflict, NotFound
from metricgain.kit.ids import uuid7
from metricgain.reads.exercise_history import exercise_history
from metricgain.reads.full_export import export_size, full_export
from metricgain.reads.workout_log import workout_log
from metricgain.reads.workout_logs import workout_logs
from metricgain.store.adherence import adherence_rows
from metricgain.store.archive.packing import pack, unpack
from metricgain.store.archiving import list_archived
from metricgain.store.calendar import calendar_entries
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database, Transaction
from metricgain.store.exporting import count_sets, history_in_parts, sets_over_time
from metricgain.store.feedback_correlation import answers_with_next_sets
from metricgain.store.gyms import Gym, load_gyms
from metricgain.store.mesocycles import load_block
from metricgain.store.past.kept import KeptPast
from metricgain.store.preferences import Preferences
from metricgain.store.sets import SetEntry
from metricgain.store.statistics.rebuild import mark, rebuild
from metricgain.store.statistics.verify import verify
from metricgain.store.sync_rows import log_rows
from training_steps import (
    BENCH,
    FIRST_DAY,
    Life,
    Step,
    new_life,
    redefine,
    steps,
)

Ask: TypeAlias = Callable[[Transaction], Awaitable[object]]
Act: TypeAlias = Callable[[Life, Change], Awaitable[object]]

PLANNED, DELOAD, FREE = range(3)
OWN, BODY_WEIGHT = 4, 2
NOW = datetime(2027, 3, 1, tzinfo=UTC)
EVER = (date(2020, 1, 1), date(2027, 12, 31))


@pytest.fixture
async def life(database: Database) -> Life:
    """A lifter with a completed block, free training, and a newer block."""
    made = await new_life(database)
    for log, day in ((PLANNED, 0), (DELOAD, 7), (FREE, 2)):
        await log_set(made, log, 1, lift=0, day=day, weight="100", reps=5)
        await log_set(made, log, 2, lift=OWN, day=day, weight="40.25", reps=3)
        await log_set(made, log, 3, lift=BODY_WEIGHT, day=day, weight="5", reps=12)
    await log_set(made, PLANNED, 4, day=0, weight="700", reps=2, set_type="drop")
    assert made.refused == []
    await grow_old(made)
    return made


async def log_set(  # noqa: PLR0913 - what a set is
    life: Life,
    log: int,
    set_id: int,
    *,
    day: int,
    weight: str,
    reps: int,
    lift: int = 0,
    set_type: str = "working",
) -> None:
    entry = SetEntry(
        exercise_id=life.lift(lift),
        set_number=set_id,
        weight=Decimal(weight),
        weight_unit="kg",
        reps=reps,
        rir=Decimal("1.5"),
        set_type=set_type,
        performed_at=FIRST_DAY + timedelta(days=day, minutes=set_id, microseconds=7),
        note="größer" if set_id == 1 else None,
    )
    await begin(life, log, day)
    await life.do(
        lambda change: save_set(
            change, log_id=life.log(log), set_id=set_id, entry=entry
        )
    )


async def begin(life: Life, log: int, day: int) -> None:
    log_id = life.log(log)
    await life.do(
        lambda change: start_workout(
            change,
            id=log_id,
            started_at=FIRST_DAY + timedelta(days=day),
            workout_instance_id=log_id if log_id in life.planned else None,
        )
    )


async def grow_old(life: Life) -> None:
    """Complete the block, and let another one follow."""
    async with life.database.as_user(life.user_id) as tx:
        await tx.run(
            "UPDATE mesocycles SET status = 'completed' WHERE user_id = $1", tx.user_id
        )
        await tx.run(
            "UPDATE workout_logs SET status = 'completed' WHERE user_id = $1",
            tx.user_id,
        )
        await tx.run(
            "INSERT INTO mesocycles (user_id, id, name, duration_weeks, days_per_week,"
            " start_date, status) VALUES ($1, gen_random_uuid(), 'Newer', 4, 3,"
            " '2026-12-01', 'completed')",
            tx.user_id,
        )


async def everything(tx: Transaction) -> object:
    return await workout_logs(tx, first=None, last=None, after=None, limit=50)


async def archive(life: Life) -> None:
    async with changing(life.database, life.user_id, now=NOW) as change:
        await archive_mesocycle(change, mesocycle_id=life.block)


async def archived(life: Life) -> int:
    async with life.database.as_user(life.user_id) as tx:
        return sum(one.sets for one in await list_archived(tx))


async def stored(life: Life) -> list[dict[str, object]]:
    """Return the rows of the table of sets, as they are."""
    async with life.database.as_user(life.user_id) as tx:
        rows = await tx.rows(
            "SELECT * FROM sets WHERE user_id = $1 ORDER BY workout_log_id, id",
            tx.user_id,
        )
    return [dict(row) for row in rows]


async def seen(life: Life) -> dict[str, object]:
    """Return what screens, exports and devices are told of all that was done."""
    found: dict[str, object] = {}
    logs = [life.log(number) for number in range(4)]

    async def ask(name: str, answer: Ask) -> None:
        async with life.database.as_user(life.user_id) as tx:
            found[name] = await answer(tx)

    async def lifted(tx: Transaction, number: int) -> object:
        past = await exercise_history(tx, life.lift(number), after=None, limit=100)
        # The revision of the user grows with every change, whatever it is about.
        return replace(past, revision=0)

    async with life.database.as_user(life.user_id) as tx:
        statement = "SELECT id FROM workout_logs WHERE user_id = $1"
        rows = await tx.rows(statement, tx.user_id)
    here = [one for one in logs if one in {row["id"] for row in rows}]
    for log_id in here:
        await ask(f"log {log_id}", lambda tx, at=log_id: workout_log(tx, at))
    await ask("logs", everything)
    for number in (0, OWN, BODY_WEIGHT):
        await ask(f"lift {number}", lambda tx, of=number: lifted(tx, of))
    await ask("days", lambda tx: KeptPast(tx).days(*EVER))
    await ask("adherence", lambda tx: adherence_rows(tx, *EVER, today=EVER[1]))
    await ask("calendar", lambda tx: calendar_entries(tx, since=EVER[0]))
    await ask("felt", answers_with_next_sets)
    await ask("sets", sets_over_time)
    await ask("count", count_sets)
    await ask("size", export_size)

    async def history(tx: Transaction) -> object:
        return [row async for rows in history_in_parts(tx) for row in rows]

    async def whole(tx: Transaction) -> object:
        parts = [part async for part in full_export(tx, now=NOW)]
        # Devices are told of the block anew; nothing else is touched.
        return b"".join(parts)

    async def synced(tx: Transaction) -> object:
        found = await log_rows(tx, [str(one) for one in here])
        return sorted((row for row in found.sets), key=str)

    await ask("history", history)
    await ask("export", whole)
    await ask("sync", synced)
    return found


async def test_what_is_archived_is_seen_as_before_and_comes_back_to_the_last_digit(
    life: Life,
) -> None:
    before, rows = await seen(life), await stored(life)

    await archive(life)

    assert await archived(life) == 7
    assert len(await stored(life)) == 3
    after = await seen(life)
    assert {name for name in before if after[name] != before[name]} == set()
    assert await verify(life.database, life.user_id) == []
    await archive(life)
    async with changing(life.database, life.user_id, now=NOW) as change:
        await bring_back_mesocycle(change, mesocycle_id=life.block)
        await bring_back_mesocycle(change, mesocycle_id=life.block)
    assert await stored(life) == rows
    assert await archived(life) == 0


async def test_statistics_computed_anew_count_what_is_archived(life: Life) -> None:
    await archive(life)
    async with life.database.as_user(life.user_id) as tx:
        for table in ("weekly_stats", "personal_records", "exercise_weekly_summary"):
            await tx.run(f"DELETE FROM {table} WHERE user_id = $1", tx.user_id)  # noqa: S608 - named above
    assert await verify(life.database, life.user_id) != []

    async with life.database.as_system() as system:
        await mark(system, user_id=life.user_id)
    await rebuild(life.database, life.user_id, now=NOW)

    assert await verify(life.database, life.user_id) == []
    assert await archived(life) == 7


async def another_free_set(life: Life, change: Change) -> object:
    """Log in the very week of what is archived."""
    entry = SetEntry(
        exercise_id=BENCH, set_number=9, weight=Decimal(200), weight_unit="kg", reps=1,
        rir=None, performed_at=FIRST_DAY + timedelta(days=2, minutes=9),
    )  # fmt: skip
    return await save_set(change, log_id=life.log(FREE), set_id=9, entry=entry)


async def heavier_lifter(_: Life, change: Change) -> object:
    def edit(before: Preferences) -> Preferences:
        return replace(before, body_weight_kg=Decimal(95))

    return await save_preferences(change, edit)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(another_free_set, id="a set of the same week"),
        pytest.param(heavier_lifter, id="another body weight"),
        pytest.param(
            lambda life, change: delete_workout_log(change, log_id=life.log(FREE)),
            id="the record of a free workout deleted",
        ),
    ],
)
async def test_what_is_changed_beside_it_leaves_it_archived_and_counts_right(
    life: Life, act: Act
) -> None:
    await archive(life)

    await life.do(lambda change: act(life, change))

    assert life.refused == []
    assert await archived(life) == 7
    assert await verify(life.database, life.user_id) == []


async def test_an_exercise_that_is_defined_anew_counts_anew_in_what_is_archived(
    life: Life,
) -> None:
    await archive(life)

    await redefine(life, Muscle.QUADS, "bodyweight_plus")

    assert (life.refused, await archived(life)) == ([], 7)
    assert await verify(life.database, life.user_id) == []


def planned_set(set_id: int) -> SetEntry:
    """Return a set of the planned workout; the first is known by its moment."""
    return SetEntry(
        exercise_id=BENCH, set_number=set_id, weight=Decimal(60), weight_unit="kg",
        reps=8, rir=None,
        performed_at=FIRST_DAY + timedelta(minutes=set_id, microseconds=7),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("act", "left"),
    [
        pytest.param(
            lambda life, change: save_set(
                change, log_id=life.log(PLANNED), set_id=5, entry=planned_set(5)
            ),
            11,
            id="a set added",
        ),
        pytest.param(
            lambda life, change: save_set(
                change, log_id=life.log(PLANNED), set_id=1, entry=planned_set(1)
            ),
            10,
            id="a set corrected",
        ),
        pytest.param(
            lambda life, change: delete_set(change, log_id=life.log(DELOAD), set_id=1),
            9,
            id="a set deleted",
        ),
        pytest.param(
            lambda life, change: confirm_set(
                change, log_id=life.log(PLANNED), set_id=4
            ),
            10,
            id="a set confirmed",
        ),
        pytest.param(
            lambda life, change: edit_workout_log(
                change,
                log_id=life.log(PLANNED),
                edit=LogEdit(started_at=FIRST_DAY + timedelta(days=20)),
            ),
            10,
            id="a workout moved",
        ),
        pytest.param(
            lambda life, change: delete_workout_log(change, log_id=life.log(DELOAD)),
            7,
            id="a workout deleted",
        ),
        pytest.param(
            lambda life, change: merge_exercise(
                change, exercise_id=life.own_lift, into=BENCH
            ),
            10,
            id="an exercise merged",
        ),
        pytest.param(
            lambda life, change: delete_mesocycle(change, mesocycle_id=life.block),
            3,
            id="the block deleted",
        ),
    ],
)
async def test_who_changes_what_is_archived_brings_it_back(
    life: Life, act: Act, left: int
) -> None:
    await archive(life)

    await life.do(lambda change: act(life, change))

    assert life.refused == []
    assert await archived(life) == 0
    assert len(await stored(life)) == left
    assert await verify(life.database, life.user_id) == []


@given(acts=st.lists(steps(), min_size=3, max_size=10))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_life_comes_back_as_it_was(
    database: Database, acts: list[Step]
) -> None:
    life = await new_life(database)
    for act in acts:
        await act(life)
    await grow_old(life)
    before, rows = await seen(life), await stored(life)
    try:
        await archive(life)
    except (Conflict, NotFound):
        # Nothing was done in the block, or it was deleted.
        return

    after = await seen(life)

    assert {name for name in before if after[name] != before[name]} == set()
    assert await verify(database, life.user_id) == []
    async with changing(database, life.user_id, now=NOW) as change:
        await bring_back_mesocycle(change, mesocycle_id=life.block)
    assert await stored(life) == rows
    assert await verify(database, life.user_id) == []


async def test_what_goes_on_or_is_new_is_refused(life: Life) -> None:
    async with life.database.as_user(life.user_id) as tx:
        newest = await tx.value(
            "SELECT id FROM mesocycles WHERE user_id = $1 AND name = 'Newer'",
            tx.user_id,
        )
    with pytest.raises(Conflict, match="completed block with sets"):
        async with changing(life.database, life.user_id, now=NOW) as change:
            await archive_mesocycle(change, mesocycle_id=newest)
    early = FIRST_DAY + timedelta(days=60)
    with pytest.raises(Conflict, match="90 days"):
        async with changing(life.database, life.user_id, now=early) as change:
            await archive_mesocycle(change, mesocycle_id=life.block)
    assert await archived(life) == 0


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.integers(1, 2**31 - 1),
            "performed_at": st.datetimes(
                datetime(1970, 1, 2),  # noqa: DTZ001 - the zone is drawn beside
                datetime(2100, 1, 1),  # noqa: DTZ001
                timezones=st.just(UTC),
            ),
            "edited_at": st.none() | st.datetimes(timezones=st.just(UTC)),
            "workout_log_id": st.uuids(),
            "weight": st.decimals(0, 9999, places=2),
            "note": st.none() | st.text(st.characters(exclude_categories=["Cs"])),
            "reps": st.integers(0, 50),
        }
    ),
    min_size=1,
    max_size=40,
)


@given(rows=ROWS)
def test_packed_rows_are_the_same_unpacked(rows: list[dict[str, object]]) -> None:
    found = unpack(pack(rows))

    assert [one["id"] for one in found] == [row["id"] for row in rows]
    for one, row in zip(found, rows, strict=True):
        assert datetime.fromisoformat(str(one["performed_at"])) == row["performed_at"]
        assert Decimal(str(one["weight"])) == row["weight"]
        assert one["workout_log_id"] == str(row["workout_log_id"])
        assert (one["note"], one["reps"]) == (row["note"], row["reps"])


async def test_an_archived_block_keeps_in_which_gym_each_day_was_trained(
    life: Life,
) -> None:
    gym_id = uuid7(NOW)

    async def prepare(change: Change) -> None:
        await save_gym(change, gym_id=gym_id, name="Hotel", equipment={})
        days = (await load_block(change.tx, life.block)).workouts
        await choose_gym(change, workout_id=days[0].id, gym_id=gym_id)

    async def gyms() -> tuple[Gym, ...]:
        async with life.database.as_user(life.user_id) as tx:
            return await load_gyms(tx)

    await life.do(prepare)
    before = await gyms()

    await archive(life)
    packed, while_packed = await archived(life), await gyms()
    async with changing(life.database, life.user_id, now=NOW) as change:
        await bring_back_mesocycle(change, mesocycle_id=life.block)

    assert packed > 0
    assert len(before[0].workout_ids) == 1
    assert while_packed == before
    assert await gyms() == before
