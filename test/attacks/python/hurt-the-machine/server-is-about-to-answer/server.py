import os
import socket

server = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
while True:
    connection, _ = server.accept()
    connection.recv(65536)
    try:
        while True:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    except OSError:
        connection.close()
