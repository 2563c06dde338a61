"""Parquet: a view of the ledger, for data frames and column stores."""

from __future__ import annotations

import io
from collections.abc import Iterator

from sqlalchemy import Connection

from penholder.errors import OutputError
from penholder.store.stories import rows_of
from penholder.store.views import View


def write(ledger: Connection, view: View) -> Iterator[bytes]:
    """Yield the file whole.

    Raises:
        OutputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - few need it
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as fault:
        raise OutputError(
            "parquet", fault="pyarrow is not installed", remedy="pip install 'penholder[parquet]'"
        ) from fault
    types: dict[str, pa.DataType] = {
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "string": pa.string(),
    }
    shape = pa.schema([(name, types[view.type_of(name)]) for name in view.columns])
    rows = [dict(zip(view.columns, row, strict=True)) for row in rows_of(ledger, view)]
    written = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=shape), written)
    yield written.getvalue()
