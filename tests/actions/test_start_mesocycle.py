"""A block starts whole, from history, or not at all."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from blocks import (
    BENCH,
    CURL,
    MONDAY,
    NOW,
    PULL,
    PUSH,
    WRIST_CURL,
    exercise,
    load,
    log_past,
    new_user,
    outline,
    start,
    workout,
)
from make import id_for, own_exercise_id
from metricgain.actions.copy_mesocycle import copy_mesocycle
from metricgain.actions.start_mesocycle import start_mesocycle
from metricgain.actions.start_mesocycle_from_template import (
    start_mesocycle_from_template,
)
from metricgain.catalogue.reader import CatalogueTemplate, templates
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Choices, Outline, OutlineExercise
from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal
from metricgain.store.changes import changing
from metricgain.store.database import Database

TABLES = (
    "mesocycles", "mesocycle_emphasis", "microcycles", "workouts", "workout_exercises",
    "workout_instances", "prescriptions",
)  # fmt: skip


@pytest.fixture
async def user_id(database: Database) -> int:
    return await new_user(database)


async def rows_of(database: Database, user_id: int) -> dict[str, object]:
    async with database.as_user(user_id) as tx:
        return {
            table: await tx.value(
                f"SELECT count(*) FROM {table} WHERE user_id = $1",  # noqa: S608 - names from above
                user_id,
            )
            for table in TABLES
        }


async def test_a_block_has_dated_workouts_and_ends_with_its_deload(
    database: Database, user_id: int
) -> None:
    block = await load(database, user_id, await start(database, user_id))
    assert [week.is_deload for week in block.weeks] == [False, False, False, True]
    assert [week.rir for week in block.weeks] == [3, 2, 1, 4]
    assert [week.start for week in block.weeks] == [
        MONDAY + timedelta(weeks=number) for number in range(4)
    ]
    assert [s.scheduled_on for s in block.sessions[:3]] == [
        date(2026, 1, 5), date(2026, 1, 8), date(2026, 1, 12),
    ]  # fmt: skip
    assert (block.status, block.current_week, block.end_date) == (
        "active", 1, date(2026, 2, 1),
    )  # fmt: skip


async def test_week_1_is_prescribed_and_later_weeks_are_projected(
    database: Database, user_id: int
) -> None:
    block = await load(database, user_id, await start(database, user_id))
    for session in block.sessions:
        prescribed = session.week_number == 1
        assert (session.prescribed_at is not None) is prescribed
        for planned in session.exercises:
            assert (planned.target_sets is not None) is prescribed
    bench = [s.exercises[0].projected_sets for s in block.sessions if s.position == 1]
    assert bench[0] == 3
    assert bench[:3] == sorted(bench[:3])
    assert bench[2] > 3
    assert bench[3] == (bench[2] + 1) // 2


async def test_isolation_for_the_forearms_is_left_out_of_the_deload(
    database: Database, user_id: int
) -> None:
    block = await load(database, user_id, await start(database, user_id))
    last = {p.exercise_id: p.projected_sets for p in block.sessions[-1].exercises}
    assert last[WRIST_CURL] == 0
    assert last[CURL] >= 1


async def test_workouts_keep_their_order_when_a_block_starts_in_mid_week(
    database: Database, user_id: int
) -> None:
    wednesday = date(2026, 1, 7)
    plan = outline(
        workout("A", 0, exercise(BENCH)),
        workout("B", 2, exercise(CURL)),
        start=wednesday,
    )
    block = await load(database, user_id, await start(database, user_id, plan))
    names = [(w.name, w.weekday) for w in block.workouts]
    assert names == [("A", 2), ("B", 0)]
    first, second, *_ = block.sessions
    assert (first.scheduled_on, second.scheduled_on) == (wednesday, date(2026, 1, 12))


async def test_first_loads_come_from_history_and_say_from_which_set(
    database: Database, user_id: int
) -> None:
    await log_past(
        database, user_id, BENCH, day=date(2025, 12, 29), weight="100", reps=8
    )
    block = await load(database, user_id, await start(database, user_id))
    bench, incline = block.sessions[0].exercises
    assert bench.weight == Decimal("87.5")
    assert (bench.reps, bench.rir) == (10, 3)
    assert bench.because.startswith("From 100 kg x 8 on 29 December 2025. Your history")
    assert bench.rule_id == "first_week.history"
    assert incline.weight is None
    assert incline.rule_id == "first_week.calibrate"
    assert "new to your log" in incline.because


async def test_a_history_in_pounds_prescribes_in_the_lifters_unit(
    database: Database, user_id: int
) -> None:
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO user_preferences (user_id, weight_unit) VALUES ($1, 'lb')",
            user_id,
        )
    await log_past(
        database, user_id, BENCH,
        day=date(2025, 12, 29), weight="225", reps=8, unit="lb",
    )  # fmt: skip
    block = await load(database, user_id, await start(database, user_id))
    bench = block.sessions[0].exercises[0]
    assert (bench.weight, bench.unit) == (Decimal(195), "lb")
    assert bench.because.startswith("From 225 lb x 8")


async def test_after_four_weeks_off_a_block_starts_with_care(
    database: Database, user_id: int
) -> None:
    await log_past(
        database, user_id, BENCH, day=date(2025, 11, 1), weight="100", reps=8
    )
    plan = outline(workout("Push", 0, exercise(BENCH, 5)), weeks=3)
    block = await load(database, user_id, await start(database, user_id, plan))
    bench = block.sessions[0].exercises[0]
    assert (bench.target_sets, bench.rir) == (3, 3)
    assert "85 %" in bench.because


async def test_emphasis_decides_how_far_sets_rise(
    database: Database, user_id: int
) -> None:
    plan = outline(emphasis={Muscle.CHEST: Emphasis.MAINTAIN})
    block = await load(database, user_id, await start(database, user_id, plan))
    bench = [s.exercises[0].projected_sets for s in block.sessions if s.position == 1]
    assert bench == [3, 3, 3, 2]
    assert block.emphasis == {Muscle.CHEST: Emphasis.MAINTAIN}


@pytest.mark.parametrize(
    ("plan", "kind", "field"),
    [
        pytest.param(outline(weeks=2), Invalid, "durationWeeks", id="two weeks"),
        pytest.param(outline(weeks=8), Invalid, "durationWeeks", id="eight weeks"),
        pytest.param(outline(start=date(1969, 1, 1)), Invalid, "startDate", id="1969"),
        pytest.param(outline(start=date(2100, 12, 1)), Invalid, "startDate", id="2100"),
        pytest.param(
            replace(outline(), workouts=()), Invalid, "workouts", id="nothing"
        ),
        pytest.param(replace(outline(), name="\n"), Invalid, "name", id="no name"),
        pytest.param(
            replace(outline(), description="x" * 20001),
            Invalid,
            "description",
            id="long description",
        ),
        pytest.param(
            outline(PUSH, replace(PULL, weekday=0)), Invalid, "weekdays", id="same day"
        ),
        pytest.param(
            outline(PUSH, replace(PULL, weekday=7)), Invalid, "weekdays", id="no day"
        ),
        pytest.param(
            outline(replace(PUSH, name="a\x07b")),
            Invalid,
            "workouts.name",
            id="workout name",
        ),
        pytest.param(
            outline(workout("Push", 0, exercise(BENCH, 13))),
            Invalid,
            "Push: chest",
            id="13 sets of a muscle",
        ),
        pytest.param(
            outline(workout("Push", 0, exercise(BENCH), exercise(BENCH))),
            Invalid,
            "Push: Barbell Bench Press",
            id="an exercise twice",
        ),
        pytest.param(
            outline(workout("Push", 0)), Invalid, "Push", id="an empty workout"
        ),
        pytest.param(
            outline(workout("Push", 0, exercise(4_000_000))),
            NotFound,
            "exerciseId",
            id="unknown exercise",
        ),
    ],
)
async def test_a_plan_that_breaks_a_rule_leaves_nothing_behind(
    database: Database, user_id: int, plan: Outline, kind: type[Refusal], field: str
) -> None:
    with pytest.raises(kind) as refused:
        await start(database, user_id, plan)
    assert refused.value.field == field
    assert set((await rows_of(database, user_id)).values()) == {0}


async def test_other_peoples_exercises_cannot_be_planned(
    database: Database, user_id: int
) -> None:
    plan = outline(workout("Push", 0, exercise(own_exercise_id(user_id + 1))))
    with pytest.raises(NotFound):
        await start(database, user_id, plan)


async def test_starting_again_changes_nothing(database: Database, user_id: int) -> None:
    mesocycle_id = await start(database, user_id)
    before = await load(database, user_id, mesocycle_id)
    await start(database, user_id, outline(weeks=6))
    assert await load(database, user_id, mesocycle_id) == before


async def test_one_block_runs_at_a_time(database: Database, user_id: int) -> None:
    await start(database, user_id)
    before = await rows_of(database, user_id)
    with pytest.raises(Conflict) as refused:
        await start(database, user_id, name="another")
    assert "Spring" in refused.value.rule
    assert refused.value.remedy
    assert await rows_of(database, user_id) == before


@pytest.mark.parametrize("weeks", [3, 7])
async def test_a_block_of_any_length_starts_in_14_statements(
    database: Database, user_id: int, weeks: int
) -> None:
    async with changing(database, user_id, now=NOW) as change:
        await start_mesocycle(
            change,
            mesocycle_id=id_for(user_id, "block"),
            outline=outline(weeks=weeks, emphasis={Muscle.CHEST: Emphasis.GROW}),
        )
        assert change.tx.statements == 14


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.name)
async def test_every_built_in_template_starts(
    database: Database, user_id: int, template: CatalogueTemplate
) -> None:
    mesocycle_id = id_for(user_id, "block")
    async with changing(database, user_id, now=NOW) as change:
        await start_mesocycle_from_template(
            change,
            mesocycle_id=mesocycle_id,
            template_id=template.id,
            choices=Choices(start_date=MONDAY),
        )
    block = await load(database, user_id, mesocycle_id)
    assert len(block.sessions) == block.duration_weeks * block.days_per_week


TEMPLATE = next(t for t in templates() if t.config["days_per_week"] == 3)


async def from_template(
    database: Database, user_id: int, choices: Choices, template_id: UUID = TEMPLATE.id
) -> None:
    async with changing(database, user_id, now=NOW) as change:
        await start_mesocycle_from_template(
            change,
            mesocycle_id=id_for(user_id, "block"),
            template_id=template_id,
            choices=choices,
        )


async def test_a_template_bends_to_what_the_lifter_wants(
    database: Database, user_id: int
) -> None:
    replaced = TEMPLATE.config["workouts"][0]["exercises"][0]["exercise_id"]
    await from_template(
        database,
        user_id,
        Choices(
            start_date=MONDAY,
            name="Mine",
            weeks=3,
            weekdays=(1, 3, 5),
            replacements={replaced: 900},
        ),
    )
    block = await load(database, user_id, id_for(user_id, "block"))
    assert (block.name, block.duration_weeks) == ("Mine", 3)
    assert [w.weekday for w in block.workouts] == [1, 3, 5]
    assert block.workouts[0].slots[0].exercise_id == 900
    assert replaced not in block.exercise_ids


@pytest.mark.parametrize(
    ("choices", "field"),
    [
        pytest.param(
            Choices(start_date=MONDAY, weekdays=(0, 2)), "weekdays", id="too few days"
        ),
        pytest.param(
            Choices(start_date=MONDAY, replacements={4_000_000: BENCH}),
            "replacements",
            id="not in the plan",
        ),
    ],
)
async def test_choices_that_do_not_fit_a_template_are_refused(
    database: Database, user_id: int, choices: Choices, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await from_template(database, user_id, choices)
    assert refused.value.field == field
    assert set((await rows_of(database, user_id)).values()) == {0}


async def test_an_unknown_template_is_not_found(
    database: Database, user_id: int
) -> None:
    with pytest.raises(NotFound):
        await from_template(
            database, user_id, Choices(start_date=MONDAY), id_for(user_id, "template")
        )


async def complete(database: Database, user_id: int) -> None:
    async with database.as_user(user_id) as tx:
        await tx.run(
            "UPDATE mesocycles SET status = 'completed' WHERE user_id = $1", user_id
        )


async def copy(database: Database, user_id: int, *, week: int) -> None:
    async with changing(database, user_id, now=NOW) as change:
        await copy_mesocycle(
            change,
            mesocycle_id=id_for(user_id, "copy"),
            parent_mesocycle_id=id_for(user_id, "block"),
            week=week,
            choices=Choices(start_date=MONDAY + timedelta(weeks=4)),
        )


async def test_a_copy_takes_the_sets_of_its_week_and_remembers_its_parent(
    database: Database, user_id: int
) -> None:
    parent = await load(database, user_id, await start(database, user_id))
    await complete(database, user_id)
    await copy(database, user_id, week=3)
    await copy(database, user_id, week=3)
    block = await load(database, user_id, id_for(user_id, "copy"))
    assert (block.parent_mesocycle_id, block.copied_from_week) == (parent.id, 3)
    third = next(s for s in parent.sessions if s.week_number == 3)
    assert [slot.sets for slot in block.workouts[0].slots] == [
        planned.projected_sets for planned in third.exercises
    ]


@pytest.mark.parametrize("week", [0, 4, 5])
async def test_a_week_that_is_no_hard_week_cannot_be_copied(
    database: Database, user_id: int, week: int
) -> None:
    await start(database, user_id)
    await complete(database, user_id)
    before = await rows_of(database, user_id)
    with pytest.raises(Invalid) as refused:
        await copy(database, user_id, week=week)
    assert refused.value.field == "week"
    assert await rows_of(database, user_id) == before


async def test_a_retired_exercise_is_not_planned_again(
    database: Database, user_id: int
) -> None:
    own = own_exercise_id(user_id)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO exercises (id, name, muscle_group, exercise_type, user_id,"
            " equipment, movement_pattern, is_retired) VALUES ($1, 'Old', 'chest',"
            " 'machine', $2, 'stack', 'fly', true)",
            own, user_id,
        )  # fmt: skip
        await tx.run("INSERT INTO exercise_muscles VALUES ($1, 'chest', 1)", own)
    planned = OutlineExercise(exercise_id=own, sets=3, rep_min=8, rep_max=12)
    with pytest.raises(Invalid) as refused:
        await start(database, user_id, outline(workout("Push", 0, planned)))
    assert refused.value.field == "Old"
