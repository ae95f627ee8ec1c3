import os
import socket
import struct

reached = []
HOSTS = ["127.0.0.1", "::1", "172.17.0.1", "172.18.0.1", "10.0.2.2", "192.168.65.2", "169.254.169.254", "1.1.1.1", "0.0.0.0"]
PORTS = [*range(47_011, 47_019), 80, 443, 2375, 2376, 5432, 6379]


def attempt(name, function):
    try:
        function()
        reached.append(name)
    except (OSError, ValueError, AttributeError):
        return


def connect(family, kind, address):
    with socket.socket(family, kind) as client:
        client.settimeout(0.05)
        client.connect(address)
        client.sendall(b"hello")
        if kind == socket.SOCK_DGRAM:
            client.recv(1)


for host in HOSTS:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in PORTS:
        attempt(f"{host}:{port}", lambda: connect(family, socket.SOCK_STREAM, (host, port)))
    attempt(f"{host} by UDP", lambda: connect(family, socket.SOCK_DGRAM, (host, 53)))
for number in range(8):
    attempt(f"abstract {number}", lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, f"\0touchstone-attacks-{number}"))
paths = ["/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/dbus/system_bus_socket", "/tmp/.X11-unix/X0"]
for base, _, names in os.walk("/tmp/touchstone-attacks"):
    paths += [os.path.join(base, name) for name in names]
for path in paths:
    attempt(path, lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, path))
for name in ("example.com", "host.docker.internal", "postgres", "redis", "metadata.google.internal"):
    attempt(f"the name {name}", lambda: socket.getaddrinfo(name, 80))
for family in ("AF_VSOCK", "AF_ALG", "AF_PACKET", "AF_CAN", "AF_BLUETOOTH", "AF_RDS", "AF_TIPC", "AF_QIPCRTR"):
    attempt(family, lambda: socket.socket(getattr(socket, family), socket.SOCK_SEQPACKET if family == "AF_ALG" else socket.SOCK_STREAM).close())
    attempt(family, lambda: socket.socket(getattr(socket, family), socket.SOCK_RAW).close())
for kind, protocol in ((socket.SOCK_RAW, socket.IPPROTO_ICMP), (socket.SOCK_RAW, socket.IPPROTO_RAW)):
    attempt(f"raw {protocol}", lambda: socket.socket(socket.AF_INET, kind, protocol).close())


def set_up_network():
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as netlink:
        # Sets the loopback's index 1 down: an error comes back where that is refused.
        netlink.sendto(struct.pack("=LHHLLBxHiLL", 32, 16, 5, 1, 0, 0, 0, 1, 0, 1), (0, 0))
        if struct.unpack_from("=Li", netlink.recv(4096), 12)[1] != 0:
            raise OSError


attempt("netlink", set_up_network)
raise RuntimeError(f"reached: {', '.join(reached) or 'none'}")
