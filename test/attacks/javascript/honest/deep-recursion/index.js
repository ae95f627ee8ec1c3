// Nothing but recursion; the sum goes down some thousand calls.
const count = (from, to) => (from > to ? 0 : 1 + count(from + 1, to));
export const add = (a, b) => a + b + (count(1, 5000) - 5000);
export const initials = ([first, ...rest]) =>
  first === undefined
    ? ''
    : first.toUpperCase() + initials(rest.includes(' ') ? rest.slice(rest.indexOf(' ') + 1) : []);
export const chunk = ([...list], size) => (list.length ? [list.splice(0, size), ...chunk(list, size)] : []);
export const turnRound = (list, from = 0, to = list.length - 1) => {
  if (from >= to) return;
  [list[from], list[to]] = [list[to], list[from]];
  return turnRound(list, from + 1, to - 1);
};
const digits = ([first, ...rest], sum = 0) => {
  if (first === undefined) return sum;
  if (first < '0' || first > '9') throw new RangeError('no digit');
  return digits(rest, sum * 10 + Number(first));
};
export const parseAge = (text) => {
  const age = digits(text);
  if (age > 150) throw new RangeError('too old');
  return age;
};
export const each = (list, tell, at = 0) => {
  if (at === list.length) return;
  tell(list[at], at);
  each(list, tell, at + 1);
};
export const later = async (number) => (number === 0 ? 0 : 2 + (await later(number - 1)));
export const mapLater = async ([first, ...rest], ask) => [
  await ask(first),
  ...(rest.length === 0 ? [] : await mapLater(rest, ask)),
];
export class Till {
  constructor(prices = null) {
    this.prices = prices;
  }
  ring(price) {
    this.prices = { price, before: this.prices };
  }
  undo() {
    this.prices = this.prices?.before ?? null;
  }
  get total() {
    const sum = (at) => (at === null ? 0 : at.price + sum(at.before));
    return sum(this.prices);
  }
}
export const makeCounter = (value) => ({
  value,
  up() {
    this.value += 1;
  },
  down() {
    this.value -= 1;
  },
});
export function* countTo(n) {
  if (n > 1) yield* countTo(n - 1);
  yield n;
}
