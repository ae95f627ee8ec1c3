import type { MutationsReport } from '../../../../src/sandbox/analysis/mutations.ts';
import { Expendable } from '../../../_analyst/expendable.ts';
import { headed } from '../../../_analyst/headed.ts';
import type { Task } from '../../../_analyst/serve-analyses.ts';
import { measure } from '../../../_analyst/size.ts';
import type { ToMutate } from './to-mutate.ts';

/** The languages of the tool; a declaration runs nothing. */
const PROGRAM = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/i;
const MOST_FILES = 200;
/** A learner's program has some hundreds; the report has room for these. */
const MOST = 10_000;
const FILE_MS = 20_000;
const MUTATOR = new URL('mutator.mjs', import.meta.url).pathname;
const MUTATOR_HEAP_MIB = 256;

/** The analysis `mutations`: the changes that can be made of each program. One that the tool dies of has none. */
export async function readMutations({ files, until, onBegin }: Task): Promise<MutationsReport> {
  const programs = [...files].filter(([path]) => PROGRAM.test(path)).slice(0, MOST_FILES);
  const mutator = new Expendable({
    args: [`--max-old-space-size=${MUTATOR_HEAP_MIB}`, MUTATOR],
    fileMs: FILE_MS,
  });
  const found: MutationsReport['mutations'] = [];
  try {
    for (const [path, bytes] of programs) {
      if (found.length >= MOST) break;
      onBegin(path);
      if (measure(bytes).tooLarge !== null) continue;
      const about: ToMutate = { path };
      const { said } = await mutator.look(headed(about, bytes), until);
      if (said !== null) found.push(...(JSON.parse(said) as MutationsReport).mutations);
    }
  } finally {
    mutator.close();
  }
  return { mutations: found.slice(0, MOST) };
}
