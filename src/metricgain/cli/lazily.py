"""Loads a command's module when it is asked for: most need what others do not.

A dry run of an import reads a file and needs neither the database nor the web server,
whose modules take longer to load than most files to read.
"""

import gc
from importlib import import_module
from types import ModuleType


def loaded(module: str) -> ModuleType:
    """Return a module of the command line by its name.

    Modules stay as long as the process. To look for garbage among them, again and again
    while they are loaded, took a fifth of the time.
    """
    gc.disable()
    try:
        return import_module(f"metricgain.cli.{module}")
    finally:
        gc.freeze()
        gc.enable()
