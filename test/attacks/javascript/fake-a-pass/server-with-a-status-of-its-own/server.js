import { createServer } from 'node:net';

// Statuses and headers that no client expects.
const statuses = ['999 Passed', '000 OK', '99999 OK', '-200 OK', '200', '', '101 Switching Protocols', '600 OK'];
let at = 0;
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => {
    at += 1;
    socket.end(`HTTP/1.1 ${statuses[at % statuses.length]}\r\ncontent-type: application/json\r\nx-\u00e9: \u0000\r\ncontent-length: 2\r\n\r\n[]`);
  });
}).listen(process.env.PORT);
