import { Policies } from '../../src/domain/course/policies.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDataDir } from '../../src/adapters/postgres/data-lock.ts';
import { courseRegradeCommand } from '../../src/cli/course-regrade.ts';
import type { RegradeCase } from '../../src/regrade/regrade.ts';
import { pullRequest, sha } from '../intake/pulls.ts';
import { smallProject } from '../marking/small-project.ts';
import { touchstone } from './run.ts';

const { pull, learner } = pullRequest();
const submission = {
  pull,
  learner,
  project: 'todo-cli',
  headSha: sha('a'),
  headOwner: 'ada',
  headRepo: 'todo-cli-ada',
  draft: false,
};
const adds = { stage: 'functionality' as const, id: 'adds', title: 'Adds a\u001b[31m task' };
const difference = {
  then: 'not-yet' as const,
  now: 'mastered' as const,
  noLongerMissed: [adds],
  newlyMissed: [],
};
const problem = { code: 'x.y', audience: 'operator' as const, message: 'Docker was away.', fix: 'Start it.' };
const changes = (done: Extract<RegradeCase, { done: unknown }>['done']): RegradeCase => ({
  submission,
  effect: 'changes',
  difference,
  done,
});
const kept: RegradeCase = {
  submission,
  effect: 'keeps-mastery',
  difference: { then: 'mastered', now: 'not-yet', noLongerMissed: [], newlyMissed: [adds] },
  done: null,
};
const same: RegradeCase = {
  submission,
  effect: 'same',
  difference: { ...difference, then: 'mastered', noLongerMissed: [] },
  done: null,
};

async function run(
  cases: RegradeCase[],
  { apply = false, format = 'text' }: { apply?: boolean; format?: 'text' | 'json' } = {},
) {
  let out = '';
  const code = await courseRegradeCommand(
    { course: 'rubrics', project: 'todo-cli', apply, format },
    {
      readCourse: () =>
        Promise.resolve({
          title: 'A course',
          repositories: '{project}-{login}',
          otherRepositories: { listed: {}, byBranch: [] },
          owners: [],
          opening: null,
          staffRepository: null,
          peopleFile: null,
          retention: null,
          units: [],
          timeZone: 'UTC',
          policies: Policies.parse({}),
          struggle: Struggle.parse({}),
          cohorts: [],
          teams: {},
          people: [],
          projects: new Map([['todo-cli', smallProject]]),
        }),
      regrade: () => Promise.resolve(cases),
    },
    {
      out: (text) => (out += text),
      err: () => undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      columns: 100,
    },
    new AbortController().signal,
  );
  return { code, out };
}

describe('touchstone course regrade', () => {
  it.each([
    ['nothing has been assessed', [], false, 0],
    ['all come to the same', [same], false, 0],
    ['something would change', [same, changes(null)], false, 1],
    ['only what keeps its mastery differs', [same, kept], false, 0],
    ['a commit is gone', [{ submission, effect: 'gone', problem }], false, 0],
    ['something could not be marked', [changes(null), { submission, effect: 'failed', problem }], false, 3],
    ['everything is applied', [changes('said'), changes('recorded'), changes('to-be-said')], true, 0],
    ['a pull request was busy', [changes('said'), changes('busy')], true, 1],
    ['a pull request has moved on', [changes('moved-on')], true, 1],
  ] satisfies [string, RegradeCase[], boolean, number][])(
    'where %s',
    async (_what, cases, apply, expected) => {
      expect((await run(cases, { apply })).code).toBe(expected);
    },
  );

  it('says whose decision would change and why, and how to apply it', async () => {
    const { out } = await run([changes(null), kept, same]);
    expect(out).toContain('ada');
    expect(out).toContain('school/todo-cli-ada#7');
    expect(out).toContain('no longer missed: Adds a\\u001b[31m task');
    expect(out).toContain('keeps mastery, although not yet');
    expect(out).toContain('Of 3: 1 with another decision, 1 keep their mastery');
    expect(out).toContain('touchstone course regrade --project todo-cli --apply');
  });

  it('prints every case as JSON', async () => {
    const { out } = await run([changes(null), { submission, effect: 'gone', problem }], { format: 'json' });
    const who = { learner: 'ada', pullRequest: 'school/todo-cli-ada#7', commit: sha('a') };
    expect(JSON.parse(out)).toEqual({
      project: 'todo-cli',
      applied: false,
      cases: [
        { ...who, effect: 'changes', ...difference, done: null },
        { ...who, effect: 'gone', problem },
      ],
    });
  });
});

describe('the command as it is typed', () => {
  let dataDir: string;
  let unlock: () => Promise<void>;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'touchstone-data-'));
    unlock = await lockDataDir(dataDir);
  });
  afterAll(async () => {
    await unlock();
    await rm(dataDir, { recursive: true, force: true });
  });

  const typed = async (project: string, settings: Record<string, string> = {}) => {
    const args = ['course', 'regrade', '--project', project, '--format', 'json'];
    const ended = await touchstone(args, { TOUCHSTONE_DATA: dataDir, ...settings });
    const { error } = JSON.parse(ended.out) as { error: { code: string; message: string } };
    return { code: ended.code, error };
  };

  it('says so where a server has the embedded database, which bears one process', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { code, error } = await typed('shopping-basket', {
      TOUCHSTONE_APP_ID: '1',
      TOUCHSTONE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      TOUCHSTONE_WEBHOOK_SECRET: 'd6a0b9c8e7f6a5b4c3d2e1f0a9b8c7d6',
    });
    expect(error.code).toBe('database.in-use');
    expect(error.message).toContain(`process ${process.pid} `);
    expect(code).toBe(3);
  });

  it('takes an unknown project and missing settings for wrong usage', async () => {
    expect(await typed('no-such')).toMatchObject({ code: 2, error: { code: 'usage.unknown-project' } });
    expect(await typed('shopping-basket')).toMatchObject({
      code: 2,
      error: { code: 'config.github-app-missing' },
    });
  });
});
