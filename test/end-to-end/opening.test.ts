import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFolder } from '../../src/intake/files/folder.ts';
import { projectOf } from '../../src/mastery/graph/parallel-projects.ts';
import { lostAnswer } from '../../src/standin/faults/kinds.ts';
import { touchstone } from '../cli/run.ts';
import { startSchoolDay, type SchoolDay } from './school.ts';

const ORG = 'harbour-code-school';
let courseDir: string;
let day: SchoolDay;

const edit = async (file: string, from: string, to: string) => {
  const path = join(courseDir, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  await writeFile(path, text.replace(from, to));
};
/** Lets a round be made now, and whatever waits for a time be tried now. */
const go = async (round: string) => {
  await day.rows(`update openings set due_at = now() where opened_at is null`);
  await day.rows(`update chores set requested_at = now() where name = '${round}'`);
};
const opened = async () => {
  const rows = await day.rows(`select repo, pinned from openings where opened_at is not null order by id`);
  return rows.map(({ repo, pinned }) => `${String(repo)}${pinned === true ? '' : ' (not pinned)'}`);
};

beforeAll(async () => {
  courseDir = join(await mkdtemp(join(tmpdir(), 'touchstone-opening-')), 'rubrics');
  await cp('rubrics', courseDir, { recursive: true });
  await edit(
    'course.yml',
    'units:\n',
    `cohorts: [{ id: autumn, title: Autumn, team: ${ORG}/autumn }]
roster: { teams: { staff: ${ORG}/staff } }
opening: { owner: ${ORG} }
otherRepositories: { byBranch: [${ORG}/class-2026], topic: 'project-{project}' }
units:
`,
  );
  for (const project of ['shopping-basket', 'playlist'])
    await edit(`${project}/rubric.yml`, 'stages:\n', "form: { title: 'Functions: *' }\nstages:\n");
  day = await startSchoolDay({
    courseDir,
    permissions: { administration: 'write', contents: 'write', members: 'read' },
  });
});
afterAll(async () => {
  expect(day.standIn.violations.list).toEqual([]);
  await day.close();
  await rm(dirname(courseDir), { recursive: true, force: true });
});

it('the road of a learner whose school makes repositories: invited, told of the form, let on, given a mended starter', async () => {
  const { standIn } = day;
  const zoe = standIn.accounts.user({ login: 'zoe' });
  standIn.accounts.user({ login: 'grace' });
  standIn.teams.create({ organization: ORG, name: 'Autumn', members: ['zoe'] });
  standIn.teams.create({ organization: ORG, name: 'Staff', members: ['grace'] });
  // GitHub makes the first repository, and the answer is lost on the way.
  standIn.faults.add(lostAnswer({ method: 'POST', path: '/orgs/{org}/repos' }));
  await day.start('serve');
  await day.start('worker');

  // Teams first: nobody is a learner before GitHub has said so.
  await expect.poll(() => day.rows('select * from team_members'), { timeout: 60_000 }).toHaveLength(2);
  const unit = day.course.units.find(({ projects }) => projects.includes('playlist'))!;
  const slug = projectOf(unit, zoe.id) ?? '';
  const repo = `${slug}-zoe`;
  await go('openings');
  const roots = day.course.units.filter(({ needs, enrichment }) => needs.length === 0 && !enrichment);
  await expect
    .poll(async () => (await opened()).length, { timeout: 60_000, interval: 500 })
    .toBe(roots.length - 1);
  await go('openings');
  await expect.poll(opened, { timeout: 60_000, interval: 200 }).toHaveLength(roots.length);
  expect((await opened()).filter((each) => each.includes('not pinned'))).toEqual([]);
  expect(standIn.requests.of('repos/create-in-org').filter(({ status }) => status === 201)).toHaveLength(
    roots.length - 1,
  );
  // She can push to what she was given.
  const solutions = join(
    courseDir,
    slug,
    'solutions',
    slug === 'playlist' ? 'array-methods' : 'loops-and-maps',
  );
  const { files } = await readFolder(solutions);
  const push = { repository: `${ORG}/${repo}`, branch: 'work', as: 'zoe', message: 'My work' };
  await standIn.push({ ...push, files, replace: false });
  const repository = `${ORG}/${repo}`;
  const number = await standIn.pulls.open({ repository, as: 'zoe', head: 'work', title: 'done' });
  const pull = { repository, number };
  const check = () => standIn.look(pull).checks[0];
  const comment = () => standIn.look(pull).comments[0]?.body ?? '';
  await day.sees(pull, 'that the title is not as asked', () => check()?.conclusion === 'action_required');
  expect(check()?.title).toContain('change how this pull request looks');
  expect(check()?.summary).toContain('Functions: *');

  await standIn.pulls.editTitle({ ...pull, as: 'zoe', title: 'Functions: my first' });
  await day.sees(pull, 'mastered', () => check()?.conclusion === 'success' && comment().includes('Mastered'));
  const attempts = await day.rows(`select outcome from runs where outcome = 'marked'`);
  expect(attempts).toHaveLength(1);

  // Mastery opens what comes next.
  const next = day.course.units.filter(({ needs }) => needs.length === 1 && needs[0] === unit.id);
  const before = (await opened()).length;
  await go('openings');
  const nextOnes = next.filter(({ enrichment }) => !enrichment);
  await expect.poll(async () => (await opened()).length, { timeout: 60_000 }).toBe(before + nextOnes.length);
  expect(await opened()).toContain('expense-report-zoe');

  // A member of the staff team has a say, and has none when they are in it no more.
  const review = (state: 'approved' | 'changes_requested') =>
    standIn.conversation.review({ ...pull, as: 'grace', state, body: 'Have a look at the names.' });
  review('changes_requested');
  await day.sees(pull, 'not yet', () => check()?.conclusion === 'failure');
  standIn.teams.remove({ team: `${ORG}/staff`, login: 'grace' });
  await go('teams');
  await expect.poll(() => day.rows('select * from team_members'), { timeout: 30_000 }).toHaveLength(1);
  review('approved');
  const outcomes = () =>
    day.rows(`select outcome from deliveries where event = 'pull_request_review' order by received_at`);
  await expect
    .poll(async () => (await outcomes()).at(-1)?.['outcome'], { timeout: 30_000 })
    .toBe('verdict refused: unknown-person');

  // The author mends a starter.
  const report = join(courseDir, 'expense-report/starter/README.md');
  await appendFile(report, '\nDecimal points, not commas.\n');
  const release = () =>
    touchstone(
      ['course', 'release', '--project', 'expense-report', '--course', courseDir, '--format', 'json'],
      day.env,
    );
  const first = await release();
  expect(first, first.err).toMatchObject({ code: 0 });
  const { repositories } = JSON.parse(first.out) as { repositories: { pullRequest: number }[] };
  expect(repositories).toMatchObject([{ repository: `${ORG}/expense-report-zoe`, what: 'offered' }]);
  const offered = {
    repository: `${ORG}/expense-report-zoe`,
    number: repositories[0]?.pullRequest ?? 0,
  };
  expect(JSON.parse((await release()).out)).toMatchObject({ repositories: [{ what: 'up-to-date' }] });
  await expect
    .poll(() => day.rows(`select outcome from deliveries where outcome like '%no project%'`), {
      timeout: 30_000,
    })
    .not.toEqual([]);
  // It is no work of anybody's: nothing is marked, and nothing said but that it can go in.
  expect(standIn.look(offered)).toMatchObject({ checks: [{ conclusion: 'success' }], comments: [] });
  expect(await day.rows(`select id from pull_requests where repo = 'expense-report-zoe'`)).toEqual([]);

  // Somebody does away with the rule that requires our check.
  standIn.repositories.dropRules({ repository });
  await day.rows(`update openings set pin_checked_at = now() - interval '25 hours'`);
  await go('pins');
  await expect
    .poll(async () => (await day.rows('select id from openings where pinned = false')).length, {
      timeout: 30_000,
    })
    .toBe(1);
  const queue = await touchstone(['queue'], day.env);
  expect(queue.out).toContain(`${repository} does not require Touchstone's check`);
});

it('the work in a fork of the one class repository is for the project of the branch that it goes into', async () => {
  const { standIn } = day;
  standIn.accounts.user({ login: 'fay' });
  const starter = day.course.projects.get('shopping-basket')?.starter ?? new Map<string, Uint8Array>();
  const made = { owner: ORG, name: 'class-2026', collaborators: ['head-of-school'] };
  const { fullName: repository } = await standIn.repositories.create({
    ...made,
    files: new Map([['README.md', Buffer.from('# Our class')]]),
  });
  const push = { message: 'Work', replace: true };
  await standIn.push({
    ...push,
    repository,
    branch: 'shopping-basket',
    as: 'head-of-school',
    files: starter,
  });
  const { fullName: fork } = await standIn.repositories.fork({ repository, as: 'fay' });
  const { files } = await readFolder(join(courseDir, 'shopping-basket/solutions/loops-and-maps'));
  await standIn.push({ ...push, repository: fork, branch: 'mine', as: 'fay', files });
  const open = (base: string) =>
    standIn.pulls.open({ repository, as: 'fay', head: 'fay:mine', base, title: 'Functions: mine' });
  const pull = { repository, number: await open('shopping-basket') };
  await day.sees(pull, 'a result', ({ checks }) => checks[0]?.status === 'completed');
  expect(standIn.look(pull).checks[0]).toMatchObject({ conclusion: 'success' });
  // A branch that is no project's holds work of no project.
  const elsewhere = { repository, number: await open('main') };
  await expect
    .poll(() => day.rows(`select id from deliveries where outcome is null`), { timeout: 30_000 })
    .toEqual([]);
  expect(standIn.look(elsewhere)).toMatchObject({ comments: [] });
  expect(await day.rows(`select project, number from pull_requests where repo = 'class-2026'`)).toEqual([
    { project: 'shopping-basket', number: pull.number },
  ]);
});
