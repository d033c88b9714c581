"""Runs benchmarks: python -m bench [NAME [OPTION...]], all of them without a name.

A benchmark is a module of this folder whose main(arguments) prints its result; the
first line of main's docstring says what it measures.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final

MODULES: Final = {
    "data": "bench.data",
    "budgets": "bench.budgets",
    "schemas": "bench.schemas",
    "load": "bench.load",
    "growth": "bench.growth",
    "partition": "bench.partition",
    "archive": "bench.archive",
    "before-after": "bench.before_after",
    "cache": "bench.cache",
    "report": "bench.report",
    "simulation": "bench.simulation",
    "planner": "bench.planner",
    "import": "bench.import_history",
    "export": "bench.export",
    "memory": "bench.memory",
    "batching": "bench.batching",
    "sync": "bench.sync",
    "resolve": "bench.resolve",
    "links": "bench.links",
    "app": "bench.app",
    "first-minute": "bench.first_minute",
    "lighthouse": "bench.lighthouse",
    "drawing": "bench.drawing",
    "chaos": "bench.chaos",
    "whoop": "bench.whoop",
    "migrations": "bench.migrations",
    "previous-release": "bench.previous_release",
    "faults": "bench.faults",
}


def main(arguments: Sequence[str]) -> int:
    """Run what is named, options going to the one name before them."""
    known = {name: module for name, module in MODULES.items() if find_spec(module)}
    if "--help" in arguments[:1] or "-h" in arguments[:1]:
        print("usage: python -m bench [NAME... | NAME OPTION...]")
        for name, module in known.items():
            print(f"  {name:14}{(import_module(module).main.__doc__ or '').strip()}")
        return 0
    names = [argument for argument in arguments if argument in known]
    if unknown := [each for each in arguments[:1] if each not in known]:
        print(f"no benchmark {unknown[0]!r}; there are: {', '.join(known)}")
        return 2
    options = [argument for argument in arguments if argument not in known]
    for name in names or known:
        print(f"== {name}")
        import_module(known[name]).main(options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
