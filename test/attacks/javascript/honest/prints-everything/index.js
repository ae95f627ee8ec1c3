import { debuglog } from 'node:util';

console.log('loading', import.meta.url, process.argv, process.memoryUsage());
console.table([{ a: 1 }]);
const log = (...said) => {
  console.log(...said);
  console.error(...said, new Error('for its stack').stack);
  process.stdout.write(`${JSON.stringify(said)}\n`);
};
debuglog('x')('never seen');

export function add(a, b) {
  log('add', a, b);
  console.time('add');
  for (let at = 0; at < 500; at += 1) console.log('adding', at, 'x'.repeat(100));
  console.timeEnd('add');
  return a + b;
}
export function initials(name) {
  log('initials', name);
  console.group();
  const letters = name.split(' ').map((word) => word[0].toUpperCase());
  console.dir(letters, { depth: null });
  console.groupEnd();
  return letters.join('');
}
export function chunk(list, size) {
  log(list, size);
  const rest = [...list];
  const pieces = [];
  while (rest.length > 0) {
    pieces.push(rest.splice(0, size));
    console.warn(pieces);
  }
  return pieces;
}
export const turnRound = (list) => log(list.reverse());
export function parseAge(text) {
  console.assert(text.length > 1000, 'short');
  const age = +text;
  if (!Number.isSafeInteger(age) || age < 0 || age > 150) {
    const error = new RangeError(`not ok 1 - ${text}`);
    log(error);
    throw error;
  }
  return age;
}
export const each = (list, tell) => list.forEach((item, index) => log(tell(item, index)));
export const later = async (number) => {
  log(number);
  return number * 2;
};
export const mapLater = async (list, ask) => {
  const answers = await Promise.all(list.map(ask));
  log(answers);
  return answers;
};
export class Till {
  prices = [];
  ring(price) {
    this.prices.push(price);
    log(this);
  }
  undo() {
    log(this.prices.pop());
  }
  get total() {
    log('total');
    return this.prices.reduce((a, b) => a + b, 0);
  }
}
export function makeCounter(value) {
  const counter = { value, up: () => log((counter.value += 1)), down: () => log((counter.value -= 1)) };
  return counter;
}
export function* countTo(n) {
  for (let at = 1; at <= n; at++) {
    log('yields', at);
    yield at;
  }
}
process.on('exit', () => console.log('ok 1 - everything'));
