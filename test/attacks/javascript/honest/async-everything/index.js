import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

// Top-level await: the tools are there when everything else is.
const settings = JSON.parse(await readFile(new URL('./settings.json', import.meta.url), 'utf8'));
await sleep(30);
const { chunk, turnRound } = await import('./lists.js');
export { chunk, turnRound };

export const add = (a, b) => a + b;
export const initials = (name) => name.split(settings.space).map((word) => word.at(0).toUpperCase()).join('');
export function parseAge(text) {
  const age = Number(text);
  if (Number.isInteger(age) && age >= 0 && age <= settings.oldest) return age;
  throw new RangeError('no age');
}
export function each(list, tell) {
  for (const index in list) tell(list[index], Number(index));
}
export async function later(number) {
  await sleep(5);
  await new Promise((resolve) => process.nextTick(resolve));
  for await (const twice of (async function* () {
    yield number * 2;
  })())
    return twice;
}
export async function mapLater(list, ask) {
  const asked = list.map(async (item, index) => {
    await sleep(20 - index * 5);
    return ask(item);
  });
  const settled = await Promise.allSettled(asked);
  return settled.map(({ value }) => value);
}
export class Till {
  #sum = 0;
  #undo = [];
  ring(price) {
    this.#sum += price;
    this.#undo.push(() => (this.#sum -= price));
  }
  undo() {
    this.#undo.pop()?.();
  }
  get total() {
    return this.#sum;
  }
}
export const makeCounter = (value) => new (class Counter {
  value = value;
  up = () => ++this.value;
  down = () => --this.value;
})();
export function* countTo(n) {
  yield* Array.from({ length: n }, (_, at) => at + 1);
}
