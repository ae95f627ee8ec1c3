import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../../src/course/cycles.ts';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

describe('circles in a graph', () => {
  it.each<[string, Record<string, string[]>, string[][]]>([
    ['none in a line', { a: [], b: ['a'], c: ['b'] }, []],
    ['none where two ways meet again', { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }, []],
    ['a node that needs itself', { a: ['a'] }, [['a']]],
    ['two that need each other', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['a circle behind a line', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, [['b', 'c', 'd']]],
    ['an edge that leads nowhere', { a: ['x'] }, []],
  ])('%s', (_, edges, cycles) => {
    expect(cyclesOf(graph(edges))).toEqual(cycles);
  });

  it('finds none exactly where the nodes can be put in order', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 8 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const needs = new Map(
          names.map((name) => [name, pairs.filter(([from]) => from === name).map(([, to]) => to)]),
        );
        const done = new Set<string>();
        names.forEach(() => {
          for (const name of names) if (needs.get(name)!.every((need) => done.has(need))) done.add(name);
        });
        expect(cyclesOf(needs).length === 0).toBe(done.size === names.length);
      }),
    );
  });
});
