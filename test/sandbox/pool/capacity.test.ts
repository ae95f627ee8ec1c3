import { describe, expect, test } from 'vitest';
import { capacityOf } from '../../../src/sandbox/pool/capacity.ts';

const GIB = 1024 ** 3;

describe('what a machine bears', () => {
  test.each([
    { machine: 'two cores and plenty of memory', cpus: 2, gib: 24, places: 2, spares: 14 },
    { machine: 'a small server', cpus: 4, gib: 8, places: 4, spares: 19 },
    { machine: 'many cores and little memory', cpus: 16, gib: 4, places: 4, spares: 9 },
    { machine: 'next to nothing', cpus: 1, gib: 0.5, places: 1, spares: 1 },
    { machine: 'more than was ever measured', cpus: 128, gib: 512, places: 32, spares: 134 },
  ])('$machine: $places at once, $spares that wait', ({ cpus, gib, places, spares }) => {
    expect(capacityOf({ cpus, memoryBytes: gib * GIB })).toEqual({ places, spares });
  });
});
