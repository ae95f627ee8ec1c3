import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Mutation } from '../../domain/course/mutation.ts';
import { offsets } from './offsets.ts';
import { messagesOfErrors } from './messages-of-errors.ts';
import { silent } from './silent.ts';

const OPTIONS: InstrumenterOptions = { plugins: null, excludedMutations: [], ignorers: [messagesOfErrors] };

/**
 * The changes that StrykerJS makes of JavaScript and TypeScript, file by file and in the order of their places. A file that it cannot
 * read has none: whether a program can be read is for others to say.
 */
export async function mutationsOfScripts(files: FileMap): Promise<Mutation[]> {
  const each = [...files].map(([file, bytes]) => mutationsOf(file, new TextDecoder().decode(bytes)));
  return (await Promise.all(each)).flat();
}

async function mutationsOf(file: string, content: string): Promise<Mutation[]> {
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
