import { askPython, type PythonJob } from '../rewrite/python/ask.ts';
import type { Copying, Files } from './copy-script.ts';

const asked = (files: Files, job: (text: string) => PythonJob): Files | undefined => {
  const answers = askPython(Object.values(files).map(job));
  const entries = Object.keys(files).map((name, at) => [name, answers[at]] as const);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined;
};

/** A copy in Python at a level; nothing where the source does not lend itself to it. */
export const copyOfPython = ({
  level,
  half,
  source,
  host,
  publicNames,
  random,
}: Copying): Files | undefined => {
  const seed = random.below(1e9);
  const job = (text: string): PythonJob => ({
    op: 'rewrite',
    text,
    seed,
    style: level !== 'L4',
    rename: level !== 'L1',
    share: level === 'L3' ? 0.5 : level === 'L5' ? 1 : 0,
    times: level === 'L3' ? 1 : level === 'L5' ? 2 : 0,
    kinds: half,
    public: [...publicNames],
  });
  const own = asked(source, job);
  if (own === undefined || level !== 'L4') return own;
  const largest = (files: Files) => Object.entries(files).sort((a, b) => b[1].length - a[1].length)[0];
  const [from, into] = [largest(own), largest(host)];
  if (from === undefined || into === undefined) return undefined;
  const [mixed] = askPython([{ op: 'graft', host: into[1], from: from[1], seed }]);
  if (typeof mixed !== 'string') return undefined;
  const set = asked(
    { [into[0]]: mixed },
    (text) => ({ ...job(text), op: 'rewrite', text, style: true, rename: false }) as PythonJob,
  );
  return set && { ...host, ...set };
};
