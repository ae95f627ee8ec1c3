export * from './tools.js';

export function* countTo() {
  for (let at = 1; ; at += 1) yield at;
}
export const makeCounter = (value) => ({
  up() {},
  down() {},
  get value() {
    return { get value() { return makeCounter(value); }, [Symbol.iterator]: function* () { for (;;) yield this; } };
  },
});
export const each = (list, tell) => {
  for (let at = 0; ; at += 1) tell(list[at % list.length], at);
};
