"""The engine on simulated lifters keeps its caps and its place among fixed volumes."""

import json
from itertools import pairwise

import pytest
from bench.lifter import Overreach
from bench.lives import TRAINED, Answers, live
from bench.policies import LANDMARK, SESSIONS, WEEKS, EnginePolicy, Fixed, Report, Slot
from bench.simulation import ARMS, ArmResult, Simulation, run

from bench import simulation

MUSCLES = TRAINED[0]
HARD = [
    Slot(block=0, week=week, session=session)
    for week in range(1, WEEKS)
    for session in range(SESSIONS)
]


def report(score: int | None, *, performance: int | None = 1) -> Report:
    return Report(performance=performance, soreness=score, pump=score, challenge=score)


def weekly(policy: EnginePolicy, answer: Report) -> list[int]:
    for slot in HARD:
        policy.learn(slot, dict.fromkeys(MUSCLES, answer))
    return [
        sum(
            policy.sets(MUSCLES[0], Slot(block=0, week=week, session=session))
            for session in range(SESSIONS)
        )
        for week in range(1, WEEKS + 1)
    ]


@pytest.fixture(scope="module")
def found() -> Simulation:
    return run(lifters=4, seed=7)


def arm(found: Simulation, overreach: Overreach, name: str) -> ArmResult:
    scenario = next(one for one in found.scenarios if one.overreach == overreach)
    return next(one for one in scenario.arms if one.arm == name)


def test_fixed_volumes_are_what_they_say_and_halve_in_the_deload() -> None:
    def planned(policy: Fixed) -> list[int]:
        return [
            sum(
                policy.sets(MUSCLES[0], Slot(block=0, week=week, session=session))
                for session in range(SESSIONS)
            )
            for week in range(1, WEEKS + 1)
        ]

    assert planned(Fixed(12)) == [12, 12, 12, 12, 12, 6]
    assert planned(Fixed(8, 22)) == [8, 12, 15, 18, 22, 12]


def test_a_lifter_who_finds_everything_easy_gains_sets_within_the_weekly_cap() -> None:
    weeks = weekly(EnginePolicy(8, carries=False), report(0, performance=0))

    hard = weeks[:-1]
    growth = [after - before for before, after in pairwise(hard)]
    assert hard[-1] > hard[0] == 8
    assert all(0 <= step <= 3 for step in growth)
    assert hard[-1] <= LANDMARK.mrv_at_2
    assert weeks[-1] <= (hard[-1] + 3) // 2


def test_a_lifter_who_answers_nothing_keeps_the_sets() -> None:
    weeks = weekly(EnginePolicy(10, carries=False), report(None, performance=1))

    assert weeks[:-1] == [10] * (WEEKS - 1)


def test_a_lifter_who_is_overwhelmed_loses_sets_but_not_all() -> None:
    weeks = weekly(EnginePolicy(12, carries=False), report(3, performance=2))

    assert weeks[-2] < weeks[0]
    assert weeks[-2] >= LANDMARK.maintenance


def test_a_recovery_session_is_half_and_the_next_block_does_not_inherit_it() -> None:
    policy = EnginePolicy(10, carries=True)
    worn_out = Slot(block=0, week=3, session=0)
    recovery = Slot(block=0, week=3, session=1)
    for slot in HARD:
        answer = report(3, performance=3) if slot == worn_out else report(1)
        policy.learn(slot, dict.fromkeys(MUSCLES, answer))
    policy.begin_block(1)
    start = policy.sets(MUSCLES[0], Slot(block=1, week=1, session=1))

    assert policy.decisions["recover"] == len(MUSCLES)
    assert start == 5
    assert not policy.is_recovery(MUSCLES[0], recovery)


def test_a_recovery_session_has_half_the_sets() -> None:
    policy = EnginePolicy(10, carries=True)
    for slot in HARD[:4]:
        policy.learn(slot, dict.fromkeys(MUSCLES, report(1)))
    policy.learn(HARD[4], dict.fromkeys(MUSCLES, report(3, performance=3)))

    assert policy.is_recovery(MUSCLES[0], HARD[5])
    assert policy.sets(MUSCLES[0], HARD[5]) == 3
    policy.learn(HARD[5], dict.fromkeys(MUSCLES, report(1)))
    assert not policy.is_recovery(MUSCLES[0], HARD[6])
    assert 4 <= policy.sets(MUSCLES[0], HARD[6]) <= 5


@pytest.mark.parametrize("overreach", Overreach)
@pytest.mark.parametrize("answers", [Answers(), Answers(missing=1)], ids=str)
def test_the_engine_never_runs_away(overreach: Overreach, answers: Answers) -> None:
    life = live(
        EnginePolicy(10, carries=True), overreach=overreach, seed="x", answers=answers
    )

    assert life.most_sets <= LANDMARK.mrv_at_2
    assert life.last_sets >= LANDMARK.maintenance
    if answers.missing:
        assert "add" not in life.decisions
        assert life.most_sets == 10


def test_the_same_seed_gives_the_same_results(found: Simulation) -> None:
    one = run(lifters=1, seed=7)

    assert one == run(lifters=1, seed=7, workers=2)
    assert one != run(lifters=1, seed=8)
    assert json.loads(json.dumps(found.as_json()))["seed"] == 7


def test_every_policy_is_tried_under_every_assumption(found: Simulation) -> None:
    assert [one.overreach for one in found.scenarios] == list(Overreach)
    for scenario in found.scenarios:
        assert len(scenario.arms) == len(ARMS)
        for result in scenario.arms:
            assert result.regret == pytest.approx(1 - result.gain)
            assert result.gain <= 1.15


# Wide bands around seed 7: a change of the rules that moves a result out of its band
# is a change to be looked at, and to be told in docs/engine/evidence.md.
@pytest.mark.parametrize(
    ("overreach", "name", "low", "high"),
    [
        pytest.param(Overreach.NONE, "engine from 8", 0.53, 0.66, id="none, from 8"),
        pytest.param(Overreach.MILD, "engine from 8", 0.9, 1.02, id="mild, from 8"),
        pytest.param(Overreach.STRONG, "engine from 8", 0.45, 0.7, id="strong, from 8"),
        pytest.param(
            Overreach.MILD, "engine from 10, carried", 0.92, 1.03, id="mild, carried"
        ),
    ],
)
def test_the_engine_stays_in_its_band(
    found: Simulation, overreach: Overreach, name: str, low: float, high: float
) -> None:
    assert low <= arm(found, overreach, name).gain <= high


def test_under_strong_overreach_the_engine_is_safer_than_high_fixed_volumes(
    found: Simulation,
) -> None:
    engine = arm(found, Overreach.STRONG, "engine from 8")

    for name in ("fixed 16", "ramp 8 to 22"):
        assert engine.gain > arm(found, Overreach.STRONG, name).gain
        assert (
            engine.gain_worst_tenth
            > arm(found, Overreach.STRONG, name).gain_worst_tenth
        )


def test_the_benchmark_prints_three_tables_and_writes_its_numbers(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    results = tmp_path_factory.mktemp("results") / "simulation.json"
    monkeypatch.setattr(simulation, "RESULTS", results)

    simulation.main(["--lifters", "1", "--seed", "2"])

    printed = capsys.readouterr().out
    assert all(f"Overreach: {one}" in printed for one in Overreach)
    assert json.loads(results.read_text())["lifters"] == 1
