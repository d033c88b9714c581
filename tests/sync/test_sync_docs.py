"""docs/sync.md tells authors of clients exactly what there is."""

import json
import re
from pathlib import Path

import msgspec

from metricgain.api.mutations import MUTATIONS
from metricgain.api.sync import Pulled
from metricgain.api.sync_batch import SentMutation

PAGE = (Path(__file__).parents[2] / "docs" / "sync.md").read_text("utf-8")


def test_the_table_of_mutations_names_each_with_its_arguments() -> None:
    documented = {
        name: set(re.findall(r"`(\w+)`", arguments))
        for name, arguments in re.findall(
            r"^\| `(\w+)` \| (`.*) \|$", PAGE, re.MULTILINE
        )
        if name in MUTATIONS
    }

    assert documented == {
        name: {
            field.encode_name
            for field in msgspec.structs.fields(mutation.args)
            if field.encode_name != "madeAt"
        }
        for name, mutation in MUTATIONS.items()
    }


def test_the_table_of_kinds_names_each_with_its_key() -> None:
    documented = {
        kind: tuple(re.findall(r"`(\w+)`", key))
        for kind, key in re.findall(
            r"^\| `(\w+)` \| ([^|]*) \| [^|]*\|$", PAGE, re.MULTILINE
        )
    }

    for shape in Pulled.__args__:
        kind = shape.__struct_config__.tag
        names = {field.encode_name for field in msgspec.structs.fields(shape)}
        assert set(documented[kind]) <= names, kind


def test_the_example_is_a_mutation_that_is_taken() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)

    (sent,) = msgspec.convert(json.loads(example)["mutations"], list[SentMutation])

    assert sent.id.version == 7
    msgspec.convert(sent.args, MUTATIONS[sent.name].args)
