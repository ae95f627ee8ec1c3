import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

// A server that hangs is ended, and the next one goes on with the next kind.
function turn() {
  let at = 0;
  try {
    at = Number(readFileSync('/tmp/turn', 'utf8'));
  } catch {
    // The first one.
  }
  writeFileSync('/tmp/turn', String(at + 1));
  return at;
}
const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
function always(socket, text) {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(text)), 5);
}
const kinds = [
  (socket) => socket.end('HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\n[]'),
  (socket) => socket.write(`${ok}content-length: 1\r\n\r\n[]HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}`),
  (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n[]`),
  (socket) => socket.end(`${ok}transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n2\r\n[]\r\n0\r\n\r\n`),
  (socket) => socket.write(`${ok}${'x: y\r\n'.repeat(200_000)}\r\n[]`),
  (socket) => always(socket, 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)),
  (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n[]'),
  (socket) => socket.write(`${ok}content-length: 99999999\r\n\r\n[]`),
];
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => kinds[turn() % kinds.length](socket));
}).listen(process.env.PORT);
