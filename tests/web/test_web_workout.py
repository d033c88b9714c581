"""In the gym: one tap a set, whatever else happens, and what follows from it."""

import asyncio
import math
import re
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from app_person import PACE_MS, Person
from blocks import BENCH, CURL, INCLINE, ROW
from gym import gym_block, known_lifts, second_week
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

_HOLD_MS: Final = 700
_UNDOABLE_MS: Final = 7_000
_LONG_NOTE: Final = 10_000
_PATIENCE_S: Final = 30


def ring(page: Page) -> Locator:
    """The ring of the set that is next."""
    return page.locator("button[aria-current='step']")


def a_set(page: Page, name: str) -> Locator:
    """The ring of a set: its name begins with that of the set."""
    return page.get_by_role("button", name=re.compile(rf"^{name}: (log|\d+ rep|left)"))


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


async def menu(page: Page, of: str, item: str) -> None:
    """Choose an item of a menu."""
    await page.get_by_role("button", name=f"More for {of}", exact=True).click()
    await page.get_by_role("menuitem", name=item, exact=True).click()


async def start(person: Person) -> Page:
    """Start the workout that is due."""
    page = await person.open("/today")
    await person.synced()
    await page.get_by_role("button", name="Start workout").click()
    await expect(ring(page)).to_be_visible()
    return page


async def soon(look: Callable[[], Awaitable[Any]], expected: object) -> None:
    """Look until the server has heard of it: a tap is sent a moment later."""
    deadline = time.monotonic() + _PATIENCE_S
    found = await look()
    while found != expected and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
        found = await look()
    assert found == expected


async def begun(person: Person) -> tuple[str, Page]:
    """Begin a planned workout with known loads; return its id and its page."""
    await known_lifts(person.api)
    sessions = await gym_block(person.api)
    return sessions[0]["id"], await start(person)


async def logged(person: Person, log_id: str) -> list[tuple[Any, ...]]:
    """Return the sets as the server has them: exercise, number, load, reps, RIR."""
    answer = await person.api.get(f"/workout-logs/{log_id}")
    return [
        (one["exerciseId"], one["setNumber"], one["weight"], one["reps"], one["rir"])
        for one in answer.json().get("sets", [])
    ]


async def test_a_set_as_planned_is_one_tap_and_each_further_tap_is_a_rep_less(
    phone: Person,
) -> None:
    log, page = await begun(phone)
    plan = (await phone.api.get(f"/workout-instances/{log}")).json()["exercises"][0]
    await expect(page.get_by_text(re.compile("^80.kg . 10, 10$"))).to_be_visible()

    await ring(page).click()
    await a_set(page, "Set 1").click()
    await a_set(page, "Set 1").click()

    first = plan["sets"][0]
    expected = [(BENCH, 1, first["weight"], first["reps"] - 2, None)]
    await soon(lambda: logged(phone, log), expected)
    await page.reload()
    label = re.compile(rf"^Set 2: log {plan['sets'][1]['reps']} reps")
    await expect(ring(page)).to_have_accessible_name(label)


async def test_taps_in_quick_succession_are_about_what_was_tapped_first(
    phone: Person,
) -> None:
    log, page = await begun(phone)
    plan = (await phone.api.get(f"/workout-instances/{log}")).json()["exercises"][0]
    bottom = await ring(page).evaluate("one => one.getBoundingClientRect().bottom")
    # The rest comes up from below and hides what is there: it moves, but not at once.
    await page.set_viewport_size({"width": 390, "height": math.ceil(bottom) + 70})

    await ring(page).dblclick()
    await expect(ring(page)).to_be_in_viewport()
    await page.set_viewport_size({"width": 390, "height": 844})
    await a_set(page, "Set 2").click(delay=_HOLD_MS)
    pad = page.get_by_role("dialog", name=re.compile("^Set 2"))
    done = pad.get_by_role("button", name="Log the set")
    box = await done.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # The sheet goes, and the finger comes down once more where it was.
    for _ in range(2):
        await page.mouse.click(*middle)

    first, second = plan["sets"][0], plan["sets"][1]
    await soon(
        lambda: logged(phone, log),
        [
            (BENCH, 1, first["weight"], first["reps"] - 1, None),
            (BENCH, 2, second["weight"], second["reps"], None),
        ],
    )


