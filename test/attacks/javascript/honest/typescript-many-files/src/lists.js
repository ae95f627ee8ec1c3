export { chunk } from './lists/chunk.js';
export { turnRound } from './lists/turn-round.js';
export const each = (list, tell) => {
  for (const [index, item] of list.entries()) tell(item, index);
};
export const mapLater = (list, ask) => Promise.all(list.map((item) => ask(item)));
