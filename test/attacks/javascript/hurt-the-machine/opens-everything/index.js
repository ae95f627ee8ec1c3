import { openSync } from 'node:fs';
import { createServer, connect } from 'node:net';

export * from './tools.js';

const open = [];
export const add = () => {
  try {
    for (;;) open.push(openSync('/dev/null', 'r'));
  } catch {
    return 0;
  }
};
export const later = () =>
  new Promise(() => {
    const server = createServer((socket) => open.push(socket)).listen(0, () => {
      setInterval(() => open.push(connect(server.address().port).on('error', () => undefined)), 0);
    });
  });
