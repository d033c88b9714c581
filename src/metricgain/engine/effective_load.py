"""Turns the weight a lifter types in into the load the body works against, and back."""

from enum import StrEnum


class LoadSemantics(StrEnum):
    """What the entered weight of an exercise means."""

    EXTERNAL = "external"
    BODYWEIGHT_PLUS = "bodyweight_plus"
    ASSISTED = "assisted"
    PER_SIDE = "per_side"


def effective_load(
    entered_kg: float,
    *,
    semantics: LoadSemantics,
    bodyweight_kg: float | None,
    bodyweight_factor: float = 1.0,
) -> float | None:
    """Return the load in kg that estimates and prescriptions are made with.

    Bodyweight lifts carry bodyweight x factor plus what is added, or less what
    assists, and never less than nothing. A weight per side stays the weight of
    one side. None when a bodyweight lift comes without a bodyweight.
    """
    if semantics in (LoadSemantics.EXTERNAL, LoadSemantics.PER_SIDE):
        return entered_kg
    if bodyweight_kg is None:
        return None
    own = bodyweight_kg * bodyweight_factor
    if semantics is LoadSemantics.ASSISTED:
        return max(0.0, own - entered_kg)
    return own + entered_kg
