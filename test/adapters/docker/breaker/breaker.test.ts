import { describe, expect, test } from 'vitest';
import {
  admitted,
  answered,
  closed,
  missed,
  MISSED_IN_A_ROW,
  OPEN_MS,
  type Breaker,
} from '../../../../src/adapters/docker/breaker/breaker.ts';

const after = (misses: number, now = 0): Breaker =>
  Array.from({ length: misses }).reduce<Breaker>((breaker) => missed(breaker, now), closed);

describe('a breaker', () => {
  test('lets calls through until enough in a row are missed', () => {
    expect(admitted(after(MISSED_IN_A_ROW - 1), 0).answer).toBe('go');
    expect(admitted(after(MISSED_IN_A_ROW), 0).answer).toBe('no');
  });

  test('forgets what was missed with the first answer', () => {
    expect(missed(answered(), 0)).toEqual({ state: 'closed', missed: 1 });
  });

  test('asks one ping after its time, and keeps the others back meanwhile', () => {
    const open = after(MISSED_IN_A_ROW, 1_000);
    expect(admitted(open, 1_000 + OPEN_MS - 1).answer).toBe('no');
    const { answer, next } = admitted(open, 1_000 + OPEN_MS);
    expect(answer).toBe('ask');
    expect(admitted(next, 1_000 + OPEN_MS).answer).toBe('no');
  });

  test('is open for its time again when the ping is missed', () => {
    const asking = admitted(after(MISSED_IN_A_ROW), OPEN_MS).next;
    expect(missed(asking, OPEN_MS)).toMatchObject({ state: 'open', until: 2 * OPEN_MS });
  });
});
