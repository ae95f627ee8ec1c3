import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter';
import type { MutationsReport } from '../../../../src/sandbox/analysis/mutations.ts';
import { offsets } from './offsets.ts';
import { messagesOfErrors } from './messages-of-errors.ts';
import { silent } from './silent.ts';

const OPTIONS: InstrumenterOptions = { plugins: null, excludedMutations: [], ignorers: [messagesOfErrors] };

/**
 * The changes that StrykerJS makes of a program in JavaScript or TypeScript, in the order of their places. A file that it cannot read
 * has none: whether a program can be read is for others to say.
 */
export async function mutationsOf(file: string, content: string): Promise<MutationsReport['mutations']> {
  const instrumenter = new Instrumenter(silent);
  const made = await instrumenter
    .instrument([{ name: file, mutate: true, content }], OPTIONS)
    .catch(() => null);
  const at = offsets(content);
  return (made?.mutants ?? [])
    .filter(({ status }) => status !== 'Ignored')
    .map(({ location: { start, end }, replacement }) => ({
      file,
      start: at(start),
      end: at(end),
      replacement,
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
