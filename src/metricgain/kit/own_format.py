"""What our own export calls itself: whoever writes it and whoever reads it agree."""

from typing import Final

FORMAT: Final = "metricgain"
SCHEMA_VERSION: Final = 1
"""Grows when a program that knew the version before would read an export wrongly."""
