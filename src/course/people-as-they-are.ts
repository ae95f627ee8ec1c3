import { stat } from 'node:fs/promises';
import type { Course } from '../domain/course/project.ts';
import type { Person } from '../domain/people/person.ts';
import { placeOf } from './finding.ts';
import { readPeople } from './people.ts';

/**
 * Who stands in the file of people now: it is read again when it has changed, so that whoever leaves the staff has no say from that moment on.
 * While it cannot be read, or has an error, it stays as it was.
 *
 * @param onTrouble told once of each change that could not be taken over: where its errors are (`file:line`), and nothing that names anybody
 */
export function peopleAsTheyAre(
  { people, peopleFile, cohorts }: Pick<Course, 'people' | 'peopleFile' | 'cohorts'>,
  onTrouble: (places: string[]) => void,
): () => Promise<readonly Person[]> {
  if (peopleFile === null) return () => Promise.resolve(people);
  let known: readonly Person[] = people;
  let readAs: string | null = null;
  return async () => {
    const stamp = await stampOf(peopleFile);
    if (stamp === readAs) return known;
    const read = await readPeople(peopleFile, cohorts, { mayBeMissing: false });
    const errors = read.findings.filter(({ level }) => level === 'error');
    readAs = stamp;
    if (errors.length === 0) known = read.people;
    else onTrouble(errors.map(placeOf));
    return known;
  };
}

/** Changes with every change of the file. */
async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'missing';
  }
}
