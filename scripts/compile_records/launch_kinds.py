"""Which kinds of weapon a launch counts as, by its class and system."""

from __future__ import annotations

import re

KINDS = {
    "BM": "ballistic",
    "CM": "cruise",
    "ARTY": "artillery",
    "SAM": "sam",
    "SLV": "slv",
    "UUV": "uuv",
    "NUKE": "nuclear",
    "GW": "guided",
}
CLASSES = {
    r"\bICBM\b(?! \(US\))": "icbm",
    r"\bIRBM\b": "irbm",
    r"\bMRBM\b": "mrbm",
    r"\b[SC]RBM\b": "srbm",
    r"\bSLBM\b": "slbm",
    r"\bHGV\b|\bMaRV\b": "hypersonic",
    r"\bMLRS\b": "mlrs",
    r"\bSAM\b": "sam",
}


def kinds_of(kind: str, cls: str, system: str) -> str:
    """Give the kinds, separated by blanks."""
    named = [word for pattern, word in CLASSES.items() if re.search(pattern, cls)]
    if "hypersonic" in system and kind == "BM":
        named.append("hypersonic")
    return " ".join(dict.fromkeys([KINDS[kind], *named]))
