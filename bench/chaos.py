"""The long version of the browser's chaos test: hundreds of taps, several seeds."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from metricgain.config import environment_with

_ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str]) -> None:
    """Tap while page, browser, server and network break; no durable tap may be lost."""
    parser = argparse.ArgumentParser(prog="python -m bench chaos")
    parser.add_argument("--taps", type=int, default=300)
    parser.add_argument("--seeds", type=int, default=3)
    asked = parser.parse_args(arguments)
    command = [sys.executable, "-m", "pytest", "tests/web/test_web_chaos.py"]
    done = subprocess.run(  # noqa: S603 - our own tests
        [*command, "-n", "0", "-q", "-s"],
        cwd=_ROOT,
        check=False,
        env=environment_with(
            METRICGAIN_CHAOS_TAPS=str(asked.taps),
            METRICGAIN_CHAOS_SEEDS=str(asked.seeds),
        ),
    )
    print("nothing was lost" if done.returncode == 0 else "SOMETHING WAS LOST")
