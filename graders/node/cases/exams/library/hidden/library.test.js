import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { submission } from 'touchstone';

const library = await submission.load('index.js');
const { add, addLater, echo, Stack, EmptyStackError } = library;

describe('values', () => {
  it('a sync function stays sync', () => {
    assert.equal(add(2, 3), 5);
  });
  it('an async function gives a promise', async () => {
    const promise = addLater(2, 3);
    assert.ok(promise instanceof Promise);
    assert.equal(await promise, 5);
  });
  it('exports that are values', () => {
    assert.equal(library.VERSION, '1.2.0');
    assert.deepEqual(library.limits, { small: 1, list: [1, 2, { deep: true }] });
    const before = library.calls;
    add(1, 1);
    assert.equal(library.calls, before + 1);
  });
  it('every kind of value there and back', () => {
    const circle = { name: 'circle' };
    circle.self = circle;
    const values = [
      undefined,
      null,
      NaN,
      -0,
      Infinity,
      10n ** 30n,
      'text \u{1F600}',
      '',
      new Date(0),
      /a+b/gi,
      new Map([['k', { v: 1 }]]),
      new Set([1, 'two']),
      new Uint8Array([1, 2, 255]),
      new Float64Array([0.5]),
      [1, , 3],
      { __proto__: null, a: 1 },
      JSON.parse('{"__proto__": {"polluted": true}}'),
      Object.freeze([1]),
    ];
    for (const value of values) assert.deepEqual(echo(value), value);
    assert.equal(echo(circle).self.self.name, 'circle');
    assert.equal({}.polluted, undefined);
    assert.ok(echo(new TypeError('x')) instanceof TypeError);
  });
});

describe('changes and callbacks', () => {
  it('a change of an argument comes back', () => {
    const list = [3, 1, 2];
    library.sortInPlace(list);
    assert.deepEqual(list, [1, 2, 3]);
    const box = { items: [{ name: 'a' }], old: 1 };
    const first = box.items[0];
    library.grow(box);
    assert.deepEqual(box, { items: [{ name: 'a' }, { name: 'new' }] });
    assert.equal(box.items[0], first);
  });
  it('a frozen argument is frozen there', () => {
    assert.throws(() => library.sortInPlace(Object.freeze([2, 1])), TypeError);
  });
  it('a callback is called and answers', () => {
    const seen = [];
    assert.deepEqual(
      library.mapAll([1, 2], (item, at) => {
        seen.push([item, at]);
        return item * 10;
      }),
      [10, 20],
    );
    assert.deepEqual(seen, [
      [1, 0],
      [2, 1],
    ]);
  });
  it('an async callback', async () => {
    assert.deepEqual(await library.mapLater([1, 2], async (item) => item + 1), [2, 3]);
  });
  it('an error of a callback comes back itself', () => {
    const error = new RangeError('mine');
    assert.throws(
      () =>
        library.mapAll([1], () => {
          throw error;
        }),
      (thrown) => thrown === error,
    );
  });
  it('a callback that calls the submission', () => {
    assert.deepEqual(
      library.mapAll([1, 2], (item) => add(item, 1)),
      [2, 3],
    );
  });
  it('a timer calls back while the test waits', async () => {
    const seen = [];
    const later = library.debounce((value) => {
      seen.push(value);
    }, 20);
    later('a');
    later('b');
    await submission.wait(100);
    assert.deepEqual(seen, ['b']);
  });
});

describe('objects', () => {
  it('an instance keeps its state', () => {
    const stack = new Stack();
    assert.equal(stack.push(1).push(2).size, 2);
    assert.equal(stack.pop(), 2);
    assert.equal(stack.label, 'stack');
    stack.label = 'other';
    assert.equal(stack.label, 'other');
    assert.ok(stack instanceof Stack);
    assert.deepEqual([...Stack.of(1, 2, 3)], [1, 2, 3]);
  });
  it('a method throws an error of its own class', () => {
    assert.throws(() => new Stack().pop(), {
      name: 'EmptyStackError',
      message: 'The stack is empty',
      code: 'E_EMPTY',
    });
    assert.ok(new EmptyStackError() instanceof Error);
  });
  it('generators', async () => {
    assert.deepEqual([...library.countTo(3)], [1, 2, 3]);
    const seen = [];
    for await (const n of library.countLater(3)) seen.push(n);
    assert.deepEqual(seen, [1, 2, 3]);
  });
  it('an object with methods', () => {
    const counter = library.makeCounter(5);
    assert.equal(counter.increment(), 6);
    assert.equal(counter.value, 6);
  });
  it('a function with properties', () => {
    assert.equal(library.memo(4), 8);
    assert.deepEqual(library.memo.cache, { size: 3 });
  });
});

describe('failures', () => {
  it('an error that the test expects', async () => {
    assert.throws(() => library.fail(), TypeError);
    await assert.rejects(library.failLater(), { name: 'RangeError', message: 'too late' });
  });
  it('an error that the test does not expect', () => {
    library.fail();
  });
  it('an export that is missing', () => {
    assert.throws(() => library.subtract(1, 2));
  });
  it('a wrong value', () => {
    assert.equal(add(1, 1), 3);
  });
});
