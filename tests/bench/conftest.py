"""Benchmarks are run from the root of the checkout; so are their tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
