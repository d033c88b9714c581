"""What logs, decides, counts and syncs does so on sets that are split by time, too."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
ON_PARTS = (
    "actions/test_save_set.py",
    "actions/test_finish_workout.py",
    "store/test_statistics_changes.py",
    "store/test_requirement_sql.py",
    "sync/test_push.py",
)


def test_the_same_tests_pass_on_a_database_that_is_split() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()  # noqa: TID251 - the child needs PATH
        if not name.startswith(("METRICGAIN_", "PYTEST_"))
    }

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-x", "--no-header"]
        + [str(TESTS / name) for name in ON_PARTS],
        cwd=TESTS.parent,
        env={**environment, "METRICGAIN_TEST_PARTITIONED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout
