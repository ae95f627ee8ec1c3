import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AIMS, type Case, casesOf } from '../attacks/harness/case.ts';
import type { Fault, FaultKind } from '../attacks/harness/faults.ts';
import { openTrial, type Trial } from '../attacks/harness/trial.ts';

/** How often each case is handed in; fewer by hand, to look at the soak itself. */
const repeats = Number(process.env['TOUCHSTONE_SOAK_REPEATS'] ?? 10);
/** Another runtime of Docker's than its default one, such as `runsc`. */
const runtime = process.env['TOUCHSTONE_ATTACKS_RUNTIME'];

const cases: Case[] = [...AIMS, 'honest' as const].flatMap((aim) => casesOf(aim, runtime));
const found: Fault[] = [];
const count = (kind: FaultKind) => found.filter((fault) => fault.kind === kind).length;
let done = 0;
let trial: Trial;
let burners: ChildProcess[] = [];

beforeAll(async () => {
  // Every core has something else to do all the time.
  burners = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  trial = await openTrial({ runtime });
});
afterAll(async () => {
  for (const burner of burners) burner.kill('SIGKILL');
  found.push(...(await trial.close()));
  console.log(
    `attacks${runtime === undefined ? '' : ` (${runtime})`}: ${cases.length} cases, ${repeats} repeats, ${done} submissions: ` +
      `${count('fake pass')} fake passes, ${count('leak')} leaks, ${count('escape')} escapes, ` +
      `${count('left over')} left over, ${count('broken')} broken, ${count('text')} texts wrong, ` +
      `${count('honest wrong')} honest wrong`,
  );
  expect(found).toEqual([]);
});

describe.each(Array.from({ length: repeats }, (_, at) => at + 1))('repeat %i', () => {
  test.each(cases.map((each): [string, Case] => [`${each.aim}, ${each.project}: ${each.name}`, each]))(
    '%s',
    async (_title, each) => {
      const faults = await trial.take(each);
      done += 1;
      found.push(...faults);
      expect(faults, each.tries).toEqual([]);
    },
  );
});
