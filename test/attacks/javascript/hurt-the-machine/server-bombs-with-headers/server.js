import { createServer } from 'node:net';

// Headers without end, early hints without end, trailers without end, lengths that contradict each other.
const floods = [
  (write) => write(`HTTP/1.1 200 OK\r\n`) || ((at) => `x-${at}: ${'y'.repeat(1000)}\r\n`),
  () => () => 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n',
  () => () => 'HTTP/1.1 100 Continue\r\n\r\n',
  (write) => write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n') || ((at) => `t-${at}: ${'z'.repeat(1000)}\r\n`),
  (write) => write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n') || (() => 'fffffffff\r\n'),
];
let turn = 0;
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => {
    const next = floods[turn++ % floods.length]((text) => void socket.write(text));
    let at = 0;
    const write = () => {
      while (!socket.destroyed && socket.write(next(at++)) && at % 100 !== 0);
      if (!socket.destroyed) setImmediate(write);
    };
    write();
  });
}).listen(process.env.PORT);
