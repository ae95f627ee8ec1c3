export * from './tools.js';

let nested = [];
for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
export const add = () => nested;
export const initials = () => 'line\n'.repeat(200_000);
export const chunk = () => Array.from({ length: 90_000 }, (_, at) => [at]);
export const parseAge = () => {
  throw Object.assign(new RangeError('x'.repeat(10_000_000)), { nested, cause: nested });
};
export const turnRound = (list) => {
  for (let at = 0; at < 50_000; at += 1) list.push({ [`key${at}`]: at });
};
export const later = async () => new Map(Array.from({ length: 40_000 }, (_, at) => [{ at }, { at }]));