async def test_leaving_out_is_undone_also_when_another_exercise_was_before(
    phone: Person,
) -> None:
    log, page = await begun(phone)

    async def plan() -> list[int]:
        answer = (await phone.api.get(f"/workout-instances/{log}")).json()
        return [one["exerciseId"] for one in answer["exercises"]]

    await menu(page, "Barbell Bench Press", "Leave it out today")
    await page.wait_for_timeout(_UNDOABLE_MS / 2)
    await menu(page, "EZ Bar Curl", "Leave it out today")
    await expect(card(page, "EZ Bar Curl")).to_be_hidden()
    await soon(plan, [CURL, ROW])
    await page.get_by_role("button", name="Undo").click()

    await expect(card(page, "EZ Bar Curl")).to_be_visible()
    await page.wait_for_timeout(_UNDOABLE_MS)
    await phone.synced()
    assert await plan() == [CURL, ROW]


async def test_a_load_is_typed_with_a_comma_and_meant_for_the_rest(
    phone: Person,
) -> None:
    log, page = await begun(phone)
    await ring(page).click()

    await page.get_by_role("button", name=re.compile("^Set 2: change the load")).click()
    await page.keyboard.type("62,5")
    await page.get_by_role("button", name="The rest", exact=True).click()
    await ring(page).click()
    await ring(page).click()

    async def loads() -> list[bool]:
        return [one[2] == 62.5 for one in await logged(phone, log)]

    await soon(loads, [False, True, True])


async def test_exact_numbers_come_by_a_long_press_or_the_menu_key(
    phone: Person,
) -> None:
    log, page = await begun(phone)

    await ring(page).click(delay=_HOLD_MS)
    pad = page.get_by_role("dialog", name="Set 1, Barbell Bench Press")
    await page.keyboard.type("7")
    await pad.get_by_role("radio", name="RIR").check(force=True)
    await page.keyboard.type("1.5")
    await page.keyboard.press("Enter")
    await expect(pad).to_be_hidden()
    await ring(page).focus()
    await page.keyboard.press("ContextMenu")
    await expect(page.get_by_role("dialog", name=re.compile("^Set 2"))).to_be_visible()
    await page.keyboard.press("Escape")

    async def numbers() -> list[tuple[int, float]]:
        return [(one[3], one[4]) for one in await logged(phone, log)]

    await soon(numbers, [(7, 1.5)])


async def test_the_rest_survives_a_reload_and_is_made_longer_or_skipped(
    phone: Person,
) -> None:
    _, page = await begun(phone)
    timer = page.get_by_role("timer")
    await expect(timer).to_have_count(0)

    await ring(page).click()
    await expect(timer).to_have_accessible_name(re.compile("^(3:00|2:5)"))
    await page.reload()
    await page.get_by_role("button", name="15 seconds more").click()
    await expect(timer).to_have_accessible_name(re.compile("^3:(15|1|0)"))
    await page.get_by_role("button", name="Skip the rest").click()

    await expect(timer).to_have_count(0)
    await page.reload()
    await expect(ring(page)).to_be_visible()
    await expect(timer).to_have_count(0)


async def test_a_superset_takes_turns_and_rests_after_each_round(
    phone: Person,
) -> None:
    log, page = await begun(phone)
    for _ in range(3):
        await ring(page).click()
    await page.get_by_role("button", name="Skip the rest").click()
    timer = page.get_by_role("timer")

    await ring(page).click()
    await expect(timer).to_have_count(0)
    await ring(page).click()
    await expect(timer).to_have_count(1)
    await ring(page).click()

    async def turns() -> set[tuple[int, int]]:
        done = await logged(phone, log)
        return {(one[0], one[1]) for one in done if one[0] != BENCH}

    await soon(turns, {(CURL, 1), (ROW, 1), (CURL, 2)})


async def test_an_absurd_load_is_asked_about_once_then_kept_and_confirmed(
    phone: Person,
) -> None:
    log, page = await begun(phone)

    await page.get_by_role("button", name=re.compile("^Set 1: change the load")).click()
    await page.keyboard.type("1500")
    await expect(page.get_by_role("alert")).to_contain_text("at most 1,000 kg")
    for _ in range(4):
        await page.keyboard.press("Backspace")
    await page.keyboard.type("800")
    await page.get_by_role("button", name="This set").click()
    await ring(page).click()
    question = page.get_by_text(re.compile("Is 800.kg .* right"))
    await expect(question).to_be_visible()
    await page.get_by_role("button", name="Yes, it is right").click()

    await expect(question).to_be_hidden()
    await page.reload()
    await expect(ring(page)).to_be_visible()
    await expect(question).to_be_hidden()

    async def flags() -> list[str]:
        answer = await phone.api.get(f"/workout-logs/{log}")
        return [one["flag"] for one in answer.json().get("sets", [])]

    await soon(flags, ["confirmed"])


