import pytest

from metricgain.engine.caps import MuscleWeek
from metricgain.engine.coming import ComingSession, LastTime, Slot, prescribe
from metricgain.engine.decisions import Decision, decide_muscle
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.equipment import Unit
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.landmarks import Experience, landmark_for
from metricgain.engine.loads import LiftProfile
from metricgain.engine.muscles import Muscle

BARBELL = default_loads(EquipmentKind.BARBELL, Unit.KG)
DONE = LastTime(load_kg=100, reps=8, e1rm_kg=130, performance=1)


def slot(
    *,
    muscle: Muscle = Muscle.CHEST,
    last: LastTime | None = DONE,
    base_sets: int = 4,
    planned_kg: float | None = 100,
    planned_reps: int | None = 8,
    first_week_kg: float | None = 90,
) -> Slot:
    return Slot(
        exercise_id=1,
        position=1,
        base_sets=base_sets,
        contributions={muscle: 1.0},
        lift=LiftProfile(rep_min=6, rep_max=12),
        loads=BARBELL,
        target_rir=1,
        last=last,
        planned_kg=planned_kg,
        planned_reps=planned_reps,
        first_week_kg=first_week_kg,
    )


def week(muscle: Muscle = Muscle.CHEST, sets: int = 4) -> MuscleWeek:
    return MuscleWeek(
        muscle=muscle,
        landmark=landmark_for(muscle, experience=Experience.INTERMEDIATE),
        sessions_per_week=1,
        last_week_sets=sets,
    )


def decided(**answers: int) -> Decision:
    facts: dict[str, int] = {"soreness": 0, "performance": 1, **answers}
    return decide_muscle(
        MuscleFacts(
            muscle=Muscle.CHEST,
            week_number=2,
            weeks=5,
            next_session=NextSession(week_number=3),
            has_previous=True,
            **facts,
        )
    )


def session(
    *slots: Slot, index: int = 0, sessions: int = 3, is_deload: bool = False
) -> ComingSession:
    return ComingSession(
        slots=slots, index=index, sessions=sessions, is_deload=is_deload
    )


def test_a_judged_session_gets_more_sets_and_the_next_load() -> None:
    made = prescribe(
        session(slot()),
        {Muscle.CHEST: decided(challenge=0)},
        {Muscle.CHEST: week()},
    )

    exercise = made.exercises[0]
    assert exercise.sets == 5
    assert exercise.load is not None
    assert exercise.load.kg in {100, 102.5}
    assert exercise.because


def test_past_the_target_holds_sets_load_and_reps() -> None:
    made = prescribe(
        session(slot()),
        {Muscle.CHEST: decided(performance=2)},
        {Muscle.CHEST: week()},
    )

    exercise = made.exercises[0]
    assert (exercise.sets, exercise.reps) == (4, 8)
    assert exercise.load is not None
    assert exercise.load.kg == 100


def test_a_recovery_session_halves_sets_and_reps_and_remembers_the_full_sets() -> None:
    made = prescribe(
        session(slot(base_sets=5)),
        {Muscle.CHEST: decided(performance=3, consecutive_misses=2)},
        {Muscle.CHEST: week(sets=5)},
    )

    exercise = made.exercises[0]
    assert (exercise.sets, exercise.full_sets, exercise.reps) == (3, 5, 4)
    assert exercise.is_recovery
    assert exercise.rir == 4


def test_without_a_decision_sets_and_load_are_carried() -> None:
    made = prescribe(session(slot()), {}, {})

    exercise = made.exercises[0]
    assert (exercise.sets, exercise.reps, exercise.rir) == (4, 8, 1)
    assert exercise.load is not None
    assert exercise.load.kg == 100


def test_what_was_never_trained_keeps_its_planned_load() -> None:
    made = prescribe(session(slot(last=None, planned_kg=60)), {}, {})

    assert made.exercises[0].load is not None
    assert made.exercises[0].load.kg == 60


def test_what_has_no_load_at_all_is_calibrated_in_the_first_set() -> None:
    made = prescribe(session(slot(last=None, planned_kg=None)), {}, {})

    exercise = made.exercises[0]
    assert exercise.load is None
    assert exercise.rule_id == "load.calibrate"
    assert "first set" in exercise.because


@pytest.mark.parametrize(
    ("index", "kg"),
    [
        pytest.param(0, 90, id="the first session takes the load of week 1"),
        pytest.param(1, 90, id="so does the second of three"),
        pytest.param(2, 45, id="the last one takes half of it"),
    ],
)
def test_a_deload_halves_the_work(index: int, kg: float) -> None:
    made = prescribe(session(slot(base_sets=5), index=index, is_deload=True), {}, {})

    exercise = made.exercises[0]
    assert (exercise.sets, exercise.reps, exercise.rir) == (3, 4, 4)
    assert exercise.load is not None
    assert exercise.load.kg == kg


def test_a_deload_leaves_out_isolation_for_the_forearms() -> None:
    made = prescribe(session(slot(muscle=Muscle.FOREARMS), is_deload=True), {}, {})

    assert made.exercises[0].sets == 0
    assert "Left out" in made.exercises[0].because


def test_making_it_again_changes_nothing() -> None:
    decisions = {Muscle.CHEST: decided(challenge=0)}
    weeks = {Muscle.CHEST: week()}

    once = prescribe(session(slot()), decisions, weeks)
    twice = prescribe(session(slot()), decisions, weeks)

    assert once == twice
