import { createServer } from 'node:net';

// One byte at a time: the head, the length, the body.
createServer((socket) => {
  socket.on('error', () => undefined);
  const text = 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n' + '['.repeat(100_000);
  let at = 0;
  const drip = setInterval(() => (at < text.length ? socket.write(text[at++]) : undefined), 50);
  socket.on('close', () => clearInterval(drip));
}).listen(process.env.PORT);
