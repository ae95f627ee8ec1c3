const pipe =
  (...steps) =>
  (value) =>
    steps.reduce((at, step) => step(at), value);
const fold = (step, from) => (list) => list.reduce(step, from);
const split = (by) => (text) => text.split(by);
const map = (f) => (list) => list.map((item) => f(item));
const join = (by) => (list) => list.join(by);

const sum = fold((a, b) => a + b, 0);
export const add = (...numbers) => sum(numbers);
export const initials = pipe(
  split(' '),
  map(([first]) => first.toUpperCase()),
  join(''),
);
export const chunk = (list, size) =>
  fold((pieces, item) => {
    const last = pieces.at(-1);
    return last === undefined || last.length === size
      ? [...pieces, [item]]
      : [...pieces.slice(0, -1), [...last, item]];
  }, [])(list);
export const turnRound = (list) => {
  Object.assign(list, list.toReversed());
};
const refuse = (text) => {
  throw Object.assign(new RangeError(text), { code: 'E_AGE' });
};
export const parseAge = (text) =>
  [Number(text)].filter(Number.isInteger).filter((age) => age >= 0 && age <= 150)[0] ?? refuse(text);
export const each = (list, tell) => [...list.entries()].forEach(([index, item]) => tell(item, index));
export const later = pipe(
  (number) => Promise.resolve(number),
  (promise) => promise.then((number) => number * 2),
);
export const mapLater = pipe((list, ask) => list, map((x) => x)) && ((list, ask) => Promise.all(map(ask)(list)));
export const makeCounter = (value) => ({
  up: () => {
    value += 1;
  },
  down: () => {
    value -= 1;
  },
  get value() {
    return value;
  },
});
const makeTill = () => {
  let prices = [];
  return Object.freeze({
    ring: (price) => {
      prices = [...prices, price];
    },
    undo: () => {
      prices = prices.slice(0, -1);
    },
    get total() {
      return sum(prices);
    },
  });
};
// An ordinary function can be used with new, and what it gives back is the object.
export function Till() {
  return makeTill();
}
export const countTo = (n) => ({
  [Symbol.iterator]: () => {
    let at = 0;
    return { next: () => (at < n ? { value: ++at, done: false } : { value: undefined, done: true }) };
  },
});
