"""The planners that there are, by name."""

from typing import Final, Literal, TypeAlias

from metricgain.engine.generator.greedy import plan_greedily
from metricgain.engine.generator.task import Placed, Planner, Task
from metricgain.integrations.cp_sat import plan_by_solver, require_solver
from metricgain.kit.errors import NotInstalled

PlannerName: TypeAlias = Literal["greedy", "cp-sat"]
AnyPlanner: TypeAlias = Literal["greedy", "cp-sat", "ai"]
"""The language model, too: it is asked, and its plan is mended."""
GREEDY: Final[PlannerName] = "greedy"
SOLVER: Final[PlannerName] = "cp-sat"


def planner_named(name: PlannerName | None) -> tuple[PlannerName, Planner]:
    """Return a planner and its name; without a name, the best that is installed.

    Raises NotInstalled for the solver where the extra `planner` is missing.
    """
    if name == GREEDY:
        return GREEDY, plan_greedily
    try:
        require_solver()
    except NotInstalled:
        if name == SOLVER:
            raise
        return GREEDY, plan_greedily
    return SOLVER, solve


def load_planners() -> None:
    """Load what the planners need, so that the first plan does not wait for it."""
    planner_named(None)


def solve(task: Task) -> Placed:
    """Return the solver's week, which begins from the greedy one."""
    return plan_by_solver(task, hint=plan_greedily(task))
