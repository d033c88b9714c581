"""Files of nights are recognised and read, or refused by their line."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bench.whoop_payloads import as_sent, payloads

from metricgain.engine.recovery import Recovery, ScoreState, Sleep, Strain, Taken
from metricgain.integrations.sources import read_nights, recovery_source_of
from metricgain.integrations.whoop import Garbled, Kind, read_record
from metricgain.kit.errors import Invalid
from metricgain.store.payloads import pack, unpack

BERLIN = ZoneInfo("Europe/Berlin")
CYCLES = (
    "Cycle start time,Cycle end time,Cycle timezone,Recovery score %,"
    "Resting heart rate (bpm),Heart rate variability (ms),Skin temp (celsius),"
    "Blood oxygen %,Day Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),"
    "Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),"
    "Asleep duration (min),In bed duration (min),Light sleep duration (min),"
    "Deep (SWS) duration (min),REM duration (min),Awake duration (min),"
    "Sleep need (min),Sleep debt (min),Sleep efficiency %,Sleep consistency %\n"
    "2026-03-09 23:10:00,,UTC-04:00,70,52,64,33.9,96.1,,,,,2026-03-09 23:10:00,"
    "2026-03-10 07:20:00,88,15.9,450,490,250,90,110,40,480,10,91,77\n"
    "2026-03-08 22:00:00,2026-03-09 23:10:00,UTC-04:00,,,,,,14.5,2100,150,70,"
    ",,,,,,,,,,,,,\n"
)
SLEEPS = (
    "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,"
    "Sleep performance %,Respiratory rate (rpm),Asleep duration (min),Nap\n"
    "2026-03-09 23:10:00,,UTC-04:00,2026-03-10 14:00:00,2026-03-10 14:30:00,,15,25,"
    "true\n"
)
APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- some phones write this wrongly -->
<!ATTLIST Record type CDATA #REQUIRED unit>
]>
<HealthData locale="en_US">
 <Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" unit="ms"
  startDate="2026-03-09 23:30:00 +0100" endDate="2026-03-09 23:31:00 +0100" value="40"/>
 <Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" unit="ms"
  startDate="2026-03-10 05:00:00 +0100" endDate="2026-03-10 05:01:00 +0100" value="60"/>
 <Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" unit="ms"
  startDate="2026-03-10 15:00:00 +0100" endDate="2026-03-10 15:01:00 +0100" value="9"/>
 <Record type="HKQuantityTypeIdentifierRestingHeartRate" unit="count/min"
  startDate="2026-03-10 08:00:00 +0100" endDate="2026-03-10 20:00:00 +0100" value="51"/>
 <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch"
  startDate="2026-03-09 23:00:00 +0100" endDate="2026-03-10 03:00:00 +0100"
  value="HKCategoryValueSleepAnalysisAsleepCore"/>
 <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Phone"
  startDate="2026-03-10 02:00:00 +0100" endDate="2026-03-10 06:30:00 +0100"
  value="HKCategoryValueSleepAnalysisAsleepUnspecified"/>
 <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch"
  startDate="2026-03-09 22:00:00 +0100" endDate="2026-03-10 07:00:00 +0100"
  value="HKCategoryValueSleepAnalysisInBed"/>
 <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch"
  startDate="2026-03-10 13:00:00 +0100" endDate="2026-03-10 13:40:00 +0100"
  value="HKCategoryValueSleepAnalysisAsleepREM"/>
</HealthData>
"""
TABLE = "date,hrv,rhr,sleep hours,recovery\n2026-03-10,64,52,7.5,70\n"


def taken(content: bytes) -> list[Taken]:
    return list(read_nights(io.BytesIO(content), BERLIN)[1])


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return held.getvalue()


def apple_zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        archive.writestr("apple_health_export/Exportación.xml", APPLE)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(zipped(physiological_cycles_csv=CYCLES), "whoop_export", id="zip"),
        pytest.param(CYCLES.encode("utf-8-sig"), "whoop_export", id="one table"),
        pytest.param(apple_zip(), "apple_health", id="Apple's zip"),
        pytest.param(APPLE.encode(), "apple_health", id="Apple's XML"),
        pytest.param(TABLE.encode(), "csv", id="plain table"),
        pytest.param(b"Day;RHR\n2026-03-10;52\n", "csv", id="with semicolons"),
        pytest.param(b"Date,Workout Name,Weight\n", None, id="training"),
        pytest.param(b"", None, id="nothing"),
        pytest.param(zipped(a_csv="b"), None, id="another zip"),
    ],
)
def test_a_file_of_nights_is_recognised(content: bytes, name: str | None) -> None:
    found = recovery_source_of(io.BytesIO(content))

    assert (found and found.name) == name


