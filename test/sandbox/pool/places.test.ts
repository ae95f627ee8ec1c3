import { describe, expect, test } from 'vitest';
import { Places } from '../../../src/sandbox/pool/places.ts';

const signal = new AbortController().signal;
const beside = { alone: false, signal };
const alone = { alone: true, signal };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for a place, and tells whether it has been given yet. */
function ask(places: Places, how: { alone: boolean; signal: AbortSignal }) {
  const asked = { given: false, release: () => undefined as unknown };
  const taken = places.take(how).then((release) => {
    asked.given = true;
    asked.release = release;
  });
  return Object.assign(asked, { taken });
}

describe('places', () => {
  test('are given to as many as there are, and then one for one in the order of asking', async () => {
    const places = new Places(2);
    const asked = [1, 2, 3, 4].map(() => ask(places, beside));
    await turn();
    expect(asked.map(({ given }) => given)).toEqual([true, true, false, false]);
    asked[1]?.release();
    await turn();
    expect(asked.map(({ given }) => given)).toEqual([true, true, true, false]);
    expect(places.taken).toBe(2);
  });

  test('given back twice count once', async () => {
    const places = new Places(1);
    const first = await places.take(beside);
    first();
    first();
    expect(places.taken).toBe(0);
    await places.take(beside);
    expect(places.taken).toBe(1);
  });

  test('are all kept free for one who must be alone, and nobody overtakes it', async () => {
    const places = new Places(2);
    const before = await places.take(beside);
    const lonely = ask(places, alone);
    const after = ask(places, beside);
    await turn();
    expect([lonely.given, after.given]).toEqual([false, false]);
    before();
    await turn();
    expect([lonely.given, after.given]).toEqual([true, false]);
    lonely.release();
    await turn();
    expect(after.given).toBe(true);
  });

  test('are not kept for one who gave up waiting', async () => {
    const places = new Places(1);
    const first = await places.take(beside);
    const abort = new AbortController();
    const lonely = places.take({ alone: true, signal: abort.signal });
    const after = ask(places, beside);
    const reason = new Error('a newer push');
    abort.abort(reason);
    await expect(lonely).rejects.toBe(reason);
    first();
    await turn();
    expect(after.given).toBe(true);
  });

  test('are not given to one who had given up before asking', async () => {
    const places = new Places(1);
    const reason = new Error('too late');
    await expect(places.take({ alone: false, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(places.taken).toBe(0);
  });
});
