import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeGraph, type Receiving } from '../../../graders/node/values/decode.ts';
import { encodeGraph, isPlainData, type Naming } from '../../../graders/node/values/encode.ts';
import { CrossingError, FAULT, type WireNode } from '../../../graders/node/values/wire.ts';

const naming: Naming = {
  tag: () => ['f', 7, { name: 'f', length: 0 }],
  stays: (value) => !isPlainData(value),
  errorPlace: () => ({ file: null, line: null }),
  errorHandle: () => 1,
  regExpHandle: () => null,
};
const receiving: Receiving = {
  function: (handle) => `function ${handle}`,
  instance: (handle) => `instance ${handle}`,
  promise: (handle) => `promise ${handle}`,
  own: (handle) => `own ${handle}`,
  regExp: (source, flags) => new RegExp(source, flags),
  error: () => undefined,
};
const decode = (graph: unknown): unknown => decodeGraph(JSON.parse(JSON.stringify(graph)), receiving).value;
const crossed = (value: unknown): unknown => decode(encodeGraph(value, naming).graph);

describe('what no honest side sends', () => {
  const listNode = ['a', [], 0];

  test.each([
    ['more promises than a thousand', { root: ['r', 0], nodes: [['a', Array(1001).fill(['p', 1]), 0]] }],
    [
      'an object of more methods than values may cross',
      { root: ['i', 1, { type: 'X', methods: Array(200_000).fill('m') }], nodes: [] },
    ],
  ])('%s', (_what, graph) => {
    expect(() => decode(graph)).toThrow(CrossingError);
  });

  test('a list that is sent back as an object keeps no methods', () => {
    const list = [1, 2];
    const back = { root: null, nodes: [['o', [['includes', ['f', 1, { name: 'includes', length: 1 }]]], 0]] };
    expect(() => decodeGraph(back, receiving, [list])).toThrow(CrossingError);
    expect(list).toEqual([1, 2]);
    decodeGraph({ root: null, nodes: [listNode] }, receiving, [list]);
    expect(list).toEqual([]);
  });

  test('an error whose name and message are no text', () => {
    const object = ['f', 1, { name: 'indexOf', length: 1 }];
    const properties = [
      ['message', object],
      ['name', object],
      ['stack', object],
      ['code', 'NO'],
    ];
    const wire = { base: 'RangeError', name: 'RangeError', message: 'no', properties, handle: 1 };
    const error = decode({ root: ['r', 0], nodes: [['e', wire]] });
    expect(error).toMatchObject({ name: 'RangeError', message: 'no', code: 'NO' });
    expect((error as Error).stack).toBe('RangeError: no');
  });
});

describe('values', () => {
  test('any plain value comes out as it went in', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(crossed(value)).toStrictEqual(value);
      }),
    );
  });

  test('shared and circular references stay so', () => {
    const shared = { a: 1 };
    const circle: { left: object; right: object; self?: object } = { left: shared, right: shared };
    circle.self = circle;
    const out = crossed(circle) as typeof circle;
    expect(out.left).toBe(out.right);
    expect(out.self).toBe(out);
  });

  test('a property named __proto__ is a property', () => {
    const out = crossed(JSON.parse('{"__proto__":{"admin":true}}')) as object;
    expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
    expect(Object.keys(out)).toEqual(['__proto__']);
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  test('an error becomes one of the built-in ones, whatever it calls itself', () => {
    class Odd extends RangeError {
      override readonly name = 'Odd';
      readonly code = 'E_ODD';
    }
    const out = crossed(new Odd('no')) as Odd;
    expect(out).toBeInstanceOf(RangeError);
    expect({ name: out.name, message: out.message, code: out.code }).toEqual({
      name: 'Odd',
      message: 'no',
      code: 'E_ODD',
    });
  });

  test('whose fault an error is cannot be brought along', () => {
    const error = Object.assign(new Error('no'), { [FAULT]: 'forged' });
    expect(Reflect.get(crossed(error) as object, FAULT)).toBeUndefined();
    expect(Reflect.get(crossed({ [FAULT]: 'forged' }) as object, FAULT)).toBeUndefined();
  });
});

describe('what cannot cross', () => {
  test('nests that are too deep', () => {
    let nest: unknown[] = [];
    for (let depth = 0; depth < 300; depth += 1) nest = [nest];
    expect(() => encodeGraph(nest, naming)).toThrow(CrossingError);
  });

  test('too many values', () => {
    expect(() =>
      encodeGraph(
        Array.from({ length: 100_001 }, () => 0),
        naming,
      ),
    ).toThrow(CrossingError);
    expect(() => encodeGraph(new Array(2 ** 31), naming)).toThrow(CrossingError);
  });
});

describe('what an honest side never sends', () => {
  const nodes = (length: number, of: (at: number) => WireNode): WireNode[] =>
    Array.from({ length }, (_, at) => of(at));

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no graph', { root: 1 }],
    ['a reference to nothing', { root: ['r', 3], nodes: [] }],
    ['a reference that is no number', { root: ['r', '__proto__'], nodes: [] }],
    ['an unknown tag', { root: ['q', 1], nodes: [] }],
    ['an unknown node', { root: ['r', 0], nodes: [['q']] }],
    ['a list in the place of text', { root: ['b', ['1']], nodes: [] }],
    ['an object as root', { root: { toString: 1 }, nodes: [] }],
    ['a node that nothing refers to', { root: null, nodes: [['a', [], 0]] }],
    [
      'a chain from behind, deeper than allowed',
      { root: ['r', 999], nodes: nodes(1000, (at) => ['a', [['r', at - 1]], 0]) },
    ],
    [
      'a chain deeper than allowed',
      { root: ['r', 0], nodes: nodes(1000, (at) => ['a', [at < 999 ? ['r', at + 1] : null], 0]) },
    ],
    ['more values than allowed', { root: ['r', 0], nodes: [['a', new Array(300_000).fill(0), 0]] }],
    ['a negative handle', { root: ['f', -1, { name: '', length: 0 }], nodes: [] }],
  ])('%s', (_what, graph) => {
    expect(() => decodeGraph(graph, receiving)).toThrow(CrossingError);
  });

  test('anything else is refused or harmless, and never takes long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.array(fc.jsonValue())), (root, table) => {
        try {
          decodeGraph({ root, nodes: table }, receiving);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        expect(Reflect.ownKeys(Object.prototype)).toHaveLength(12);
      }),
    );
  });
});

describe('arguments that come back', () => {
  test('their content is replaced, and they stay the same objects', () => {
    const item = { old: true };
    const list = [item];
    const { objects } = encodeGraph([list], naming);
    const back = [
      ['a', [['r', 1]], 0],
      ['a', [['r', 2], 5], 0],
      ['o', [['new', 1]], 0],
    ];
    decodeGraph({ root: null, nodes: back }, receiving, objects);
    expect(list).toEqual([{ new: 1 }, 5]);
    expect(list[0]).toBe(item);
  });

  test('a frozen one is left alone', () => {
    const list = Object.freeze([1]);
    const { objects } = encodeGraph([list], naming);
    decodeGraph(
      {
        root: null,
        nodes: [
          ['a', [['r', 1]], 0],
          ['a', [2], 1],
        ],
      },
      receiving,
      objects,
    );
    expect(list).toEqual([1]);
  });
});