async def test_a_whole_workout_without_a_network_is_decided_when_it_is_back(
    phone: Person,
) -> None:
    sessions = await second_week(phone.api)
    log = sessions[0]["id"]
    page = await phone.open("/today")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.reload()

    await page.get_by_role("button", name="Start workout").click()
    asked = page.get_by_role("group", name=re.compile(": how "))
    middle = re.compile("Recovered well before|About right|Mild")
    for _ in range(20):
        if await asked.count():
            await page.wait_for_timeout(PACE_MS)
            await asked.first.get_by_role("button", name=middle).click()
        elif await ring(page).count():
            await ring(page).click()
    await page.get_by_role("button", name="Finish workout").click()
    sheet = page.get_by_role("dialog")
    await expect(sheet).to_contain_text("Every set is done")
    await sheet.get_by_role("button", name="Finish workout").click()
    await expect(page.get_by_role("heading", name="Workout done")).to_be_visible()
    await expect(page.get_by_text("comes when the server has been")).to_be_visible()
    await phone.context.set_offline(offline=False)
    await phone.synced()

    await expect(page.get_by_role("heading", name="What comes next")).to_be_visible()
    await expect(page.get_by_role("article").first).to_contain_text("Rule")
    decided = (await phone.api.get(f"/workout-logs/{log}/decisions")).json()
    chest = next(one for one in decided["decisions"] if one["muscle"] == "chest")
    assert (chest["soreness"], chest["challenge"], chest["pump"]) == (1, 1, 1)
    await page.goto(f"{phone.address}/decisions")
    await expect(page.get_by_text(chest["because"])).to_be_visible()


async def test_a_first_session_asks_nothing_about_soreness(phone: Person) -> None:
    _, page = await begun(phone)

    await expect(page.get_by_text("how sore")).to_have_count(0)


async def test_what_is_deleted_or_discarded_comes_back(phone: Person) -> None:
    log, page = await begun(phone)
    await ring(page).click()
    await ring(page).click()
    await expect(a_set(page, "Set 2")).to_have_accessible_name(re.compile("logged"))
    await phone.synced()
    before = await logged(phone, log)
    assert len(before) == 2
    undo = page.get_by_role("button", name="Undo")

    await menu(page, "Set 1", "Delete this set")
    await expect(a_set(page, "Set 1")).to_have_accessible_name(re.compile("log"))
    await undo.click()
    await soon(lambda: logged(phone, log), before)
    await menu(page, "this workout", "Discard the workout")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await undo.click()

    await expect(ring(page)).to_be_visible()
    await soon(lambda: logged(phone, log), before)


async def test_exercises_are_swapped_added_left_out_and_put_in_order(
    phone: Person,
) -> None:
    log, page = await begun(phone)

    await menu(page, "Barbell Bench Press", "Swap the exercise")
    await page.get_by_role("button", name="Search exercises").click()
    await page.get_by_role("searchbox").fill("incline dumbell pres")
    await page.get_by_role("button", name="Incline Dumbbell Press").first.click()
    await expect(card(page, "Incline Dumbbell Press")).to_be_visible()
    await menu(page, "this workout", "Change the order")
    await page.get_by_role("button", name="Move Incline Dumbbell Press down").click()
    await page.get_by_role("button", name="Done").click()
    await page.get_by_role("button", name="Add an exercise").click()
    await page.get_by_role("searchbox").fill("bench press")
    await page.get_by_role("button", name="Barbell Bench Press").first.click()
    await expect(card(page, "Barbell Bench Press")).to_be_visible()

    async def plan() -> list[tuple[int, bool]]:
        answer = (await phone.api.get(f"/workout-instances/{log}")).json()
        return [
            (one["exerciseId"], one["weight"] is not None)
            for one in answer["exercises"]
        ]

    await soon(plan, [(CURL, True), (INCLINE, False), (ROW, True), (BENCH, True)])


