import { payload } from './payload.js';

class Owned {
  [payload] = payload;
  [Symbol(payload)] = 1;
}
Object.defineProperty(Owned, 'name', { value: payload });
export const add = () => ({ [payload]: payload, list: [[payload], new Map([[payload, new Set([payload])]])], error: new RangeError(payload), f: Object.defineProperty(() => 0, 'name', { value: payload }), object: new Owned(), symbol: Symbol(payload), regexp: /`owned@owned/g });
