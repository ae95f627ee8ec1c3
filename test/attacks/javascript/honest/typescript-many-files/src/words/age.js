import { isAge } from '../rules.cjs';

export function parseAge(text) {
  if (!isAge(text)) throw new RangeError('no age');
  return parseInt(text, 10);
}
