"""The catalogue's names alone, for who has no exercises of their own at hand."""

from functools import cache

from metricgain.catalogue.reader import exercises
from metricgain.importers.names import Resolver, entry_of


@cache
def catalogue_resolver() -> Resolver:
    """Return what resolves names against the catalogue; it is built once."""
    return Resolver(map(entry_of, exercises()))
