import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.contributions import CONTRIBUTIONS, Movement
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.deload import (
    DeloadStyle,
    HardWork,
    SessionIndexError,
    deload,
    is_left_out_of_deloads,
    recovery,
)
from metricgain.engine.equipment import Unit
from metricgain.engine.muscles import Muscle

PAGE = "engine/loads"
BARBELL = default_loads(EquipmentKind.BARBELL, Unit.KG)
works = st.builds(
    HardWork,
    sets=st.integers(1, 15),
    reps=st.integers(1, 100),
    load_kg=st.floats(0, 1000),
)


@pytest.mark.parametrize("row", read_table(PAGE, "Deload and recovery"))
def test_easy_work_is_as_the_page_says(row: dict[str, str]) -> None:
    work = HardWork(
        sets=int(row["sets"]), reps=int(row["reps"]), load_kg=float(row["load"])
    )

    found = (
        recovery(work, loads=BARBELL)
        if row["kind"] == "recovery"
        else deload(
            work,
            session_index=int(row["session"]),
            sessions=int(row["sessions"]),
            loads=BARBELL,
            style=DeloadStyle(row["kind"].removeprefix("deload").strip() or "both"),
        )
    )

    assert (found.sets, found.reps, found.load.entered) == (
        int(row["becomes sets"]),
        int(row["becomes reps"]),
        float(row["becomes load"]),
    )
    assert found.rir == 4


@given(work=works, sessions=st.integers(1, 7), data=st.data())
def test_easy_work_never_increases_anything(
    work: HardWork, sessions: int, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, sessions - 1))

    first = recovery(work, loads=BARBELL)
    found = deload(
        work,
        session_index=index,
        sessions=sessions,
        loads=BARBELL,
        style=data.draw(st.sampled_from(DeloadStyle)),
    )

    assert 1 <= found.sets <= work.sets
    assert 1 <= found.reps <= work.reps
    assert found.load.effective_kg <= first.load.effective_kg


@pytest.mark.parametrize("index", [-1, 4])
def test_a_session_outside_the_week_is_refused(index: int) -> None:
    work = HardWork(sets=3, reps=10, load_kg=80)

    with pytest.raises(SessionIndexError, match=f"between 0 and 3, not {index}"):
        deload(work, session_index=index, sessions=4, loads=BARBELL)


def test_only_isolation_for_traps_and_forearms_is_left_out() -> None:
    assert is_left_out_of_deloads({Muscle.TRAPS: 1.0})
    assert is_left_out_of_deloads({Muscle.FOREARMS: 1.0, Muscle.BICEPS: 0.5})
    assert not is_left_out_of_deloads({Muscle.TRAPS: 1.0, Muscle.SIDE_DELT: 1.0})
    assert not is_left_out_of_deloads(CONTRIBUTIONS[Movement.DEADLIFT])
    assert not is_left_out_of_deloads({})
