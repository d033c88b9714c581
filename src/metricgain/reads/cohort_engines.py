"""Runs questions across users over exported files, on a laptop or on a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from metricgain.kit.errors import Invalid
from metricgain.kit.extras import extra
from metricgain.kit.tabular import Cell, Column, Kind, Table
from metricgain.reads.cohorts import COHORTS

Engine: TypeAlias = Literal["duckdb", "spark"]

_KINDS: Final[dict[str, Kind]] = {
    "string": "text",
    "int64": "whole",
    "int32": "whole",
    "float64": "number",
    "boolean": "flag",
    "date": "day",
}


def ask(name: str, folder: Path, *, engine: Engine) -> Table:
    """Return the answer to a question of COHORTS over an exported folder.

    Raises Invalid for a folder without an export, NotInstalled without the engine.
    """
    files = sorted(folder.glob("year=*/*.parquet"))
    if not files:
        raise Invalid(
            "holds no exported sets",
            field=str(folder),
            remedy="Write some with metricgain export parquet.",
        )
    with _connected(engine) as connection:
        if engine == "duckdb":
            sets = connection.read_parquet([str(file) for file in files])
        else:
            sets = connection.read_parquet(str(folder.resolve()))
        answer = COHORTS[name](sets)
        kinds = {
            column: _KINDS[str(kind).lstrip("!")]
            for column, kind in answer.schema().items()
        }
        rows = answer.to_pyarrow().to_pylist()
    return Table(
        columns=[Column(name=column, kind=kind) for column, kind in kinds.items()],
        rows=[[_cell(row[column]) for column in kinds] for row in rows],
    )


@contextmanager
def _connected(engine: Engine) -> Iterator[Any]:
    if engine == "duckdb":
        connection = extra("ibis").duckdb.connect()
        connection.raw_sql("SET TimeZone = 'UTC'")
        yield connection
        connection.disconnect()
        return
    sql = extra("pyspark.sql", group="spark", field="engine")
    session = (
        sql.SparkSession.builder.appName("metricgain")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    yield extra("ibis", group="spark", field="engine").pyspark.connect(session)
    session.stop()


def _cell(value: Any) -> Cell:  # noqa: ANN401 - pyarrow is untyped
    """Round what two engines add up in another order; no number is no value."""
    if not isinstance(value, float):
        cell: Cell = value
        return cell
    # NaN is the only number that is not itself.
    return None if value != value else round(value, 6)  # noqa: PLR0124
