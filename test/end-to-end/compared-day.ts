import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { concluded, PROJECTS, startSchoolDay, type SchoolDay } from './school.ts';
import { until } from '../services/until.ts';

/** What is handed in, in turns: some of it alike. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'shopping-basket': ['plain-loops', 'off-by-one', 'plain-loops', 'works-but-ugly'],
  'expense-report': ['works-but-ugly', 'half-right', 'works-but-ugly', 'sums-with-fractions'],
  'reading-list': ['works-but-ugly', 'no-filter', 'works-but-ugly', 'ids-by-counting'],
};

export interface ComparedDay {
  day: SchoolDay;
  pulls: { repository: string; number: number; as: string }[];
  /** What GitHub was asked and told by then, each thing without what is another one each time. */
  requests: string[];
  close: () => Promise<void>;
}

/** A day on which so many pull requests are handed in, one after the other, and everything that is to be done with them is done. */
export async function comparedDay(count: number, similarity: 'on' | 'off'): Promise<ComparedDay> {
  const courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-compared-')), 'rubrics');
  await cp('rubrics', courseDir, { recursive: true });
  if (similarity === 'off')
    for (const project of PROJECTS)
      await appendFile(join(courseDir, project, 'rubric.yml'), '\nsimilarity: off\n');
  const names = Array.from({ length: Math.ceil(count / PROJECTS.length) }, (_, at) => `learner${at}`);
  const day = await startSchoolDay({ courseDir, names });
  const close = async () => {
    await day.close();
    await rm(dirname(courseDir), { recursive: true, force: true });
  };
  try {
    await day.start('serve');
    await day.start('worker');
    const pulls: ComparedDay['pulls'] = [];
    for (let at = 0; at < count; at += 1) {
      const project = PROJECTS[at % PROJECTS.length] ?? '';
      const examples = EXAMPLES[project] ?? [];
      const pull = await day.handIn(
        project,
        examples[Math.floor(at / PROJECTS.length) % examples.length] ?? '',
      );
      pulls.push(pull);
      await day.sees(pull, 'what came of it', concluded);
    }
    const ended = async () => (await day.rows(`select id from runs where ended_at is null`)).length === 0;
    await until('everything was told', ended, 60_000);
    await compareNow(day);
    const wanted = similarity === 'on' ? count : 0;
    const isDone = async () =>
      (await day.rows(`select submission_id from similarity_turns where state = 'done'`)).length === wanted;
    await until('everything is compared', isDone, 300_000);
    return { day, pulls, requests: requestsOf(day), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The round that compares is due, whenever it was there last. */
export async function compareNow(day: SchoolDay): Promise<void> {
  await day.rows(
    `insert into chores (name, started_at, requested_at) values ('similarity', now(), now())
     on conflict (name) do update set requested_at = now()`,
  );
}

/** What depends on how long the day took, and on nothing that anybody did. */
const BY_THE_CLOCK = /installation|deliver|hook|list-for-org|rate|apps\//;

function requestsOf({ standIn }: SchoolDay): string[] {
  return standIn.requests.list
    .filter(({ operation }) => !BY_THE_CLOCK.test(operation ?? ''))
    .map(
      ({ method, path, query, body }) =>
        `${method} ${plain(path)}?${plain(query)} ${plain(JSON.stringify(body ?? null))}`,
    )
    .toSorted();
}

/** What one of two days asked or told GitHub and the other one did not, shortened. */
export function differences(one: readonly string[], two: readonly string[]): string[] {
  const left = [...two];
  const more = one.filter((request) => {
    const at = left.indexOf(request);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...more.map((request) => `+ ${request}`), ...left.map((request) => `- ${request}`)].map((text) =>
    text.slice(0, 300),
  );
}

/** Without commits, numbers of rows and times. */
const plain = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{40}\b/g, '<commit>')
    .replace(/\b[0-9a-f]{7}\b/g, '<commit>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/\b\d+(\.\d+)? (ms|s|seconds?|minutes?)\b/g, '<time>')
    .replace(/\d+/g, '<number>');
