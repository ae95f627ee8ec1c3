/** Everything in classes, with getters, static members and private fields. */
class Arithmetic {
  static add(a, b) {
    return new Arithmetic(a).plus(b).value;
  }
  #value;
  constructor(value) {
    this.#value = value;
  }
  plus(other) {
    return new Arithmetic(this.#value + other);
  }
  get value() {
    return this.#value;
  }
}

class Age {
  static #most = 150;
  static parse(text) {
    if (!/^\d+$/.test(text)) throw new NoAgeError(text);
    const age = Number(text);
    if (age > Age.#most) throw new NoAgeError(text);
    return age;
  }
}

export class NoAgeError extends RangeError {
  name = 'NoAgeError';
  constructor(text) {
    super(`${text} is no age`);
    this.text = text;
  }
}

class Purchase {
  constructor(price) {
    this.price = price;
    Object.freeze(this);
  }
}

class Register {
  purchases = [];
  get total() {
    let sum = 0;
    for (const { price } of this.purchases) sum += price;
    return sum;
  }
}

export class Till extends Register {
  ring(price) {
    this.purchases.push(new Purchase(price));
    return this;
  }
  undo() {
    return this.purchases.pop();
  }
}

class Counter {
  constructor(start) {
    this.value = start;
  }
  up() {
    this.value += 1;
  }
  down() {
    this.value -= 1;
  }
}

class Range {
  constructor(most) {
    this.most = most;
  }
  *[Symbol.iterator]() {
    for (let at = 1; at <= this.most; at += 1) yield at;
  }
}

export const { add } = Arithmetic;
export const parseAge = (text) => Age.parse(text);
export const makeCounter = (start) => new Counter(start);
export const countTo = (n) => new Range(n);
export const initials = (name) => name.replace(/(\S)\S*\s*/g, (_, letter) => letter.toUpperCase());
export const chunk = (list, size) =>
  list.length === 0 ? [] : [list.slice(0, size), ...chunk(list.slice(size), size)];
export const turnRound = (list) => void list.reverse();
export const each = (list, tell) => list.forEach((item, index) => tell(item, index));
export const later = (number) => new Promise((resolve) => setTimeout(resolve, 20, number * 2));
export const mapLater = async (list, ask) => {
  const answers = [];
  for (const item of list) answers.push(await ask(item));
  return answers;
};