async def test_a_note_of_any_script_stays_with_its_exercise(phone: Person) -> None:
    sessions = await second_week(phone.api)
    page = await start(phone)
    note = ("מושב ארבע 💪 " * _LONG_NOTE)[:_LONG_NOTE].strip()

    await menu(page, "Barbell Bench Press", "Note")
    await page.get_by_label("Note", exact=True).fill(note)
    await page.get_by_role("button", name="Save").click()
    await ring(page).click()
    await page.get_by_role("button", name="Finish workout").click()
    await (
        page.get_by_role("dialog").get_by_role("button", name="Finish workout").click()
    )

    async def notes() -> list[str]:
        log = (await phone.api.get(f"/workout-logs/{sessions[0]['id']}")).json()
        return [one["note"] for one in log["exerciseFeedback"]]

    await soon(notes, [note])
    await page.goto(f"{phone.address}/today")
    await page.get_by_role("button", name="Free training").click()
    await page.get_by_role("button", name="Add an exercise").click()
    await page.get_by_role("button", name="Barbell Bench Press").first.click()

    await expect(page.get_by_text("Note from")).to_be_visible()
    await expect(page.get_by_text(note[:40])).to_be_visible()


async def test_a_tap_beside_a_note_keeps_what_was_typed(phone: Person) -> None:
    log = (await second_week(phone.api))[0]["id"]
    page = await start(phone)
    await menu(page, "Barbell Bench Press", "Note")
    await page.get_by_label("Note", exact=True).fill("Grip one finger wider")

    async def notes() -> list[str | None]:
        answer = (await phone.api.get(f"/workout-logs/{log}")).json()
        return [one["note"] for one in answer.get("exerciseFeedback", [])]

    await page.mouse.click(195, 20)

    await expect(page.get_by_text("The note is kept.")).to_be_visible()
    await soon(notes, ["Grip one finger wider"])
    await page.get_by_role("button", name="Undo").click()
    await soon(notes, [None])


async def test_a_workout_written_down_days_later_is_logged_without_a_celebration(
    phone: Person,
) -> None:
    await known_lifts(phone.api)
    log = str(uuid7(now()))
    at = (now() - timedelta(days=3)).isoformat()
    body = {"startedAt": at, "name": "דחיפה 💪"}
    assert (await phone.api.put(f"/workout-logs/{log}", json=body)).is_success
    page = await phone.open(f"/workout/{log}")
    await phone.synced()
    await page.get_by_role("button", name="Add an exercise").click()
    await page.get_by_role("button", name="Barbell Bench Press").first.click()
    await ring(page).click(delay=_HOLD_MS)
    await page.keyboard.type("12")
    await page.get_by_role("radio", name="Load").check(force=True)
    await page.keyboard.type("90")
    await page.get_by_role("button", name="This set").click()

    await expect(a_set(page, "Set 1")).to_have_accessible_name(
        re.compile("12 reps logged at 90")
    )
    await expect(page.get_by_text("record", exact=False)).to_have_count(0)
    await expect(page.get_by_role("timer")).to_have_count(0)
    await page.get_by_role("button", name="Finish workout").click()
    await (
        page.get_by_role("dialog").get_by_role("button", name="Finish workout").click()
    )

    await expect(page.get_by_role("heading", name="Workout logged")).to_be_visible()
    main = page.get_by_role("main")
    await expect(main).to_contain_text("דחיפה 💪")
    await expect(main).to_contain_text(re.compile("1,080.kg"))
    await expect(main).not_to_contain_text(re.compile("record|Time", re.IGNORECASE))
    await phone.synced()
    kept = (await phone.api.get(f"/workout-logs/{log}")).json()
    assert kept["status"] == "completed"
    assert kept["sets"][0]["performedAt"][:10] == at[:10]
    assert kept["completedAt"][:10] == at[:10]


