"""What the body worked against in a set, from the weight as it was logged."""

from typing import Final

from metricgain.engine.effective_load import LoadSemantics, effective_load
from metricgain.engine.equipment import Unit, kg_of

_SEMANTICS: Final = {
    "external": LoadSemantics.EXTERNAL,
    "bodyweight": LoadSemantics.BODYWEIGHT_PLUS,
    "bodyweight_plus": LoadSemantics.BODYWEIGHT_PLUS,
    "assisted": LoadSemantics.ASSISTED,
}


def logged_load_kg(
    weight: float,
    *,
    unit: Unit,
    load_kind: str,
    bodyweight_kg: float | None,
    bodyweight_factor: float,
) -> float | None:
    """Return the effective load in kg of a set with that weight in `unit`.

    `load_kind` is "external", "bodyweight", "bodyweight_plus" or "assisted". None
    when a bodyweight lift comes without a bodyweight.
    """
    return effective_load(
        kg_of(weight, unit),
        semantics=_SEMANTICS[load_kind],
        bodyweight_kg=bodyweight_kg,
        bodyweight_factor=bodyweight_factor,
    )
