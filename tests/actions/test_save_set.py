from datetime import timedelta
from decimal import Decimal

import pytest

from logging_world import NOON, World, make_world
from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_set import delete_set
from metricgain.actions.save_set import save_set
from metricgain.engine.confirmation import Doubt
from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal
from metricgain.store.database import Database


async def _delete(world: World, *, minutes: float) -> bool:
    async with world.at(minutes) as change:
        return await delete_set(change, log_id=world.free(), set_id=1)


async def _reps(world: World) -> list[object]:
    return [row["reps"] for row in await world.rows("sets")]


async def _free_log(database: Database) -> World:
    world = await make_world(database)
    await world.start(world.free())
    return world


async def test_a_set_is_kept_as_it_was_entered(database: Database) -> None:
    world = await _free_log(database)

    saved = await world.save(
        world.free(), weight=Decimal("176.25"), weight_unit="lb", note="slow"
    )

    assert saved is not None
    assert saved.doubts == ()
    row = (await world.rows("sets"))[0]
    assert (row["weight"], row["weight_unit"]) == (Decimal("176.25"), "lb")
    assert (row["rir"], row["note"], row["flag"]) == (Decimal("2.0"), "slow", None)


async def test_saving_twice_answers_the_same_and_changes_nothing(
    database: Database,
) -> None:
    world = await _free_log(database)
    first = await world.save(world.free())
    before = (await world.rows("sets"), await world.rows("workout_logs"))

    again = await world.save(world.free())

    assert again == first
    assert (await world.rows("sets"), await world.rows("workout_logs")) == before


async def test_a_back_filled_set_without_a_time_lies_on_the_day_of_its_workout(
    database: Database,
) -> None:
    world = await _free_log(database)

    await world.save(world.free(), minutes=3 * 24 * 60, performed_at=None)
    await world.save(world.free(), minutes=3 * 24 * 60 + 1, performed_at=None, reps=9)

    (row,) = await world.rows("sets")
    assert row["reps"] == 9
    assert row["performed_at"] == NOON + timedelta(seconds=1)


async def test_every_change_within_a_log_raises_its_revision(
    database: Database,
) -> None:
    world = await _free_log(database)
    revisions = []

    for minutes, reps in ((5, 8), (6, 9)):
        await world.save(world.free(), minutes=minutes, reps=reps)
        revisions.append((await world.rows("workout_logs"))[0]["revision"])
    await _delete(world, minutes=7)
    revisions.append((await world.rows("workout_logs"))[0]["revision"])

    assert revisions == sorted(set(revisions))  # type: ignore[type-var]  # integers


@pytest.mark.parametrize(
    ("order", "reps"),
    [
        pytest.param((6, 7), 7, id="the later correction comes last"),
        pytest.param((7, 6), 7, id="the earlier correction comes last"),
    ],
)
async def test_the_later_correction_stays(
    database: Database, order: tuple[int, int], reps: int
) -> None:
    world = await _free_log(database)
    await world.save(world.free())

    for minutes in order:
        await world.save(world.free(), minutes=minutes, reps=minutes)

    assert await _reps(world) == [reps]


@pytest.mark.parametrize(
    ("deleted", "saved", "left"),
    [
        pytest.param(6, 7, [9], id="a later correction brings it back"),
        pytest.param(7, 6, [], id="an earlier correction leaves it deleted"),
        pytest.param(7, 7, [], id="at the same moment deleting wins"),
    ],
)
@pytest.mark.parametrize("delete_first", [True, False])
async def test_deleting_and_correcting_end_the_same_in_both_orders(
    database: Database, *, deleted: int, saved: int, left: list[int], delete_first: bool
) -> None:
    world = await _free_log(database)
    await world.save(world.free())

    if delete_first:
        await _delete(world, minutes=deleted)
        await world.save(world.free(), minutes=saved, reps=9)
    else:
        await world.save(world.free(), minutes=saved, reps=9)
        await _delete(world, minutes=deleted)

    assert await _reps(world) == left


