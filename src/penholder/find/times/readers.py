"""One reader for each sort of time expression: the match becomes value, kind and mod."""

from __future__ import annotations

from collections.abc import Mapping

from penholder.find.times.days import DAY_READERS
from penholder.find.times.durations import DURATION_READERS
from penholder.find.times.feasts import FEAST_READERS
from penholder.find.times.months import MONTH_READERS
from penholder.find.times.offsets import OFFSET_READERS
from penholder.find.times.ranges import RANGE_READERS
from penholder.find.times.read import Reader

READERS: Mapping[str, Reader] = {
    **DAY_READERS,
    **RANGE_READERS,
    **FEAST_READERS,
    **MONTH_READERS,
    **OFFSET_READERS,
    **DURATION_READERS,
}
