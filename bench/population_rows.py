"""The rows of made-up lifters as lines of PostgreSQL's COPY, table by table."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from bench.population import (
    BLOCK_WEEKS,
    RIR,
    Block,
    Lifter,
    Session,
    Slot,
    group_of,
    plan_block,
)

Lines: TypeAlias = dict[str, list[str]]
"""The lines to add by table; a line is a row in COPY's text format."""

COLUMNS: Final = {
    "users": "id email password_hash timezone",
    "user_preferences": "user_id weight_unit body_weight_kg",
    "api_tokens": "user_id id name token_hash scope",
    "sync_state": "user_id revision",
    "mesocycles": "user_id id name duration_weeks current_week status start_date"
    " end_date days_per_week completed_at revision",
    "microcycles": "user_id id mesocycle_id week_number start_date end_date is_deload"
    " target_rir",
    "workouts": "user_id id mesocycle_id name day_of_week position_in_week",
    "workout_exercises": "user_id id workout_id exercise_id position target_sets"
    " target_reps_min target_reps_max target_weight weight_unit target_rir",
    "workout_instances": "user_id id mesocycle_id microcycle_id workout_id week_number"
    " position scheduled_on status is_deload prescribed_at revision",
    "prescriptions": "user_id workout_instance_id exercise_id position target_sets"
    " projected_sets target_reps target_reps_min target_reps_max target_weight"
    " weight_unit target_rir performance exposure_e1rm_kg smoothed_e1rm_kg done_weight"
    " done_unit done_reps done_sets because rule_id",
    "workout_logs": "user_id id workout_instance_id workout_id mesocycle_id week_number"
    " name performed_at local_date status started_at completed_at is_deload revision",
    "sets": "user_id id exercise_id performed_at workout_log_id set_number reps weight"
    " weight_unit set_type rir",
    "muscle_group_feedback": "user_id workout_log_id muscle_group soreness_level"
    " pump_level challenge_level soreness_recorded_at performance_recorded_at",
    "muscle_feedback": "user_id workout_log_id muscle soreness_level pump_level"
    " challenge_level soreness_recorded_at performance_recorded_at",
    "user_muscle_group_metrics": "user_id workout_log_id muscle_group muscle"
    " metric_name value",
    "progression_decisions": "user_id workout_log_id muscle muscle_group"
    " to_instance_id kind gate rule_id because soreness performance pump challenge"
    " consecutive_misses delta_raw delta_applied base_sets new_sets progression deload"
    " engine_version decided_at revision",
}
"""The columns that are written, in an order in which no row points to a later one."""

_REASONS: Final = (
    ("add", "G8", "M1", 1),
    ("add", "G9", "T5", 1),
    ("hold", "G9", "T4", 0),
    ("hold", "G8", "M3", 0),
    ("carry", "G4", "G4", 0),
    ("remove", "G9", "T3", -1),
)
# About as long as the sentences that the engine writes.
_BECAUSE: Final = (
    "You recovered well, did all that was asked and found it easy enough, so there is"
    " one set more in your next session."
)
_WHY_LOAD: Final = (
    ("load.rep", "One rep more than last time at the same load."),
    ("load.heavier", "All reps were done with some left: the load rises one step."),
    ("load.carry", "Load and reps are carried over from last time."),
)
_SET_SECONDS: Final = 150
_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SILENT: Final = 0.2
_FAILED: Final = 0.8
_EASIER: Final = 0.9
_ROW_IDS: Final = 2**31 - 1
_KG_PER_LB: Final = 0.45359237


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How far a workout has come: the time, the weeks trained, the ids of its sets."""

    at: datetime
    weeks: int
    taken: set[int]


def token_of(user_id: int, seed: int) -> str:
    """Return the API token by which a made-up lifter signs in."""
    return f"made-up-{seed}-{user_id}"


def account(lifter: Lifter, lines: Lines, *, seed: int, day: date) -> None:
    """Add a lifter's account."""
    number = lifter.user_id
    unit = "lb" if lifter.in_pounds else "kg"
    hashed = hashlib.sha256(token_of(number, seed).encode()).hexdigest()
    lines["users"].append(f"{number}\tlifter{number}@example.org\t\tUTC\n")
    lines["user_preferences"].append(f"{number}\t{unit}\t{lifter.body_weight_kg}\n")
    lines["api_tokens"].append(
        f"{number}\t{lifter.uuid(day)}\tbench\t\\\\x{hashed}\tfull\n"
    )


def counted(lifter: Lifter, lines: Lines) -> None:
    """Add how many changes a lifter has made."""
    lines["sync_state"].append(f"{lifter.user_id}\t{lifter.revision}\n")