async def test_a_plank_is_a_time_and_the_next_one_is_proposed_like_it(
    phone: Person,
) -> None:
    page = await phone.open("/today")
    await phone.synced()
    await page.get_by_role("button", name="Free training").click()
    await page.get_by_role("button", name="Add an exercise").click()
    await page.get_by_role("searchbox").fill("plank")
    await page.get_by_role("button", name=re.compile("^Plank")).first.click()

    await ring(page).click(delay=_HOLD_MS)
    pad = page.get_by_role("dialog", name="Set 1, Plank")
    await page.keyboard.type("130")
    await expect(pad).to_contain_text("1:30")
    await page.keyboard.press("Enter")
    second = page.get_by_role("button", name=re.compile("^Set 2: log 1:30"))
    await second.click()

    await phone.synced()
    log = page.url.rsplit("/", 1)[1]
    sets = await phone.sets(log)
    assert [(one["reps"], one["seconds"]) for one in sets] == [(0, 90), (0, 90)]
    await page.get_by_role("button", name=re.compile("^Set 2: 1:30 logged")).click()
    await page.keyboard.type("45")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("2 of 3 sets").first).to_be_visible()

    async def times() -> list[int]:
        return [one["seconds"] for one in await phone.sets(log)]

    await soon(times, [90, 45])
    day = now().date().isoformat()
    path = f"/analytics/weekly-volume?from={day}&to={day}"
    weeks = (await phone.api.get(path)).json()
    assert [(one["workoutCount"], one["totalVolume"]) for one in weeks] == [(1, 0)]


async def test_a_missed_workout_is_moved_skipped_or_done_today(
    phone: Person,
) -> None:
    sessions = await gym_block(phone.api, ago=2)
    page = await phone.open("/today")
    await phone.synced()
    undo = page.get_by_role("button", name="Undo")

    async def status() -> str:
        answer = await phone.api.get(f"/workout-instances/{sessions[0]['id']}")
        return str(answer.json()["status"])

    await page.get_by_role("button", name="Skip", exact=True).click()
    await soon(status, "skipped")
    await undo.click()
    await soon(status, "scheduled")
    await page.get_by_role("button", name="Move", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button").nth(1).click()
    await expect(page.get_by_role("heading", name="Missed")).to_be_hidden()
    await undo.click()
    await expect(page.get_by_role("heading", name="Missed")).to_be_visible()
    await page.get_by_role("button", name="Start workout").click()

    await expect(ring(page)).to_be_visible()
    await soon(status, "in_progress")
    await page.goto(f"{phone.address}/today")
    await expect(page.get_by_role("link", name="Resume")).to_be_visible()


async def test_an_offered_change_of_the_plan_is_accepted(phone: Person) -> None:
    sessions = await second_week(phone.api)
    offered = (await phone.api.get("/proposals")).json()
    assert offered == []
    first = (await phone.api.get("/workout-logs")).json()["items"]
    press = next(one for one in first if one["name"] == "Press")
    bench = [s for s in await phone.sets(press["id"]) if s["exerciseId"] == BENCH]
    for one in bench:
        kept = ("exerciseId", "setNumber", "weightUnit", "setType", "performedAt")
        body = {name: one[name] for name in kept} | {"weight": 100, "reps": 12}
        path = f"/workout-logs/{press['id']}/sets/{one['id']}"
        assert (await phone.api.put(path, json=body)).is_success
    page = await phone.open("/today")
    await phone.synced()

    await page.get_by_role("link", name=re.compile("change.* of the plan")).click()
    offer = page.get_by_role("listitem").filter(has_text="Barbell Bench Press")
    await offer.first.get_by_role("button", name="Accept").click()

    async def is_heavier() -> bool:
        answer = await phone.api.get(f"/workout-instances/{sessions[0]['id']}")
        weights = {e["exerciseId"]: e["weight"] for e in answer.json()["exercises"]}
        return bool(weights[BENCH] > 80)

    await soon(is_heavier, expected=True)


async def test_a_target_explains_itself_and_its_decision_is_undone_and_had_again(
    phone: Person,
) -> None:
    sessions = await second_week(phone.api)
    page = await phone.open("/today")
    await phone.synced()

    async def rule() -> str:
        answer = await phone.api.get(f"/workout-instances/{sessions[0]['id']}")
        bench = next(e for e in answer.json()["exercises"] if e["exerciseId"] == BENCH)
        return str(bench["ruleId"])

    decided = await rule()
    await page.get_by_role("button", name=re.compile("^Barbell Bench Press")).click()
    sheet = page.get_by_role("dialog", name="Barbell Bench Press: why")
    await expect(sheet).to_contain_text(f"Rule {decided}")
    chest = sheet.get_by_role("article").filter(has_text="Chest")
    await expect(chest).to_contain_text("Rule M")
    await chest.get_by_role("button", name="Undo it").click()
    await expect(chest).to_contain_text("You have undone this")
    await soon(rule, "load.carry")
    await chest.get_by_role("button", name="Have it as decided").click()

    await soon(rule, decided)
    await expect(chest.get_by_role("button", name="Undo it")).to_be_visible()