async def test_a_set_that_comes_after_its_deletion_stays_deleted(
    database: Database,
) -> None:
    world = await _free_log(database)
    await _delete(world, minutes=6)

    saved = await world.save(world.free(), minutes=5)

    assert saved is None
    assert await world.rows("sets") == []


async def test_deleting_twice_changes_nothing(database: Database) -> None:
    world = await _free_log(database)
    await world.save(world.free())
    first = await _delete(world, minutes=6)
    before = await world.rows("deleted_rows")

    again = await _delete(world, minutes=6)

    assert (first, again) == (True, True)
    assert await world.rows("deleted_rows") == before


async def test_an_id_that_another_set_has_is_refused(database: Database) -> None:
    world = await _free_log(database)
    await world.save(world.free())

    with pytest.raises(Conflict) as refused:
        await world.save(
            world.free(), minutes=8, performed_at=NOON + timedelta(minutes=8), reps=5
        )

    assert refused.value.field == "id"
    assert await _reps(world) == [8]


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        pytest.param({"weight": Decimal("1000.5")}, Invalid, "weight", id="heavy"),
        pytest.param({"weight": Decimal(-1)}, Invalid, "weight", id="below nothing"),
        pytest.param({"weight": Decimal("NaN")}, Invalid, "weight", id="no number"),
        pytest.param({"weight": Decimal("80.001")}, Invalid, "weight", id="grams"),
        pytest.param({"weight_unit": "st"}, Invalid, "weight_unit", id="stones"),
        pytest.param({"reps": 1001}, Invalid, "reps", id="too many reps"),
        pytest.param({"reps": -1}, Invalid, "reps", id="negative reps"),
        pytest.param({"rir": Decimal("10.5")}, Invalid, "rir", id="RIR above 10"),
        pytest.param({"rir": Decimal("1.3")}, Invalid, "rir", id="RIR between halves"),
        pytest.param({"set_type": "giant"}, Invalid, "set_type", id="no such type"),
        pytest.param({"load_kind": "air"}, Invalid, "load_kind", id="no such load"),
        pytest.param({"set_number": 0}, Invalid, "set_number", id="set 0"),
        pytest.param({"seconds": 864001}, Invalid, "seconds", id="over ten days"),
        pytest.param({"note": "a\x00b"}, Invalid, "note", id="a control character"),
        pytest.param({"note": "a" * 20_001}, Invalid, "note", id="a very long note"),
        pytest.param({"exercise_id": 999_999}, NotFound, "exercise_id", id="none"),
        pytest.param(
            {"performed_at": NOON.replace(year=1969)}, Invalid, "performed_at",
            id="before 1970",
        ),
    ],
)  # fmt: skip
async def test_a_wrong_set_is_refused_and_leaves_the_log_as_it_was(
    database: Database, wrong: dict[str, object], error: type[Refusal], field: str
) -> None:
    world = await _free_log(database)
    before = await world.rows("workout_logs")

    with pytest.raises(error) as refused:
        await world.save(world.free(), **wrong)  # type: ignore[arg-type]  # by the table above

    assert refused.value.field == field
    assert await world.rows("sets") == []
    assert await world.rows("workout_logs") == before


@pytest.mark.parametrize("set_id", [0, 2**31])
async def test_the_id_of_a_set_has_31_bits(database: Database, set_id: int) -> None:
    world = await _free_log(database)

    with pytest.raises(Invalid) as refused:
        await world.save(world.free(), set_id=set_id)

    assert refused.value.field == "id"


@pytest.mark.parametrize(
    ("unit", "weight"),
    [("kg", Decimal(1000)), ("lb", Decimal("2204.62"))],
)
async def test_the_heaviest_set_is_accepted(
    database: Database, unit: str, weight: Decimal
) -> None:
    world = await _free_log(database)

    saved = await world.save(
        world.free(), weight=weight, weight_unit=unit, reps=1000, rir=Decimal("9.5")
    )

    assert saved is not None


