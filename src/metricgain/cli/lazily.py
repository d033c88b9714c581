"""Loads a command's module when it is asked for: most need what others do not.

A dry run of an import reads a file and needs neither the database nor the web server,
whose modules take longer to load than most files to read.
"""

from importlib import import_module
from types import ModuleType


def loaded(module: str) -> ModuleType:
    """Return a module of the command line by its name."""
    return import_module(f"metricgain.cli.{module}")
