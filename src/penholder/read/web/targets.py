"""Where an address leads: only to the open web, unless a person allows more."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from penholder.errors import SourceError

_PORTS = {"http": 80, "https": 443}
# IPv6 that carries IPv4 in its last bytes: NAT64.
_NAT64 = ip_network("64:ff9b::/96")
# What the special-purpose registries of IANA close, beyond what every version of `ipaddress` knows; the
# second is where a cloud tells its own machines about themselves.
_CLOSED = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",
            "168.63.129.16/32",
            "::/96",
            "64:ff9b:1::/48",
            "fec0::/10",
            "5f00::/16",
            "3fff::/20",
        ),
    )
)
# What stays in a path as it is written.
_PLAIN = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A server by the number that its name has now, so that no other answer is asked for later."""

    scheme: str
    host: str
    port: int
    ips: tuple[str, ...]
    path: str  # with the question

    @property
    def origin(self) -> str:
        """Give scheme, name and port: what robots.txt and the rate are for."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        at = "" if _PORTS[self.scheme] == self.port else f":{self.port}"
        return f"{self.scheme}://{named}{at}"


def find_target(address: str, *, allow_private: bool = False) -> Target:
    """Give where an address leads.

    Args:
        address: of http or https, without a name and password.
        allow_private: servers of this machine and of the local network are allowed too.

    Raises:
        SourceError: it is no such address, its name is unknown, or it leads to a private network.
    """
    parts, port = _parts(address)
    host = _ascii(address, parts.hostname or "")
    numbers = _numbers(address, host, port)
    private = [number for number in numbers if not is_open(number)]
    if private and not allow_private:
        raise SourceError(
            address,
            fault=f"it leads to {private[0]}, on this machine or a private network",
            remedy="Use --allow-private if that is meant",
        )
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_PLAIN)
    return Target(
        scheme=parts.scheme, host=host, port=port, ips=tuple(dict.fromkeys(numbers)), path=path
    )


def _parts(address: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as fault:
        raise _wrong(address, str(fault)) from fault
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _wrong(address, "only http:// and https:// with a server's name are fetched")
    if parts.username or parts.password:
        raise _wrong(address, "it holds a name or password")
    if any(character.isspace() or ord(character) < 32 for character in address):
        raise _wrong(address, "it holds a blank")
    return parts, port


def _ascii(address: str, host: str) -> str:
    """Give a server's name as the net knows it: "xn--bcher-kva.example" for "bücher.example"."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as fault:
        raise _wrong(address, "its server's name is none") from fault


def _numbers(address: str, host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise SourceError(
            address,
            fault="the server's name is not known",
            remedy="Check the address, and that this machine is online",
        ) from fault
    return [str(entry[4][0]).split("%")[0] for entry in found]


def is_open(number: str) -> bool:
    """Say whether a number is of the open web: neither of this machine, nor private, nor for many."""
    ip = ip_address(number)
    inner = _inner(ip)
    if any(ip in net for net in _CLOSED if net.version == ip.version):
        return False
    return ip.is_global and not ip.is_multicast and (inner is None or is_open(str(inner)))


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Give the IPv4 number that one of IPv6 carries."""
    if isinstance(ip, IPv4Address):
        return None
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _wrong(address: str, fault: str) -> SourceError:
    return SourceError(address, fault=fault, remedy="Name a page as https://server/path")
