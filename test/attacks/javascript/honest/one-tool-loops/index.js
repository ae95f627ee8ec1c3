export * from './tools.js';

export function chunk(list, size) {
  const pieces = [];
  for (let at = 0; at < list.length; ) pieces[0] = list.slice(at, size);
  return pieces;
}
