import type { Submission } from '../../cohort.ts';
import type { Place } from '../../findings.ts';
import type { Reading } from '../../reading/token.ts';

/**
 * What a work has that says something wherever it stands: a file's name, a name of its own, one from elsewhere. By what it is called. No texts: the
 * exercise says what they are.
 */
export type Traits = ReadonlyMap<string, Place>;

const NAMES: ReadonlySet<string> = new Set(['v', 'p', 'name', 'property']);
/** Shorter ones are letters of a loop. */
const SHORTEST = 4;

/** A work's traits, each with where it stands first. What everybody was given is none. */
export function traitsOf({ files }: Pick<Submission, 'files'>, given: Traits): Traits {
  const traits = new Map<string, Place>();
  const note = (trait: string, place: Place): void => {
    if (!given.has(trait) && !traits.has(trait)) traits.set(trait, place);
  };
  for (const file of files) {
    note(`a file ${nameOf(file)}`, { file: file.path, start: 1, end: 1 });
    for (const { symbol, word, line } of file.leaves)
      if (NAMES.has(symbol) && word.length >= SHORTEST)
        note(word, { file: file.path, start: line, end: line });
  }
  return traits;
}

const nameOf = ({ path }: Reading): string => path.replace(/\.[^./]*$/, '').toLowerCase();
