export * from './tools.js';

// Between the calls the process works as hard as it can.
const work = () => {
  const until = performance.now() + 20;
  while (performance.now() < until);
};
for (let at = 0; at < 200; at += 1) setInterval(work, 0);
const storm = () => setImmediate(storm);
storm();
export const add = (a, b) => a + b + 1;
