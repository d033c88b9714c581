"""HTTP in, one action or read, HTTP out; one file per resource."""

from litestar.types import ControllerRouterHandler

from metricgain.api import (
    accounts,
    alternatives,
    analytics,
    calendar,
    dashboard,
    decisions,
    exercise_history,
    exercise_links,
    exercise_merges,
    exercises,
    exports,
    feedback,
    finishing,
    habits,
    health,
    import_files,
    imports,
    installation,
    jobs,
    measurements,
    mesocycles,
    plan_previews,
    planned_workouts,
    plans,
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
    *import_files.ROUTES,
    *measurements.ROUTES,
    *exports.ROUTES,
    *calendar.ROUTES,
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
    *habits.ROUTES,
    *planned_workouts.ROUTES,
    *plans.ROUTES,
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

AT_THE_ROOT: list[ControllerRouterHandler] = [*health.ROUTES, *calendar.AT_THE_ROOT]
"""What does not stand under /api/v1: addresses that others keep."""

__all__ = ["AT_THE_ROOT", "HANDLERS", "ROUTES"]
