"""Random requests by the OpenAPI document: no defect, no undocumented answer."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from conftest import SignedIn
from metricgain.app import build
from metricgain.config import Settings

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def every_operation() -> list[APIOperation]:
    document = build(Settings(), "postgresql://nobody:none@nowhere/none").openapi_schema
    schema = schemathesis.openapi.from_dict(document.to_schema())
    return [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]


@pytest.mark.parametrize("operation", every_operation(), ids=lambda each: each.label)
def test_every_operation_answers_as_documented(
    operation: APIOperation, lifter: SignedIn, server: str
) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def check(case: schemathesis.Case) -> None:
        case.call_and_validate(
            base_url=server,
            headers={"Authorization": f"Bearer {lifter.token}"},
            checks=CHECKS,
        )

    check()


def test_the_document_names_every_operation_of_the_product() -> None:
    assert len(every_operation()) >= 30
