import type { FileMap } from '../../../domain/course/file-map.ts';
import type { LanguageName } from '../language.ts';
import { readingLimits, type ReadingLimits } from '../limits.ts';
import type { Remark } from '../remark.ts';
import type { Reading } from '../token.ts';
import { takingTurns } from './turns.ts';
import { Child, type Loss } from './child-process.ts';
import { unpack } from './packed.ts';

export interface ReadSubmission {
  files: Reading[];
  remarks: Remark[];
}

/** Reads submissions in a process of its own, which may be killed by any of them and costs no other one anything. */
export interface ReadingProcess {
  /** May be called before the last one is read. `only`: nothing but this language; null: by the names of the files. Rejects only if no process starts. */
  read(files: FileMap, only: LanguageName | null): Promise<ReadSubmission>;
  close(): void;
}

/** So many submissions are on their way at once: they are read one after the other, but nothing waits for the way there and back. */
const AHEAD = 4;
/** A submission in which so many files end the process is read as words as a whole. */
const MOST_LOSSES = 3;
/** More often than that no process dies of others that are on their way. */
const MOST_UNDONE = 50;

const WHY: Readonly<Record<Loss, string>> = {
  time: 'reading it took too long',
  memory: 'reading it took too much memory',
  crash: 'reading it ended the parser',
};

const leftOut = (why: string): ReadSubmission => ({
  files: [],
  remarks: [{ path: null, says: 'left-out', why }],
});

export function startReading(limits: ReadingLimits = readingLimits): ReadingProcess {
  let child: Child | null = null;
  const turns = takingTurns(AHEAD);
  let closed = false;

  const ready = async (): Promise<Child> => {
    if (child?.alive !== true) child = new Child(limits.memoryMiB);
    const started = child;
    if (!(await started.booted) && !closed)
      throw new Error(`the process that reads submissions did not start: ${started.log}`);
    return started;
  };

  const read = async (files: FileMap, only: LanguageName | null): Promise<ReadSubmission> => {
    const asWords = new Set<string>();
    const remarks: Remark[] = [];
    let losses = 0;
    let undone = 0;
    for (;;) {
      if (closed) return leftOut('reading was ended before');
      const question = { files: [...files], only, asWords: [...asWords], tokens: limits.tokens };
      const outcome = await (await ready()).ask(question, limits.submissionMs);
      if (outcome.says === 'undone') {
        undone += 1;
        if (undone > MOST_UNDONE) return leftOut('the processes that read it did not live');
        continue;
      }
      if (outcome.says === 'read') {
        const said = new Set(remarks.map(({ path }) => path));
        const others = outcome.remarks.filter(({ path }) => !said.has(path));
        return { files: unpack(outcome.packed), remarks: [...remarks, ...others] };
      }
      const why = WHY[outcome.why];
      if (asWords.size === files.size || losses > MOST_LOSSES) return leftOut(why);
      const all = outcome.at === null || asWords.has(outcome.at) || losses === MOST_LOSSES;
      for (const path of all ? files.keys() : [outcome.at]) asWords.add(path ?? '');
      remarks.push({ path: all ? null : outcome.at, says: 'read-as-words', why });
      losses += 1;
    }
  };

  return {
    read: (files, only) => turns(() => read(files, only)),
    close() {
      closed = true;
      child?.end();
    },
  };
}
