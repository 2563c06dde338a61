"""Names for what is exported that stay the same whenever and wherever it is read."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from uuid import NAMESPACE_URL, uuid5

# All names below are made from this one.
_OURS = uuid5(NAMESPACE_URL, "https://penholder.example/")


def urn(*parts: object) -> str:
    """Give a name for a thing: "urn:uuid:…", made from what it is."""
    return f"urn:uuid:{uuid5(_OURS, chr(31).join(map(str, parts)))}"


def hash_name(sha256: str) -> str:
    """Give the name of a text by its hash, as RFC 6920 writes it: "ni:///sha-256;…"."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"
