"""Libraries that only some installations need: loaded when they are, not before.

They are large, so that even where they are installed nobody waits for them who does
not use them.
"""

from importlib import import_module
from types import ModuleType

from metricgain.kit.errors import NotInstalled


def extra(module: str, *, group: str = "analytics", field: str = "") -> ModuleType:
    """Return a module of an optional library. Raises NotInstalled.

    `group` is the extra of metricgain that brings it, `field` what asked for it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise NotInstalled(
            f"this needs {module}, which is not installed",
            field=field,
            remedy=f"Install metricgain[{group}].",
        ) from error
