from metricgain.engine.finished import DoneExercise, score_workout
from metricgain.engine.muscles import Muscle
from metricgain.engine.performance import MISSED, ON_TARGET, LoggedSet, Target

HAMSTRINGS, GLUTES = Muscle.HAMSTRINGS, Muscle.GLUTES


def romanian_deadlift(*, is_recovery: bool) -> DoneExercise:
    """Half the reps at the load of last time, as a recovery session asks."""
    target = Target(load_kg=100, reps=4, rir=4)
    done = LoggedSet(load_kg=100, reps=4, rir=4, target=target)
    return DoneExercise(
        exercise_id=1,
        muscles=frozenset({HAMSTRINGS, GLUTES}),
        planned_sets=2,
        sets=(done, done),
        previous_e1rm_kg=137,
        is_recovery=is_recovery,
    )


def hip_thrust() -> DoneExercise:
    target = Target(load_kg=120, reps=8, rir=2)
    done = LoggedSet(load_kg=120, reps=8, rir=2, target=target)
    return DoneExercise(
        exercise_id=2, muscles=frozenset({GLUTES}), planned_sets=2, sets=(done, done)
    )


def test_half_the_work_that_was_asked_for_recovery_is_no_miss() -> None:
    hard = score_workout([romanian_deadlift(is_recovery=False)])
    easy = score_workout([romanian_deadlift(is_recovery=True)])

    assert hard.performance == {HAMSTRINGS: MISSED, GLUTES: MISSED}
    assert easy.performance == {HAMSTRINGS: None, GLUTES: None}
    assert easy.exercises[0].performance is None


def test_a_muscle_is_judged_by_its_other_exercises_beside_a_recovery() -> None:
    score = score_workout([romanian_deadlift(is_recovery=True), hip_thrust()])

    assert score.performance == {HAMSTRINGS: None, GLUTES: ON_TARGET}
