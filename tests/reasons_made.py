"""Makes every reason that the engine can give, for the tests of their wording."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import get_args

from decision_inputs import SITUATIONS, every_input, with_answers
from metricgain.engine.alternatives import Candidate, alternatives
from metricgain.engine.apply import SessionPlan, apply_decisions, cap_sentence
from metricgain.engine.block import Known, said
from metricgain.engine.board import PlannedExercise
from metricgain.engine.caps import MuscleWeek, cap_add, cap_cut
from metricgain.engine.decisions import Decision, decide_muscle
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.deload import DeloadStyle, HardWork, deload, recovery
from metricgain.engine.disruptions import after_gap
from metricgain.engine.equipment import AvailableLoads, Unit
from metricgain.engine.facts import MuscleFacts
from metricgain.engine.first_week import (
    Calibrate,
    History,
    after_calibration,
    first_load,
)
from metricgain.engine.generator.draft import Ground, Near, make_draft, task_of
from metricgain.engine.generator.options import Option, usable
from metricgain.engine.generator.profile import FreeSpan, Joint, Place, Profile, Tool
from metricgain.engine.generator.repair import (
    RULED_OUT,
    Wished,
    repaired,
    ruled_out,
)
from metricgain.engine.generator.safety import Health, screen
from metricgain.engine.generator.wished_program import WishedBlock, wished_program
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Experience, Landmark
from metricgain.engine.loads import LastExposure, LiftProfile, next_load
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.overrides import Override, overridden
from metricgain.engine.plan import check_plan
from metricgain.engine.planned_week import REPAIRS, Lifter, PlannedDay
from metricgain.engine.planned_week import PlannedExercise as PlannedOfWeek
from metricgain.integrations.language_model.asking import SAID
from reasons_of_weeks import moved, reviewed

BARS = [default_loads(EquipmentKind.BARBELL, unit) for unit in Unit]
BELT = default_loads(EquipmentKind.BODYWEIGHT, Unit.KG, own_kg=80)
CHEST, TRICEPS = Muscle.CHEST, Muscle.TRICEPS


def decisions() -> Iterator[str]:
    """Every decision, and every first decision of each muscle."""
    for facts in every_input():
        yield decide_muscle(facts).because
    judged = next(s for s in SITUATIONS if s.week_number == 3 and s.has_previous)
    yield from tired(judged)
    for muscle in (*Muscle, *MuscleGroup):
        for facts in with_answers(replace(judged, muscle=muscle)):
            if facts.pump is None and facts.joint_pain is None:
                yield decide_muscle(facts).because


def tired(judged: MuscleFacts) -> Iterator[str]:
    """Decisions after a night whose readiness was low, and what they do to a load."""
    for facts in with_answers(replace(judged, readiness=0.31)):
        if facts.pump is None and facts.joint_pain is None:
            yield decide_muscle(facts).because
    for bar in BARS:
        yield next_load(
            exercise=LiftProfile(rep_min=8, rep_max=12),
            last=LastExposure(load_kg=60, reps=8, e1rm_kg=80, tired=True),
            performance=1,
            joint_pain=0,
            target_rir=2,
            loads=bar,
        ).because


def overrides() -> Iterator[str]:
    for decision, override in product(some_decisions(), Override):
        yield overridden(decision, override).because


@cache
def some_decisions() -> list[Decision]:
    """Return one decision of each kind."""
    found: dict[type[Decision], Decision] = {}
    for facts in every_input():
        decision = decide_muscle(facts)
        found.setdefault(type(decision), decision)
        if len(found) == len(get_args(Decision)):
            break
    return [replace(each, muscle=CHEST) for each in found.values()]


def caps() -> Iterator[str]:
    weeks = [
        MuscleWeek(
            muscle=CHEST,
            landmark=LANDMARKS[CHEST],
            sessions_per_week=sessions,
            last_week_sets=last,
            granted=granted,
            emphasis=emphasis,
            experience=experience,
            three_sets_allowed=True,
            after_recovery=after,
        )
        for sessions, last, granted, emphasis, experience, after in product(
            (1, 2), (2, 8, 20), (0, 2), Emphasis, Experience, (False, True)
        )
    ]
    few = Landmark(maintenance=0, mev=0, target=1, mrv_at_2=1)
    more = [
        replace(weeks[-1], emphasis=Emphasis.EMPHASIZE, three_sets_allowed=False),
        replace(weeks[-1], emphasis=Emphasis.EMPHASIZE, landmark=few),
    ]
    plain = {"experience": Experience.INTERMEDIATE, "last_week_sets": 2, "granted": 0}
    weeks += [replace(week, **plain) for week in more]  # type: ignore[arg-type]  # names are checked by replace
    for week, sets in product(weeks, (1, 3, 12)):
        for capped, wanted in ((cap_add(3, week, session_sets=sets), 3),
                               (cap_cut(-3, week, session_sets=sets), -3)):  # fmt: skip
            told = cap_sentence(raw=wanted, applied=capped.delta, clause=capped.clause)
            if told:
                yield told
    yield from applied(weeks)


def applied(weeks: Sequence[MuscleWeek]) -> Iterator[str]:
    for week, sets, pain, minutes in product(
        weeks[::3], (1, 5, 9), (None, 3), (None, 12)
    ):
        exercises = [
            PlannedExercise(
                position=place,
                base_sets=sets,
                contributions={CHEST: 1.0, **shared},
                joint_pain=pain,
                seconds_per_set=120,
            )
            for place, shared in enumerate(({TRICEPS: 1.0}, {}, {TRICEPS: 0.5}))
        ]
        for decision in some_decisions():
            session = apply_decisions(
                SessionPlan(exercises=exercises, minutes=minutes),
                {CHEST: decision},
                {CHEST: week},
            )
            yield from (one.cap_reason for one in session.muscles if one.cap_reason)


def loads() -> Iterator[str]:
    for loads_, reps, e1rm, performance, pain, after, method in product(
        (*BARS, BELT), (8, 12, 30), (None, 100.0, 400.0), (None, 0, 1, 2, 3), (0, 2),
        (False, True), ("double", "reps", "load"),
    ):  # fmt: skip
        yield next_load(
            exercise=LiftProfile(rep_min=8, rep_max=12, method=method),  # type: ignore[arg-type]  # product forgets the literal
            last=LastExposure(
                load_kg=60, reps=reps, e1rm_kg=e1rm, after_recovery=after
            ),
            performance=performance,
            joint_pain=pain,
            target_rir=2,
            loads=loads_,
        ).because
    yield next_load(
        exercise=LiftProfile(rep_min=8, rep_max=12),
        last=LastExposure(load_kg=20, reps=8, after_recovery=True),
        performance=3,
        joint_pain=0,
        target_rir=2,
        loads=BARS[0],
    ).because
    light = AvailableLoads(unit=Unit.KG, entered=(5.0, 20.0))
    for reps in (12, 30):
        yield next_load(
            exercise=LiftProfile(rep_min=8, rep_max=12),
            last=LastExposure(load_kg=5, reps=reps),
            performance=1,
            joint_pain=0,
            target_rir=2,
            loads=light,
        ).because


def easy() -> Iterator[str]:
    work = HardWork(sets=3, reps=10, load_kg=62.5)
    for bar in BARS:
        for index in (0, 1):
            for style in DeloadStyle:
                yield deload(
                    work, session_index=index, sessions=2, loads=bar, style=style
                ).because
        yield recovery(work, loads=bar).because


def first_week() -> Iterator[str]:
    for heaviest, days, bar in product((40.0, 61.25, 120.0), (3, 30, 90), BARS):
        history = History(e1rm_kg=100, heaviest_kg=heaviest, days_since=days)
        for target in (0, 3):
            yield first_load(
                history, reps=8, rep_max=12, target_rir=target, loads=bar
            ).because
    light = History(e1rm_kg=15, heaviest_kg=10, days_since=3)
    yield first_load(light, reps=8, rep_max=12, target_rir=2, loads=BARS[0]).because
    yield Calibrate().because
    yield after_calibration(
        load_kg=50, reps=10, rir=2, next_reps=8, target_rir=3, loads=BARS[0]
    ).because
    known = Known(history=light, load="42.5 kg", reps=8, on=date(2026, 6, 3))
    yield f"From {said(known)}. {Calibrate().because}"


def gaps() -> Iterator[str]:
    yield from (after_gap(days).because for days in (0, 6, 7, 13, 14, 27, 28, 400))


def findings() -> Iterator[str]:
    def one(sets: int, low: int = 8, high: int = 12, name: str = "a") -> PlannedOfWeek:
        return PlannedOfWeek(
            name=name, contributions={CHEST: 1.0, TRICEPS: 0.5}, sets=sets,
            rep_min=low, rep_max=high,
        )  # fmt: skip

    def day(*exercises: PlannedOfWeek) -> PlannedDay:
        return PlannedDay(name="Push", exercises=exercises)

    broad = [
        replace(one(4, name=str(m)), contributions={m: 1.0}) for m in list(Muscle)[:9]
    ]
    weeks = (
        [], [day()], [day(one(3))] * 8, [day(one(16), one(16))], [day(one(3, 12, 8))],
        [day(one(3, 3, 5))], [day(one(11))], [day(one(4))] * 3, [day(*broad)],
        [day(*broad[:7])],
    )  # fmt: skip
    for week, careful in product(weeks, (False, True)):
        lifter = Lifter(careful_start=careful)
        yield from (found.because for found in check_plan(week, lifter=lifter))


def repairs() -> Iterator[str]:
    yield from REPAIRS.values()
    bar = PlannedOfWeek(
        name="a", contributions={Muscle.QUADS: 1.0, CHEST: 1.0}, sets=9, rep_min=8,
        rep_max=12, exercise_id=1, equipment="barbell", pattern="squat",
        joints=frozenset({"knee"}), axial=2,
    )  # fmt: skip
    free = FreeSpan(first=date(2026, 6, 3), last=date(2026, 6, 3))
    profile = Profile(
        place=Place.BODYWEIGHT, injuries=frozenset({Joint.KNEE}), free=(free,),
        banned=frozenset({1}), session_minutes=30,
    )  # fmt: skip
    days = [
        PlannedDay(
            name="Push", exercises=[bar] * 3, weekday=weekday, minutes=minutes,
            peak_minutes=90, dates=[free.first],
        )
        for weekday, minutes in ((0, 20), (1, 60))
    ]  # fmt: skip
    lifter = Lifter(profile=profile, emphasis={CHEST: Emphasis.MAINTAIN})
    for week in (days, [days[0]], [replace(days[0], exercises=[bar])]):
        yield from (found.because for found in check_plan(week, lifter=lifter))


def option(number: int, muscle: Muscle, **kinds: object) -> Option:
    return replace(
        Option(
            exercise_id=number, name="a", group=GROUP_OF[muscle],
            contributions={muscle: 1.0}, equipment="cable", pattern="fly",
        ),
        **kinds,  # type: ignore[arg-type]  # names are checked by replace
    )  # fmt: skip


def generated() -> Iterator[str]:
    options = [
        option(1, CHEST), option(2, Muscle.LATS), option(3, TRICEPS, skill=3),
        option(4, Muscle.QUADS, equipment="barbell"), option(5, Muscle.CALVES),
        option(6, Muscle.HAMSTRINGS, joints=frozenset({"knee"})),
        option(7, Muscle.BICEPS, traps_lifter=True),
        option(8, Muscle.ABS, pattern="carry"),
    ]  # fmt: skip
    profile = Profile(
        place=Place.OWN, tools=frozenset({Tool.CABLE}), banned=frozenset({5}),
        injuries=frozenset({Joint.KNEE}), emphasis={CHEST: Emphasis.EMPHASIZE},
        health=Health(is_under_18=True), favourites=frozenset({4, 6, 7, 8, 2}),
    )  # fmt: skip
    short = replace(profile, session_minutes=10, weekdays=(0, 3))
    for each in (profile, short):
        draft = make_draft(each, Ground(options=options))
        yield from (f"{one.because} {one.remedy}" for one in draft.unmet)
    for health, floor in product(
        (Health(heart_or_illness=True), Health(is_pregnant=True)), (0, 3)
    ):
        yield from (note.because for note in screen(health, rir_floor=floor))


def mended() -> Iterator[str]:
    yield from SAID
    yield "The model took longer than 120 seconds."
    curl, squat = option(1, Muscle.BICEPS), option(2, Muscle.QUADS, pattern="squat")
    wishes = [
        Wished(name="a", exercise_id=one, weekday=day, sets=sets)
        for one, day, sets in ((1, 0, 40), (2, 6, 3), (3, 0, 3), (2, 0, 3))
    ]
    profile = Profile(weekdays=(0, 3))
    for wish, found in product(wishes, (curl, squat, None)):
        why = ruled_out(wish, found, profile)
        yield from (why.because,) if why else ()
    yield from RULED_OUT.values()
    ground = Ground(options=[curl, squat])
    for minutes in (15, 60):
        task = task_of(
            replace(profile, session_minutes=minutes), ground,
            pool=usable(ground.options, profile), near=Near(),
        )  # fmt: skip
        _, repairs = repaired(task, wishes)
        yield from (one.because for one in repairs)
    emphasis = {CHEST: Emphasis.EMPHASIZE}
    blocks = [WishedBlock(weeks=99, emphasis=emphasis)]
    _, outlined = wished_program(profile, date(2026, 3, 2), blocks)
    yield from (one.because for one in outlined)


def stand_ins() -> Iterator[str]:
    muscles = ({CHEST: 1.0}, {CHEST: 0.5}, {CHEST: 1.0, TRICEPS: 1.0})
    some = [
        Candidate(
            exercise_id=number, name=str(number), contributions=shares,
            movement=movement, equipment="cable", is_familiar=familiar,
        )
        for number, (shares, movement, familiar) in enumerate(
            product(muscles, ("fly", "press"), (False, True))
        )
    ]  # fmt: skip
    for old in some:
        yield from (found.because for found in alternatives(old, some, most=99))


ALL = [
    decisions, overrides, caps, loads, easy, first_week, gaps, findings, repairs,
    generated, mended, stand_ins, moved, reviewed,
]  # fmt: skip


@cache
def said_by(reasons: Callable[[], Iterator[str]]) -> frozenset[str]:
    return frozenset(reasons())
