"""Payloads as WHOOP sends them, made up: any number, the same on every run."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 - every payload is drawn from a given seed
from uuid import UUID

_FIRST = datetime(2024, 3, 1, 22, 15, tzinfo=UTC)
_OFFSETS = ("-08:00", "-05:00", "Z", "+01:00", "+02:00", "+05:30", "+10:00")


def payloads(seed: int, nights: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the kind and the record of each night's sleep, recovery and cycle."""
    chance = Random(seed)  # noqa: S311 - the same payloads on every run
    member = chance.randint(1_000, 30_000_000)
    offset = _OFFSETS[chance.randint(0, len(_OFFSETS) - 1)]
    cycle = chance.randint(10_000_000, 900_000_000)
    for night in range(nights):
        began = _FIRST + timedelta(days=night, seconds=chance.randint(-7_000, 7_000))
        ended = began + timedelta(seconds=chance.randint(18_000, 34_000))
        common: dict[str, object] = {
            "user_id": member,
            "created_at": _stamp(ended + timedelta(minutes=4), chance),
            "updated_at": _stamp(ended + timedelta(minutes=11), chance),
        }
        sleep_id = str(UUID(int=chance.randint(0, 2**128 - 1), version=4))
        cycle += chance.randint(1, 90_000)
        state = _state(chance)
        timed = {
            "start": _stamp(began, chance),
            "end": _stamp(ended, chance),
            "timezone_offset": offset,
            "score_state": state,
        }
        yield (
            "sleep",
            {"id": sleep_id, "cycle_id": cycle, "v1_id": cycle + 1}
            | common
            | timed
            | {"nap": False}
            | _scored(state, _sleep_score(chance)),
        )
        yield (
            "recovery",
            {"cycle_id": cycle, "sleep_id": sleep_id}
            | common
            | {"score_state": state}
            | _scored(state, _recovery_score(chance)),
        )
        yield (
            "cycle",
            {"id": cycle} | common | timed | _scored(state, _cycle_score(chance)),
        )


def as_sent(record: dict[str, object]) -> bytes:
    """Return a record as it stands in an answer."""
    return json.dumps(record, separators=(",", ":")).encode()


def _scored(state: str, score: dict[str, object]) -> dict[str, object]:
    return {"score": score} if state == "SCORED" else {}


def _state(chance: Random) -> str:
    drawn = chance.randint(0, 99)
    return "PENDING_SCORE" if drawn == 0 else "UNSCORABLE" if drawn == 1 else "SCORED"


def _recovery_score(chance: Random) -> dict[str, object]:
    return {
        "user_calibrating": False,
        "recovery_score": float(chance.randint(5, 99)),
        "resting_heart_rate": float(chance.randint(40, 75)),
        "hrv_rmssd_milli": round(chance.uniform(18, 140), 6),
        "spo2_percentage": round(chance.uniform(93, 98), 4),
        "skin_temp_celsius": round(chance.uniform(32, 36), 4),
    }


def _sleep_score(chance: Random) -> dict[str, object]:
    return {
        "stage_summary": {
            "total_in_bed_time_milli": chance.randint(20_000_000, 34_000_000),
            "total_awake_time_milli": chance.randint(500_000, 5_000_000),
            "total_no_data_time_milli": 0,
            "total_light_sleep_time_milli": chance.randint(8_000_000, 17_000_000),
            "total_slow_wave_sleep_time_milli": chance.randint(3_000_000, 8_000_000),
            "total_rem_sleep_time_milli": chance.randint(3_000_000, 9_000_000),
            "sleep_cycle_count": chance.randint(2, 7),
            "disturbance_count": chance.randint(0, 20),
        },
        "sleep_needed": {
            "baseline_milli": chance.randint(25_000_000, 30_000_000),
            "need_from_sleep_debt_milli": chance.randint(0, 4_000_000),
            "need_from_recent_strain_milli": chance.randint(0, 1_500_000),
            "need_from_recent_nap_milli": 0,
        },
        "respiratory_rate": round(chance.uniform(12, 19), 6),
        "sleep_performance_percentage": float(chance.randint(40, 100)),
        "sleep_consistency_percentage": float(chance.randint(30, 98)),
        "sleep_efficiency_percentage": round(chance.uniform(75, 99), 6),
    }


def _cycle_score(chance: Random) -> dict[str, object]:
    return {
        "strain": round(chance.uniform(2, 20), 6),
        "kilojoule": round(chance.uniform(6_000, 16_000), 4),
        "average_heart_rate": chance.randint(55, 85),
        "max_heart_rate": chance.randint(110, 195),
    }


def _stamp(moment: datetime, chance: Random) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{chance.randint(0, 999):03}Z"
