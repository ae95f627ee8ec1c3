import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hello, openPull, permissions, startSchool, type School } from '../school.ts';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';

let school: School;
let sha: string;
beforeAll(async () => {
  school = await startSchool();
  ({ sha } = await openPull(school));
});
afterEach(() => {
  expect(school.standIn.violations.list.filter(({ kind }) => kind !== 'request')).toEqual([]);
});
afterAll(async () => {
  await school.close();
});

const note = {
  path: 'index.js',
  start_line: 1,
  end_line: 1,
  annotation_level: 'notice',
  message: 'm',
} as const;
const create = (more: object = {}) =>
  school.octokit.rest.checks.create({ ...hello, name: 'Touchstone', head_sha: sha, ...more });
const update = (id: number, more: object) =>
  school.octokit.rest.checks.update({ ...hello, check_run_id: id, ...more });

describe('a check run', () => {
  test('belongs to a commit that this repository has', async () => {
    await expect(create({ head_sha: 'a'.repeat(40) })).rejects.toMatchObject({ status: 422 });
    await expect(create({ head_sha: sha.slice(0, 7) })).rejects.toMatchObject({ status: 422 });
    await expect(create({ head_sha: 'main' })).rejects.toMatchObject({ status: 422 });
  });

  test('that is completed needs a conclusion', async () => {
    await expect(create({ status: 'completed' })).rejects.toMatchObject({ status: 422 });
    const { data } = await create({ status: 'in_progress' });
    await expect(update(data.id, { status: 'completed' })).rejects.toMatchObject({ status: 422 });
    const done = await update(data.id, { conclusion: 'cancelled' });
    expect(done.data).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(done.data.completed_at).not.toBeNull();
    const again = await update(data.id, { status: 'in_progress' });
    expect(again.data).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
  });

  test('gathers annotations, and never loses one', async () => {
    const output = { title: 't', summary: 's', annotations: Array.from({ length: 50 }, () => note) };
    const { data } = await create({ output });
    await update(data.id, { output });
    const all = await school.octokit.paginate(school.octokit.rest.checks.listAnnotations, {
      ...hello,
      check_run_id: data.id,
      per_page: 30,
    });
    expect(all).toHaveLength(100);
  });

  test.each([
    ['line 0', { start_line: 0 }],
    ['an end before the start', { start_line: 3, end_line: 2 }],
    ['columns over several lines', { end_line: 2, start_column: 1, end_column: 2 }],
    ['an absolute path', { path: '/index.js' }],
  ])('takes no annotation with %s', async (_, more) => {
    const output = { title: 't', summary: 's', annotations: [{ ...note, ...more }] };
    await expect(create({ output })).rejects.toMatchObject({ status: 422 });
  });

  test('is found by its commit, name and App: the newest, or all', async () => {
    const first = await create({ name: 'Twice' });
    const second = await create({ name: 'Twice' });
    const find = async (more: object) => {
      const { data } = await school.octokit.rest.checks.listForRef({
        ...hello,
        ref: sha,
        check_name: 'Twice',
        ...more,
      });
      return data.check_runs.map(({ id }) => id);
    };
    expect(await find({})).toEqual([second.data.id]);
    expect(await find({ filter: 'all' })).toEqual([second.data.id, first.data.id]);
    expect(await find({ app_id: school.app.appId })).toEqual([second.data.id]);
    expect(await find({ app_id: 1 })).toEqual([]);
    expect(await find({ ref: 'work' })).toEqual([second.data.id]);
  });

  test('is changed by its own App alone', async () => {
    const { data } = await create();
    const other = school.standIn.apps.register({ name: 'Other', owner: 'tom', permissions, events: [] });
    const octokit = new Octokit({
      authStrategy: createAppAuth,
      baseUrl: school.standIn.apiUrl,
      auth: {
        appId: other.appId,
        privateKey: other.privateKey,
        installationId: school.standIn.apps.install({ appId: other.appId, account: 'school' }),
      },
    });
    octokit.log.error = () => undefined;
    await expect(
      octokit.rest.checks.update({ ...hello, check_run_id: data.id, conclusion: 'success' }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
