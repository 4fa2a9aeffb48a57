"""Which network addresses are public; the others are somebody's own network, or nobody's."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

# IANA's registries of special-purpose addresses, and multicast; our own list, so that no release of Python moves it.
_BLOCKED_4: Final = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 "
        "203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    ).split()
)
_GLOBAL_6: Final = IPv6Network("2000::/3")
_BLOCKED_6: Final = tuple(
    IPv6Network(net) for net in "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split()
)
# Addresses that hold one of version 4, which is what is reached in the end.
_CARRYING: Final = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
_LOW_32: Final = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Whether an address of version 4 or 6 belongs to the public internet.

    Raises:
        ValueError: it is no address.
    """
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return _is_public_4(found)
    if any(found in net for net in _CARRYING):
        return _is_public_4(IPv4Address(int(found) & _LOW_32))
    return _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in net for net in _BLOCKED_4)


def _is_public_6(address: IPv6Address) -> bool:
    return address in _GLOBAL_6 and not any(address in net for net in _BLOCKED_6)
