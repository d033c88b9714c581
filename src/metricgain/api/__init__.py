"""HTTP in, one action or read, HTTP out; one file per resource."""

from litestar.types import ControllerRouterHandler

from metricgain.api import (
    accounts,
    alternatives,
    analytics,
    dashboard,
    decisions,
    exercise_history,
    exercise_links,
    exercise_merges,
    exercises,
    feedback,
    finishing,
    health,
    imports,
    installation,
    jobs,
    mesocycles,
    plan_previews,
    planned_workouts,
    preferences,
    session_exercises,
    sessions,
    sets,
    sync,
    templates,
    tokens,
    workout_logs,
)
from metricgain.api.errors import HANDLERS

ROUTES: list[ControllerRouterHandler] = [
    *imports.ROUTES,
    *exercise_links.ROUTES,
    *jobs.ROUTES,
    *installation.ROUTES,
    *accounts.ROUTES,
    *sessions.ROUTES,
    *tokens.ROUTES,
    *preferences.ROUTES,
    *finishing.ROUTES,
    *decisions.ROUTES,
    *sync.ROUTES,
    *mesocycles.ROUTES,
    *plan_previews.ROUTES,
    *planned_workouts.ROUTES,
    *templates.ROUTES,
    *exercises.ROUTES,
    *exercise_merges.ROUTES,
    *workout_logs.ROUTES,
    *sets.ROUTES,
    *feedback.ROUTES,
    *session_exercises.ROUTES,
    *alternatives.ROUTES,
    *exercise_history.ROUTES,
    *analytics.ROUTES,
    *dashboard.ROUTES,
]

__all__ = ["HANDLERS", "ROUTES", "health"]
