import os
import socket
import struct
from itertools import count

WORDS = [b"", b"[]\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/9.9 99999 owned\r\n\r\n", b"\0" * 5000, b"HTTP/1.1 200 OK\nContent-Length: x\n\n[]", b"\x16\x03\x01\x02"]
listening = socket.create_server(("127.0.0.1", int(os.environ["PORT"])), reuse_port=False)
elsewhere = socket.create_server(("0.0.0.0", 0))
for turn in count():
    connection, _ = listening.accept()
    if turn % 2:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.sendall(WORDS[turn % len(WORDS)])
    connection.close()
    if turn == 5:
        os._exit(1)
