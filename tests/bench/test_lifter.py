"""The simulated lifter behaves like a body: it tires, recovers, grows and repeats."""

from dataclasses import replace
from itertools import pairwise
from random import Random  # noqa: TID251 - the simulator gets a seeded generator

import pytest
from bench.lifter import Assumptions, Effort, Overreach, SimulatedLifter, draw_traits
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.muscles import Muscle

USUAL = Assumptions()


def lifter(
    seed: int = 1,
    *,
    overreach: Overreach = Overreach.MILD,
    assumed: Assumptions = USUAL,
) -> SimulatedLifter:
    rng = Random(seed)  # noqa: S311 - repeatable, not secret
    traits = draw_traits(rng, assumed)
    return SimulatedLifter(traits, assumed=assumed, overreach=overreach, rng=rng)


def effort(sets: int, *, muscle: Muscle = Muscle.CHEST, rir: float = 2) -> Effort:
    return Effort(muscle=muscle, sets=sets, true_rir=rir)


def train_weeks(person: SimulatedLifter, weekly_sets: int, *, weeks: int) -> None:
    for day in range(7 * weeks):
        if weekly_sets and day % 7 in {0, 3}:
            person.train(effort(weekly_sets // 2))
        person.end_day()


@given(
    seed=st.integers(0, 10**6),
    sessions=st.lists(st.integers(0, 30), min_size=1, max_size=30),
    rir=st.floats(0, 6),
    overreach=st.sampled_from(Overreach),
)
def test_no_training_leaves_the_range_of_a_body(
    seed: int, sessions: list[int], rir: float, overreach: Overreach
) -> None:
    person = lifter(seed, overreach=overreach)

    for sets in sessions:
        done = effort(sets, rir=rir)
        person.train(done)
        answers = (
            person.soreness(done.muscle),
            person.pump(done),
            person.challenge(done),
        )
        person.end_day()

        assert all(answer in range(4) for answer in answers)
        assert 0 <= person.fatigue(done.muscle) <= USUAL.most_fatigue + 0.075
        assert person.size(done.muscle) <= USUAL.growth_ceiling
        assert person.capacity(done.muscle) > 0


@pytest.mark.parametrize("overreach", Overreach)
def test_the_same_seed_lives_the_same_life(overreach: Overreach) -> None:
    one, same, other = (lifter(seed, overreach=overreach) for seed in (3, 3, 4))
    for person in (one, same, other):
        train_weeks(person, 12, weeks=4)

    assert one.size(Muscle.CHEST) == same.size(Muscle.CHEST)
    assert one.capacity(Muscle.CHEST) == same.capacity(Muscle.CHEST)
    assert one.size(Muscle.CHEST) != other.size(Muscle.CHEST)


def test_without_overreach_more_sets_always_grow_more_but_ever_less_per_set() -> None:
    sizes = []
    for weekly in (4, 8, 12, 16, 20):
        person = lifter(overreach=Overreach.NONE)
        train_weeks(person, weekly, weeks=6)
        sizes.append(person.size(Muscle.CHEST))

    steps = [after - before for before, after in pairwise(sizes)]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)


def test_under_strong_overreach_a_huge_volume_grows_less_than_a_moderate_one() -> None:
    moderate, huge = (lifter(overreach=Overreach.STRONG) for _ in range(2))
    train_weeks(moderate, 8, weeks=6)
    train_weeks(huge, 30, weeks=6)

    assert huge.size(Muscle.CHEST) < moderate.size(Muscle.CHEST)


def test_a_typical_lifter_grows_as_the_literature_says_at_twelve_sets() -> None:
    steady = replace(USUAL, responsiveness_sd=0, rir_slope=0)
    person = lifter(overreach=Overreach.NONE, assumed=steady)

    train_weeks(person, 12, weeks=10)

    assert 0.035 < person.size(Muscle.CHEST) < 0.047


def test_fatigue_comes_with_sets_and_goes_with_days() -> None:
    person = lifter()
    rested = person.fatigue(Muscle.CHEST)
    person.train(effort(6))
    tired = person.fatigue(Muscle.CHEST)

    after = []
    for _ in range(10):
        person.end_day()
        after.append(person.fatigue(Muscle.CHEST))

    assert rested == 0 < tired
    assert [tired, *after] == sorted([tired, *after], reverse=True)
    assert after[-1] < tired / 10


def test_a_muscle_that_stays_untrained_does_not_grow_and_then_shrinks() -> None:
    person = lifter()
    train_weeks(person, 10, weeks=6)
    grown = person.size(Muscle.CHEST)
    assert person.size(Muscle.CALVES) == 0

    train_weeks(person, 0, weeks=3)
    rested = person.size(Muscle.CHEST)
    train_weeks(person, 0, weeks=6)

    assert rested > 0.9 * grown
    assert person.size(Muscle.CHEST) < 0.7 * grown


def test_other_muscles_feel_only_the_tiredness_of_the_whole_body() -> None:
    person = lifter()
    person.train(effort(8, muscle=Muscle.QUADS))

    assert 0 < person.fatigue(Muscle.BICEPS) < person.fatigue(Muscle.QUADS) / 10


def test_answers_follow_the_work_when_they_carry_no_noise() -> None:
    clear = replace(USUAL, answer_scale=0, habit_sd=0)
    few, many = lifter(assumed=clear), lifter(assumed=clear)
    few.train(effort(1, rir=4))
    many.train(effort(14, rir=0))

    assert few.pump(effort(1, rir=4)) < many.pump(effort(14, rir=0))
    assert few.challenge(effort(1, rir=4)) < many.challenge(effort(14, rir=0))
    assert few.soreness(Muscle.CHEST) < many.soreness(Muscle.CHEST)
