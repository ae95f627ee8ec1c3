import os
import socket
import threading
import zlib
from itertools import count

turn = count()
OK = b"HTTP/1.1 200 OK\r\n"


def flood(connection, first, again):
    connection.sendall(first)
    while True:
        connection.sendall(again)


def serve(connection, which):
    with connection:
        connection.recv(65536)
        try:
            if which == 0:
                flood(connection, OK + b"\r\n", b"x" * 65536)
            elif which == 1:
                flood(connection, OK, b"X-Owned: owned\r\n" * 100)
            elif which == 2:
                flood(connection, OK + b"X-Owned: ", b"owned" * 10_000)
            elif which == 3:
                flood(connection, OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n")
            elif which == 4:
                connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nx\r\n-1\r\n")
            elif which == 5:
                bomb = zlib.compress(b"\0" * 10**8)
                connection.sendall(OK + b"Content-Encoding: deflate\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb)
            elif which == 6:
                connection.sendall(OK + b"Content-Length: -5\r\nContent-Length: 2\r\n\r\n[]")
            else:
                connection.sendall(OK + b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000)
        except OSError:
            return


listening = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
while True:
    threading.Thread(target=serve, args=(listening.accept()[0], next(turn) % 8), daemon=True).start()
