"""The table from the name of a mutation to the action that it asks for.

Each is checked by the same bounds as the request of the same effect.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from metricgain.api.account_mutations import ACCOUNT_MUTATIONS
from metricgain.api.log_mutations import LOG_MUTATIONS
from metricgain.api.mutation import Mutation
from metricgain.api.plan_mutations import PLAN_MUTATIONS

MUTATIONS: Final[Mapping[str, Mutation[Any]]] = MappingProxyType(
    {**LOG_MUTATIONS, **PLAN_MUTATIONS, **ACCOUNT_MUTATIONS}
)