async def test_a_set_of_another_users_exercise_is_not_found(
    database: Database,
) -> None:
    world = await _free_log(database)
    other = await make_world(database)

    with pytest.raises(NotFound):
        await world.save(world.free(), exercise_id=other.exercise_id)


async def test_a_set_of_a_workout_that_is_not_there_is_not_found(
    database: Database,
) -> None:
    world = await make_world(database)

    with pytest.raises(NotFound) as refused:
        await world.save(world.free())

    assert refused.value.field == "workout_log_id"


async def _with_history(database: Database) -> World:
    world = await make_world(database)
    await world.start(world.free("before"), minutes=-3000)
    await world.save(
        world.free("before"), minutes=-2990,
        performed_at=NOON - timedelta(minutes=2990),
    )  # fmt: skip
    await world.start(world.free())
    return world


@pytest.mark.parametrize(
    ("entry", "doubts"),
    [
        pytest.param({"weight": Decimal(85)}, (), id="an ordinary step"),
        pytest.param(
            {"weight": Decimal(110)}, (Doubt.E1RM_JUMP,), id="a jump of over 30 %"
        ),
        pytest.param(
            {"weight": Decimal(140), "rir": Decimal(5)}, (Doubt.LOAD_ABOVE_E1RM,),
            id="a load above 1.3 x e1RM",
        ),
        pytest.param({"weight": Decimal(30), "reps": 60}, (Doubt.MANY_REPS,), id="60"),
        pytest.param(
            {"weight": Decimal("36.25")}, (Doubt.UNIT_MIX_UP,), id="kilograms as pounds"
        ),
        pytest.param(
            {"weight": Decimal("36.25"), "set_type": "warmup"}, (),
            id="a warm-up may be light",
        ),
    ],
)  # fmt: skip
async def test_a_set_that_looks_like_a_slip_is_kept_and_flagged(
    database: Database, entry: dict[str, object], doubts: tuple[Doubt, ...]
) -> None:
    world = await _with_history(database)

    saved = await world.save(world.free(), **entry)  # type: ignore[arg-type]  # by the table above
    again = await world.save(world.free(), **entry)  # type: ignore[arg-type]  # by the table above

    assert saved is not None
    assert saved.doubts == doubts
    assert saved.stored.flag == ("to_confirm" if doubts else None)
    assert again == saved


async def test_a_confirmed_set_stays_confirmed_until_its_numbers_change(
    database: Database,
) -> None:
    world = await _with_history(database)
    await world.save(world.free(), weight=Decimal(140))
    async with world.at(6) as change:
        confirmed = await confirm_set(change, log_id=world.free(), set_id=1)

    same = await world.save(world.free(), minutes=7, weight=Decimal(140), note="yes")
    other = await world.save(world.free(), minutes=8, weight=Decimal(150))

    assert confirmed.flag == "confirmed"
    assert same is not None
    assert (same.stored.flag, same.doubts) == ("confirmed", ())
    assert other is not None
    assert other.stored.flag == "to_confirm"


async def test_a_confirmation_of_older_numbers_is_ignored(database: Database) -> None:
    world = await _with_history(database)
    await world.save(world.free(), minutes=8, weight=Decimal(140))

    async with world.at(6) as change:
        answer = await confirm_set(change, log_id=world.free(), set_id=1)

    assert answer.flag == "to_confirm"


async def test_a_set_that_is_not_there_cannot_be_confirmed(database: Database) -> None:
    world = await _free_log(database)

    with pytest.raises(NotFound):
        async with world.at(6) as change:
            await confirm_set(change, log_id=world.free(), set_id=1)


async def test_saving_a_set_takes_three_statements_and_the_revision(
    database: Database,
) -> None:
    world = await _free_log(database)

    async with world.at(5) as change:
        from_start = change.tx.statements
        await save_set(change, log_id=world.free(), set_id=1, entry=world.entry())

        assert change.tx.statements - from_start == 3
