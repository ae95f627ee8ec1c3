import type { FileMap } from '../domain/course/file-map.ts';
import type { Cohort, Submission } from './cohort.ts';
import { readIdioms } from './idioms/read-idioms.ts';
import type { LanguageName } from './reading/language.ts';
import type { ReadingProcess } from './reading/process/reading-process.ts';
import type { Remark } from './reading/remark.ts';

/** A submission's files, chosen and not read yet, and what was left out of them. */
export interface Unread {
  id: string;
  files: FileMap;
  remarks: readonly Remark[];
}

/** Everything that a comparison is about. */
export interface UnreadCohort {
  submissions: readonly Unread[];
  starter: Unread | null;
  history: readonly Unread[];
  background: readonly Unread[];
}

/** What whoever looks at the result should know, and of which submission. */
export interface CohortRemark extends Remark {
  submission: string;
}

/** Reads a cohort. `only`: nothing but this language; null: by the names of the files. */
export async function readCohort(
  unread: UnreadCohort,
  only: LanguageName | null,
  reading: ReadingProcess,
): Promise<{ cohort: Cohort; remarks: CohortRemark[] }> {
  const remarks: CohortRemark[] = [];
  const read = async ({ id, files, remarks: before }: Unread): Promise<Submission> => {
    const found = await reading.read(files, only);
    const said = [...before, ...found.remarks];
    const why = 'nothing in it is in a language that is read';
    if (found.files.length === 0 && said.length === 0) said.push({ path: null, says: 'left-out', why });
    for (const remark of said) remarks.push({ submission: id, ...remark });
    return { id, files: found.files };
  };
  const readAll = (all: readonly Unread[]): Promise<Submission[]> => Promise.all(all.map(read));
  const submissions = await readAll(unread.submissions);
  const starter = unread.starter === null ? [] : (await read(unread.starter)).files;
  const history = await readAll(unread.history);
  const background = await readAll(unread.background);
  const idioms = await readIdioms(reading);
  return { cohort: { submissions, starter, history, background, idioms }, remarks };
}
