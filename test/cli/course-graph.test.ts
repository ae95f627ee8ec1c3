import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../src/adapters/postgres/postgres.ts';
import { mermaidOf } from '../../src/cli/graph/mermaid.ts';
import { svgOf } from '../../src/cli/graph/svg.ts';
import type { DrawnUnit } from '../../src/cli/graph/drawn-unit.ts';
import { Unit } from '../../src/domain/course/course-file.ts';
import { onDisk, smallCourse } from '../course/small-course.ts';
import { pullRequest, sighting } from '../intake/pulls.ts';
import { notYet } from '../marking/markings.ts';
import { freshPostgres } from '../services/postgres.ts';
import { silent } from '../services/silent.ts';
import { touchstone } from './run.ts';

let url = '';
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await freshPostgres());
  const database = databaseOn(await connectPostgres(url, silent));
  const state = pullRequest({ learner: { id: 5, login: 'Ada-L' } });
  const run = (await database.pulls.see(sighting(state, Date.now(), { project: 'sums' }))).started ?? 0;
  await database.runs.take(run, 't');
  await database.runs.marked(run, 't', { ...notYet(), project: 'sums', decision: 'mastered' });
  await database.runs.published(run, 't');
  await database.close();
});
afterAll(() => drop());

const graph = async (...args: string[]) => {
  const course = await onDisk(smallCourse);
  return touchstone(['course', 'graph', '--course', course, ...args], { TOUCHSTONE_DATABASE_URL: url });
};

describe('touchstone course graph', () => {
  test('prints the whole course as a table', async () => {
    const { code, out } = await graph();
    expect(code).toBe(0);
    expect(out).toMatch(/^Small course\n/);
    expect(out).toMatch(/Programs +│ basics +│ 8 +│ todo-cli/);
    expect(out).not.toContain('now');
  });

  test('prints how it stands for a learner, whose login may be in other letters', async () => {
    const { code, out } = await graph('--learner', 'ada-l', '--format', 'json');
    expect(code).toBe(0);
    const { learner, units } = JSON.parse(out) as { learner: object; units: { id: string; state: string }[] };
    expect(learner).toEqual({ id: 5, login: 'Ada-L' });
    expect(units.map(({ id, state }) => [id, state])).toEqual([
      ['basics', 'mastered'],
      ['programs', 'open'],
    ]);
    expect((await graph('--learner', 'ada-l')).out).toMatch(/Small course, for Ada-L/);
  });

  test('says what is due for another look, and that it is mastered', async () => {
    const database = databaseOn(await connectPostgres(url, silent));
    const [work] = await database.rechecks.mastered({ from: 0, to: Date.now() + 1000 });
    await database.rechecks.end(await database.rechecks.begin(work!.submissionId, 0), 'missed');
    await database.close();
    expect((await graph('--learner', 'ada-l')).out).toMatch(/mastered, due for another look/);
    expect((await graph('--learner', 'ada-l', '--format', 'mermaid')).out).toMatch(
      /Basics<br>.*<br>due for another look"\]:::mastered/,
    );
    const { units } = JSON.parse((await graph('--learner', 'ada-l', '--format', 'json')).out) as {
      units: { due: boolean }[];
    };
    expect(units.map(({ due }) => due)).toEqual([true, false]);
    expect((await graph()).out).not.toContain('due');
  });

  test('says so where nobody is known by the login', async () => {
    const { code, err } = await graph('--learner', 'nobody');
    expect(code).toBe(2);
    expect(err).toContain('Nobody called "nobody"');
  });

  test('needs no database for the course itself', async () => {
    const course = await onDisk(smallCourse);
    const { code, out } = await touchstone(['course', 'graph', '--course', course, '--format', 'mermaid'], {
      TOUCHSTONE_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(code).toBe(0);
    expect(out).toBe(
      'flowchart LR\n  u-basics["Basics<br>sums<br>about 4 hours"]\n' +
        '  u-programs["Programs<br>todo-cli<br>about 8 hours"]\n  u-basics --> u-programs\n',
    );
  });
});

const odd: DrawnUnit[] = [
  {
    unit: Unit.parse({
      id: 'end',
      title: 'Ends "early"]; <b>&\\n #1',
      enrichment: true,
      effortHours: 1,
      projects: ['a', 'b'],
    }),
    state: 'waiting',
    waitsFor: ['start'],
  },
];

test('what a title holds cannot end its box in Mermaid', () => {
  const [, box] = mermaidOf(odd).split('\n');
  expect(box).toBe(
    '  u-end(["Ends #34;early#34;#93;#59; #60;b#62;#38;#92;n #35;1<br>a or b<br>about 1 hour, optional"]):::waiting',
  );
});

test('what a title holds stands in the picture as it was written', async () => {
  const svg = await svgOf('A course', odd);
  expect(svg).toContain('Ends &quot;early&quot;]; &lt;b&gt;&amp;\\n #1');
  expect(svg).toMatch(/stroke-dasharray/);
});
