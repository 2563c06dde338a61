"""The Data Package that lies beside bulk exports, and says what each file holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from penholder.store.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One file of a bulk export."""

    path: Path
    media_type: str
    view: View | None  # whose columns it has; None: stories by the contract


def datapackage(resources: Sequence[Resource]) -> str:
    """Give the description of a package of files that lie in one folder."""
    package = {
        "name": "penholder-ledger",
        "title": "What stories say about the Security Council and weapons tests, and what the record says",
        "resources": [_described(one) for one in resources],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _described(one: Resource) -> dict[str, Any]:
    data = one.path.read_bytes()
    described = {
        "name": one.path.stem,
        "path": one.path.name,
        "format": one.path.suffix.lstrip("."),
        "mediatype": one.media_type,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if one.view is None:
        return described
    view = one.view
    fields = [{"name": name, "type": view.type_of(name)} for name in view.columns]
    return described | {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": {"fields": fields}}  # fmt: skip