def week(
    lifter: Lifter, number: int, *, monday: date, until: date
) -> list[tuple[datetime, Lines]]:
    """Return each workout of a week with the moment at which it began.

    The plan of a block comes before its first workout.
    """
    made: list[tuple[datetime, Lines]] = []
    if number == 0 or lifter.week_of_block(number) == 1:
        planned: Lines = defaultdict(list)
        lifter.block = plan_block(lifter, number, monday, until)
        _plan(lifter, lifter.block, planned, until=until)
        made.append((_FIRST, planned))
    assert lifter.block is not None
    block = lifter.block
    for place, session in enumerate(block.sessions):
        if session.week == lifter.week_of_block(number) and session.begins:
            done: Lines = defaultdict(list)
            following = place + len(block.days)
            coming = (
                block.sessions[following] if following < len(block.sessions) else None
            )
            _train(lifter, session, done, coming=coming, weeks=number)
            made.append((session.begins, done))
    return made


def _plan(lifter: Lifter, block: Block, lines: Lines, *, until: date) -> None:
    user, unit = lifter.user_id, "lb" if lifter.in_pounds else "kg"
    ends = block.first_day + timedelta(weeks=BLOCK_WEEKS, days=-1)
    revision = lifter.next_revision()
    over = ends < until
    at_week = BLOCK_WEEKS if over else (until - block.first_day).days // 7 + 1
    lines["mesocycles"].append(
        f"{user}\t{block.id}\tHypertrophy {block.first_day:%B}\t{BLOCK_WEEKS}\t"
        f"{at_week}\t{'completed' if over else 'active'}\t{block.first_day}\t{ends}\t"
        f"{len(block.days)}\t{ends if over else _NULL}\t{revision}\n"
    )
    for index, micro in enumerate(block.microcycles):
        first = block.first_day + timedelta(weeks=index)
        lines["microcycles"].append(
            f"{user}\t{micro}\t{block.id}\t{index + 1}\t{first}\t"
            f"{first + timedelta(days=6)}\t{index + 1 == BLOCK_WEEKS}\t{RIR[index]}\n"
        )
    for position, (workout_id, day) in enumerate(block.days, start=1):
        lines["workouts"].append(
            f"{user}\t{workout_id}\t{block.id}\t{day.name} {position}\t{day.weekday}\t"
            f"{position}\n"
        )
        for number, slot in enumerate(day.slots, start=1):
            lines["workout_exercises"].append(
                f"{user}\t{lifter.uuid(block.first_day)}\t{workout_id}\t"
                f"{slot.exercise.id}\t{number}\t{slot.sets}\t{slot.reps}\t"
                f"{slot.reps + 4}\t{slot.start_kg:.2f}\t{unit}\t2\n"
            )
    for session in block.sessions:
        _prescribe(lifter, block, session, lines, until=until)


def _prescribe(
    lifter: Lifter, block: Block, session: Session, lines: Lines, *, until: date
) -> None:
    user, unit = lifter.user_id, "lb" if lifter.in_pounds else "kg"
    is_due = session.on <= until
    status = "skipped" if is_due else "scheduled"
    if session.begins:
        status = "completed"
    prescribed = block.first_day if is_due else _NULL
    lines["workout_instances"].append(
        f"{user}\t{session.id}\t{block.id}\t{session.microcycle_id}\t"
        f"{session.workout_id}\t{session.week}\t{session.position}\t{session.on}\t"
        f"{status}\t{session.is_deload}\t{prescribed}\t{lifter.revision}\n"
    )
    for number, slot in enumerate(session.day.slots, start=1):
        rule, because = _WHY_LOAD[lifter.chance.randrange(len(_WHY_LOAD))]
        sets = slot.sets + (session.week - 1) // 2
        load = f"{slot.start_kg:.2f}"
        asked = (
            f"{sets}\t{sets}\t{slot.reps}" if is_due else f"{_NULL}\t{sets}\t{_NULL}"
        )
        weight = load if is_due else _NULL
        done = "\t".join([_NULL] * 7)
        if session.begins:
            estimate = slot.start_kg * (1 + slot.reps / 30)
            done = (
                f"{lifter.chance.randrange(4)}\t{estimate}\t{estimate}\t{load}\t{unit}"
                f"\t{slot.reps}\t{sets}"
            )
        lines["prescriptions"].append(
            f"{user}\t{session.id}\t{slot.exercise.id}\t{number}\t{asked}\t{slot.reps}"
            f"\t{slot.reps + 4}\t{weight}\t{unit}\t{RIR[session.week - 1]}\t{done}\t"
            f"{because if is_due else ''}\t{rule if is_due else ''}\n"
        )


