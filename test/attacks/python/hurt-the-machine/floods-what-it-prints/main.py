import os
import threading

threading.Thread(target=lambda: [os.write(2, b"owned " * 10_000) for _ in iter(int, 1)], daemon=True).start()
while True:
    os.write(1, b"owned " * 10_000)
