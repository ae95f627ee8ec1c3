import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/** Somebody in the file of people. */
interface Listed {
  id: number;
  login: string;
  roles: readonly string[];
  emails?: readonly string[];
}

/** The sample course with a file of people, in which a person has the last word on the shopping basket, and as many peers a first look. */
export async function reviewedCourse({ peers = 0 } = {}) {
  const courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-reviewed-')), 'rubrics');
  await cp('rubrics', courseDir, { recursive: true });
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(courseDir, file);
    const text = await readFile(path, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${file} is as it was`);
    await writeFile(path, changed);
  };
  await edit('course.yml', (text) => text.replace('units:\n', 'roster: { file: people.yml }\nunits:\n'));
  await edit('shopping-basket/rubric.yml', (text) => {
    const [head = '', examples = ''] = text
      .replace('stages:\n', `review: { staff: always, peers: ${peers} }\nstages:\n`)
      .split(/^examples:\n/m);
    return `${head}examples:\n${examples.replaceAll(': mastered', ': awaiting-review')}`;
  });
  const people = (listed: readonly Listed[]) =>
    writeFile(join(courseDir, 'people.yml'), stringify({ people: listed }));
  await people([]);
  return {
    courseDir,
    /** Writes who is who anew. */
    people,
    remove: () => rm(dirname(courseDir), { recursive: true, force: true }),
  };
}