def _train(
    lifter: Lifter,
    session: Session,
    lines: Lines,
    *,
    coming: Session | None,
    weeks: int,
) -> None:
    begins = session.begins
    assert begins is not None
    assert lifter.block is not None
    at = begins
    taken: set[int] = set()
    for slot in session.day.slots:
        done = Done(at=at, weeks=weeks, taken=taken)
        at = _exercise(lifter, session, slot, lines, done)
    user, key, revision = lifter.user_id, session.id, lifter.next_revision()
    lines["workout_logs"].append(
        f"{user}\t{key}\t{key}\t{session.workout_id}\t{lifter.block.id}\t{session.week}"
        f"\t{session.day.name} {session.position}\t{begins}\t{begins.date()}\tcompleted"
        f"\t{begins}\t{at}\t{session.is_deload}\t{revision}\n"
    )
    _answer(lifter, session, lines, at=at, coming=coming.id if coming else None)


def _exercise(
    lifter: Lifter, session: Session, slot: Slot, lines: Lines, done: Done
) -> datetime:
    """Add the sets of one exercise; return when the last one was over."""
    chance, at, weeks, taken = lifter.chance, done.at, done.weeks, done.taken
    head, log, add = lifter.user_id, session.id, lines["sets"].append
    exercise = slot.exercise.id
    # Nobody gets stronger by the same amount every week for ten years.
    wanted = slot.start_kg + slot.gain_kg * weeks / (1 + weeks / 150)
    wanted *= 0.6 if session.is_deload else 1
    unit = "kg"
    if lifter.in_pounds:
        wanted, unit = wanted / _KG_PER_LB, "lb"
    steps = round(wanted / slot.step_kg + chance.random() - 0.5)
    load = steps * slot.step_kg
    sets = slot.sets // 2 if session.is_deload else slot.sets + (session.week - 1) // 3
    rir = RIR[session.week - 1]
    number = 0
    for warm_up in range(slot.warm_ups):
        number += 1
        at += timedelta(seconds=_SET_SECONDS)
        add(
            f"{head}\t{_new_id(lifter, taken)}\t{exercise}\t{at}\t{log}\t"
            f"{number}\t{8 - 3 * warm_up}\t{load * (0.5 + 0.2 * warm_up):.2f}\t{unit}\t"
            "warmup\t\\N\n"
        )
    for working in range(max(1, sets)):
        number += 1
        luck = chance.random()
        at += timedelta(seconds=_SET_SECONDS)
        reps = max(1, slot.reps + 1 - working // 2 - int(2 * luck))
        felt = _NULL if luck < _SILENT else f"{rir + (luck > _EASIER)}"
        kind = "failure" if rir == 0 and luck > _FAILED else "working"
        add(
            f"{head}\t{_new_id(lifter, taken)}\t{exercise}\t{at}\t{log}\t"
            f"{number}\t{reps}\t{load:.2f}\t{unit}\t{kind}\t{felt}\n"
        )
    return at


def _new_id(lifter: Lifter, taken: set[int]) -> int:
    """Draw an id for a set; among millions of workouts, some draw the same twice."""
    while (drawn := int(lifter.chance.random() * _ROW_IDS) + 1) in taken:
        continue
    taken.add(drawn)
    return drawn


def _answer(
    lifter: Lifter, session: Session, lines: Lines, *, at: datetime, coming: UUID | None
) -> None:
    chance, user, key = lifter.chance, lifter.user_id, session.id
    by_group: dict[str, str] = {}
    for muscle in session.day.muscles:
        group = group_of(muscle)
        sore, pump, hard = (int(4 * chance.random() ** 1.4) for _ in range(3))
        said = f"{sore}\t{pump}\t{hard}"
        answered = 100 * chance.random() < lifter.answers_in_100
        if answered:
            times = f"{session.begins}\t{at}\n"
            lines["muscle_feedback"].append(f"{user}\t{key}\t{muscle}\t{said}\t{times}")
            by_group.setdefault(group, f"{user}\t{key}\t{group}\t{said}\t{times}")
        score = chance.randrange(4)
        lines["user_muscle_group_metrics"].append(
            f"{user}\t{key}\t{group}\t{muscle}\tperformance_score\t{score}\n"
        )
        kind, gate, rule, delta = _REASONS[chance.randrange(len(_REASONS))]
        given = f"{sore}\t{score}\t{pump}\t{hard}" if answered else (
            f"{_NULL}\t{score}\t{_NULL}\t{_NULL}"
        )  # fmt: skip
        sets = 3 + chance.randrange(5)
        lines["progression_decisions"].append(
            f"{user}\t{key}\t{muscle}\t{group}\t{coming or _NULL}\t{kind}\t{gate}\t"
            f"{rule}\t{_BECAUSE}\t{given}\t0\t{delta}\t{delta}\t{sets}\t{sets + delta}"
            f"\t{delta > 0}\tfalse\t1\t{at}\t{lifter.revision}\n"
        )
    lines["muscle_group_feedback"].extend(by_group.values())


_NULL: Final = "\\N"
