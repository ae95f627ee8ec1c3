import { createServer, connect } from 'node:net';

// Waits to be found on every port that could be asked for, and looks for others that do so.
const servers = [47_011, 20_000, 80, 9229].map((port) => createServer((socket) => socket.end('owned')).on('error', () => undefined).listen(port, '::'));
const abstract = createServer((socket) => socket.end('owned')).on('error', () => undefined).listen('\0neighbour');
const found = [];
for (let host = 2; host < 12; host += 1)
  await new Promise((resolve) => {
    const socket = connect({ host: `172.17.0.${host}`, port: 47_011 }, () => resolve(found.push(host)));
    socket.on('error', resolve);
    setTimeout(resolve, 100);
  });
await new Promise((resolve) => {
  connect('\0neighbour-of-before', () => resolve(found.push('abstract'))).on('error', resolve);
});
for (const server of [...servers, abstract]) server.unref();
throw new Error(found.length > 0 ? `got out: ${found}` : 'nobody is here');
