import pytest

from quizapp.articles.addresses import is_public

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8
192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%1 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 2001::1 2002:7f00:1::
fec0::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 100::1
64:ff9b:1::1 5f00::1 3fff::1
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1 198.17.0.1 198.20.0.1
223.255.255.255 2606:4700::1111 2a00:1450:4001:81c::200e ::ffff:8.8.8.8 64:ff9b::808:808
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_of_private_networks_are_known(address: str) -> None:
    """N1: private, loopback, link-local, reserved, multicast, and what carries one of them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_known(address: str) -> None:
    """The neighbours of every blocked range, and the addresses that the web lives at."""
    assert is_public(address)
