"""The lifter and the exercises reach the engine in its own words."""

from uuid import UUID

import pytest

from make import make_user, own_exercise_id
from metricgain.catalogue.vocabulary import EQUIPMENT, LOAD_KINDS
from metricgain.engine.default_equipment import EquipmentKind
from metricgain.engine.effective_load import LoadSemantics
from metricgain.engine.equipment import Unit
from metricgain.engine.landmarks import Experience, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import Effort
from metricgain.kit.ids import secret
from metricgain.store.database import Database
from metricgain.store.lifter import Lifter, load_lifter
from metricgain.store.lifts import KIND_OF, load_lifts, loads_of

BENCH = 1


@pytest.fixture
async def user_id(database: Database) -> int:
    return await make_user(database, f"{secret().lower()}@example.org")


async def test_a_user_who_has_set_nothing_has_the_defaults(
    database: Database, user_id: int
) -> None:
    async with database.as_user(user_id) as tx:
        assert await load_lifter(tx) == Lifter(user_id=user_id)
        assert tx.statements == 1


async def test_preferences_equipment_and_landmarks_come_in_one_statement(
    database: Database, user_id: int
) -> None:
    gym = UUID(int=user_id)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO gyms (user_id, id, name) VALUES ($1, $2, 'Garage')",
            user_id,
            gym,
        )
        await tx.run(
            "INSERT INTO gym_equipment (user_id, gym_id, kind, form, unit, weights)"
            " VALUES ($1, $2, 'dumbbell', 'rack', 'lb', '{10,20}')",
            user_id,
            gym,
        )
        await tx.run(
            "INSERT INTO user_preferences (user_id, weight_unit, experience, gym_id,"
            " rest_compound_seconds) VALUES ($1, 'lb', 'beginner', $2, 150)",
            user_id,
            gym,
        )
        await tx.run(
            "INSERT INTO user_landmarks"
            " (user_id, muscle, maintenance, mev, target, mrv)"
            " VALUES ($1, 'abs', 1, 2, 3, 4)",
            user_id,
        )
        before = tx.statements
        lifter = await load_lifter(tx)
        assert tx.statements - before == 1
    assert (lifter.unit, lifter.experience) == (Unit.LB, Experience.BEGINNER)
    assert lifter.equipment[EquipmentKind.DUMBBELL].entered == (10.0, 20.0)
    assert lifter.rests == {Effort.COMPOUND: 150}
    own = Landmark(maintenance=1, mev=2, target=3, mrv_at_2=4)
    assert lifter.landmark(Muscle.ABS) == own
    assert lifter.landmark(Muscle.CHEST).mev == 4


async def test_lifts_leave_out_what_is_not_there_or_not_theirs(
    database: Database, user_id: int
) -> None:
    async with database.as_user(user_id) as tx:
        lifter = await load_lifter(tx)
        foreign = own_exercise_id(user_id + 1)
        lifts = await load_lifts(tx, [BENCH, 4_000_000, foreign], lifter)
    assert set(lifts) == {BENCH}
    bench = lifts[BENCH]
    assert bench.direct_muscles == {Muscle.CHEST}
    assert bench.contributions[Muscle.TRICEPS] == 0.5
    assert bench.semantics is LoadSemantics.EXTERNAL
    assert bench.loads.entered[0] == 20.0
    assert bench.profile_in(5, 8).rep_max == 8


@pytest.mark.parametrize("equipment", EQUIPMENT)
@pytest.mark.parametrize("load_kind", LOAD_KINDS)
def test_every_equipment_offers_loads_for_every_kind_of_lift(
    equipment: str, load_kind: str
) -> None:
    loads = loads_of(
        Lifter(user_id=1),
        equipment=equipment,
        load_kind=load_kind,
        body_weight_factor=0.0 if load_kind == "external" else 1.0,
    )
    assert set(KIND_OF) == set(EQUIPMENT)
    assert load_kind == "external" or loads.entered[0] == 0
    assert loads.own_kg == (0 if load_kind == "external" else 75)
    assert loads.assists == (load_kind == "assisted")
