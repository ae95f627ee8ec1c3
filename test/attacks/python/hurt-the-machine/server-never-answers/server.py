import os
import socket
import threading
import time
from itertools import count

turn = count()


def serve(connection, which):
    connection.recv(65536)
    if which % 4 == 0:
        time.sleep(1000)
    elif which % 4 == 1:
        for letter in "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + "x" * 9999:
            connection.sendall(letter.encode())
            time.sleep(0.2)
    elif which % 4 == 2:
        while True:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    else:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n[]")
        time.sleep(1000)


listening = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
while True:
    threading.Thread(target=serve, args=(listening.accept()[0], next(turn)), daemon=True).start()
