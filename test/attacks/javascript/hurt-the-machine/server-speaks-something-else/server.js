import { createServer } from 'node:net';

// HTTP/0.9, HTTP/2, TLS, SSH, nothing, bytes.
const tongues = ['[]', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x16\x03\x01', 'SSH-2.0-x\r\n', '', '\0'.repeat(100_000), 'HTTP/9.9 200 OK\r\n\r\n[]', 'HTTP/1.1 200 OK\n\n[]', 'ICY 200 OK\r\n\r\n[]'];
let turn = 0;
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => socket.end(tongues[turn++ % tongues.length], 'latin1'));
}).listen(process.env.PORT);
