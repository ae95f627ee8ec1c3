export const add = (a, b) => a + b;

export const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0].toUpperCase())
    .join('');

export function chunk(list, size) {
  const pieces = [];
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}

export function turnRound(list) {
  list.reverse();
}

export function parseAge(text) {
  const age = Number(text);
  if (!Number.isInteger(age) || age < 0 || age > 150) throw new RangeError(`${text} is no age`);
  return age;
}

export function each(list, tell) {
  list.forEach((item, index) => {
    tell(item, index);
  });
}

export const later = async (number) => number * 2;

export const mapLater = (list, ask) => Promise.all(list.map((item) => ask(item)));

export class Till {
  #prices = [];
  ring(price) {
    this.#prices.push(price);
  }
  undo() {
    this.#prices.pop();
  }
  get total() {
    return this.#prices.reduce((sum, price) => sum + price, 0);
  }
}

export function makeCounter(start) {
  let value = start;
  return {
    up() {
      value += 1;
    },
    down() {
      value -= 1;
    },
    get value() {
      return value;
    },
  };
}

export function* countTo(n) {
  for (let at = 1; at <= n; at += 1) yield at;
}