def test_the_export_of_the_whoop_app_holds_nights_days_and_naps() -> None:
    found = taken(
        zipped(
            my_data__physiological_cycles_csv=CYCLES,
            my_data__sleeps_csv=SLEEPS,
            my_data__workouts_csv="Cycle start time,Activity Strain\n",
        )
    )

    recoveries = [t.value for t in found if isinstance(t.value, Recovery)]
    sleeps = [t.value for t in found if isinstance(t.value, Sleep)]
    strains = [t.value for t in found if isinstance(t.value, Strain)]
    (recovery,) = recoveries
    assert (recovery.day, recovery.score, recovery.hrv_ms) == (
        date(2026, 3, 10),
        70,
        64,
    )
    assert recovery.began_at == datetime(2026, 3, 10, 3, 10, tzinfo=UTC)
    assert [(s.is_nap, s.asleep_minutes) for s in sleeps] == [(False, 450), (True, 25)]
    assert [(s.day, s.strain, s.state) for s in strains] == [
        (date(2026, 3, 10), None, ScoreState.UNSCORABLE),
        (date(2026, 3, 9), 14.5, ScoreState.SCORED),
    ]


@pytest.mark.parametrize("content", [apple_zip(), APPLE.encode()], ids=["zip", "xml"])
def test_apple_health_is_read_past_its_broken_doctype(content: bytes) -> None:
    found = [each.value for each in taken(content)]

    recovery = found[0]
    sleeps = [value for value in found if isinstance(value, Sleep)]
    assert isinstance(recovery, Recovery)
    assert (recovery.day, recovery.score) == (date(2026, 3, 10), None)
    assert (recovery.hrv_ms, recovery.resting_heart_rate) == (50, 51)
    # Watch and phone overlap for an hour, which was slept once.
    assert [(s.day, s.asleep_minutes, s.is_nap) for s in sleeps] == [
        (date(2026, 3, 10), 450, False),
        (date(2026, 3, 10), 40, True),
    ]


def test_entities_that_unfold_are_never_declared() -> None:
    bomb = '<!DOCTYPE HealthData [<!ENTITY a "aaaa">]><HealthData>&a;</HealthData>'

    with pytest.raises(Invalid, match="not whole"):
        taken(bomb.encode())


def test_a_plain_table_may_be_of_any_wearable() -> None:
    found = taken(b"Date;HRV;Resting_HR;Sleep;Strain\n2026-03-10;64,5;52;7,5;12\n")

    assert [type(each.value) for each in found] == [Recovery, Sleep, Strain]
    recovery, sleep = found[0].value, found[1].value
    assert isinstance(recovery, Recovery)
    assert (recovery.hrv_ms, recovery.score) == (64.5, None)
    assert isinstance(sleep, Sleep)
    assert sleep.asleep_minutes == 450


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(
            TABLE.replace("64", "x"), "line 2 .*hrv must be a number", id="no"
        ),
        pytest.param(TABLE.replace("70", "101"), "recovery must be between", id="high"),
        pytest.param(TABLE.replace("64", "nan"), "hrv must be between", id="nan"),
        pytest.param(TABLE.replace("2026-03-10", "10.3.26"), "date must be", id="date"),
        pytest.param(
            CYCLES.replace("UTC-04:00", "somewhere"), "Cycle timezone", id="zone"
        ),
        pytest.param(CYCLES.replace("2026-03-10 07", "late"), "Wake onset", id="time"),
        pytest.param(APPLE.replace('value="51"', ""), "value must be", id="no value"),
        pytest.param(APPLE[:-40], "not whole", id="cut off"),
        pytest.param("Workout,Reps\n", "no recovery data", id="another file"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_place(
    content: str, rule: str
) -> None:
    with pytest.raises(Invalid, match=rule):
        taken(content.encode())


def test_a_damaged_zip_is_refused() -> None:
    with pytest.raises(Invalid, match="damaged"):
        taken(apple_zip()[:200])


def test_what_whoop_sends_is_packed_to_less_than_half_and_comes_back() -> None:
    sent = [as_sent(record) for _, record in payloads(seed=5000, nights=40)]

    packed = [pack(each) for each in sent]

    assert [unpack(each) for each in packed] == sent
    assert sum(map(len, packed)) < 0.5 * sum(map(len, sent))


def test_payloads_that_look_like_nothing_known_come_back_too() -> None:
    for payload in (b"", b"x", bytes(range(256)) * 40):
        assert unpack(pack(payload)) == payload


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("timezone_offset", "Berlin", id="no offset"),
        pytest.param("start", "yesterday", id="no time"),
        pytest.param("score_state", "GREAT", id="unknown state"),
        pytest.param("score", None, id="scored without a score"),
        pytest.param("updated_at", "2026-03-10T07:00:00", id="time without a zone"),
    ],
)
def test_a_record_that_is_not_as_promised_is_told(field: str, value: object) -> None:
    _, record = next(p for p in payloads(seed=1, nights=1) if p[0] == "cycle")

    with pytest.raises(Garbled):
        read_record(
            Kind.CYCLE, as_sent(record | {field: value}), sleeps={}, zone=BERLIN
        )


def test_the_day_of_a_sleep_is_that_on_the_clock_of_the_sleeper() -> None:
    _, record = next(p for p in payloads(seed=1, nights=1) if p[0] == "sleep")
    ended = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    moved = record | {
        "start": (ended - timedelta(hours=8)).isoformat(),
        "end": ended.isoformat(),
        "timezone_offset": "+05:30",
    }

    found = read_record(Kind.SLEEP, as_sent(moved), sleeps={}, zone=BERLIN)

    assert found.value.day == date(2026, 3, 11)
