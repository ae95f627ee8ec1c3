import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, casesOf } from './case.ts';
import type { Fault } from './faults.ts';
import { openTrial, type Trial } from './trial.ts';

/** One line for each fault: a test that fails shows them all. */
const saidOf = (faults: readonly Fault[]) => faults.map(({ kind, what }) => `${kind}: ${what}`).join('\n');

/** One test for each case of an aim, one after the other, in a sandbox of their own. */
export function suiteOf(aim: Case['aim']): void {
  const runtime = process.env['TOUCHSTONE_ATTACKS_RUNTIME'];
  describe(`${aim}${runtime === undefined ? '' : ` (${runtime})`}`, () => {
    let trial: Trial;
    beforeAll(async () => {
      trial = await openTrial({ runtime });
    });
    afterAll(async () => {
      expect(saidOf(await trial.close())).toBe('');
    });
    const cases = casesOf(aim, runtime).map((each): [string, Case] => [
      `${each.language}, ${each.project}: ${each.name}`,
      each,
    ]);
    test.each(cases)('%s', { timeout: 300_000 }, async (_title, each) => {
      expect(saidOf(await trial.take(each)), each.tries).toBe('');
    });
  });
}
