export const VERSION = '1.2.0';
export const limits = { small: 1, list: [1, 2, { deep: true }] };
export let calls = 0;

export function add(a, b) {
  calls += 1;
  return a + b;
}
export async function addLater(a, b) {
  await null;
  return a + b;
}
export const echo = (value) => value;
export function sortInPlace(list) {
  list.sort((a, b) => a - b);
}
export function grow(box) {
  box.items.push({ name: 'new' });
  delete box.old;
  return box;
}
export function mapAll(list, change) {
  return list.map((item, at) => change(item, at));
}
export async function mapLater(list, change) {
  const result = [];
  for (const item of list) result.push(await change(item));
  return result;
}
export class EmptyStackError extends Error {
  constructor() {
    super('The stack is empty');
    this.name = 'EmptyStackError';
    this.code = 'E_EMPTY';
  }
}
export class Stack {
  #items = [];
  static of(...items) {
    const stack = new Stack();
    for (const item of items) stack.push(item);
    return stack;
  }
  label = 'stack';
  get size() {
    return this.#items.length;
  }
  push(item) {
    this.#items.push(item);
    return this;
  }
  pop() {
    if (this.#items.length === 0) throw new EmptyStackError();
    return this.#items.pop();
  }
  *[Symbol.iterator]() {
    yield* this.#items;
  }
}
export function* countTo(limit) {
  for (let n = 1; n <= limit; n += 1) yield n;
}
export async function* countLater(limit) {
  for (let n = 1; n <= limit; n += 1) yield n;
}
export function makeCounter(start) {
  let count = start;
  return { increment: () => (count += 1), get value() { return count; } };
}
export function debounce(change, ms) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => change(...args), ms);
  };
}
export function fail() {
  null.nothing;
}
export async function failLater() {
  throw new RangeError('too late');
}
export const memo = Object.assign((n) => n * 2, { cache: { size: 3 } });
