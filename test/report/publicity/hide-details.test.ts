import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { publicityRound } from '../../../src/compose/publicity.ts';
import { githubError } from '../../../src/domain/errors/github.ts';
import type {
  PullRequestWriter,
  WrittenCheck,
  WrittenComment,
} from '../../../src/report/pull-request-writer.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import { recheckResult } from '../../../src/report/render/recheck.ts';
import { runs } from '../../../src/adapters/postgres/schema.ts';
import { pullRequest, sha, sighting } from '../../intake/pulls.ts';
import { notYet } from '../../marking/markings.ts';
import { smallProject } from '../../marking/small-project.ts';
import { freshPglite } from '../../services/pglite.ts';
import { silent } from '../../services/silent.ts';

const SECRET = 'expected 2 but got 3';
const REPORT = '<!-- touchstone:report -->';
const ada: PullRequestState = pullRequest();
const elsewhere: PullRequestState = { ...ada, pull: { ...ada.pull, repositoryId: 101 } };

let connection: Connection;
let database: Database;
let comments: Map<number, WrittenComment[]>;
let checks: Map<number, WrittenCheck>;
let failing: Error | null;
let newest: number;

beforeEach(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection);
  failing = null;
  newest = 100;
  const both = [ada.pull.repositoryId, elsewhere.pull.repositoryId];
  comments = new Map(
    both.map((repository) => [
      repository,
      [
        { id: 1, body: `${REPORT}\n\n${SECRET}` },
        { id: 2, body: `<!-- touchstone:answer 7 -->\n\n${SECRET}` },
        { id: 3, body: `<!-- touchstone:review-hint 8 -->\n\n${SECRET}` },
      ],
    ]),
  );
  checks = new Map(
    both.map((repository) => [
      repository,
      {
        id: 9,
        status: 'completed',
        conclusion: 'failure',
        title: SECRET,
        summary: SECRET,
        text: SECRET,
        annotations: 0,
      },
    ]),
  );
});
afterEach(() => database.close());

/** Two pull requests of ours as GitHub has them. */
const writer: Pick<
  PullRequestWriter,
  'checks' | 'updateCheck' | 'comments' | 'createComment' | 'deleteComment'
> = {
  checks: ({ repositoryId }) =>
    Promise.resolve([checks.get(repositoryId)].filter((check) => check !== undefined)),
  updateCheck: ({ repositoryId }, id, { status, conclusion, title, summary, text }) => {
    if (failing !== null && repositoryId === ada.pull.repositoryId) return Promise.reject(failing);
    checks.set(repositoryId, { id, status, conclusion, title, summary, text, annotations: 0 });
    return Promise.resolve();
  },
  comments: ({ repositoryId }) => Promise.resolve([...(comments.get(repositoryId) ?? [])]),
  createComment: ({ repositoryId }, body) => {
    newest += 1;
    comments.get(repositoryId)?.push({ id: newest, body });
    return Promise.resolve();
  },
  deleteComment: ({ repositoryId }, id) => {
    comments.set(
      repositoryId,
      (comments.get(repositoryId) ?? []).filter((comment) => comment.id !== id),
    );
    return Promise.resolve();
  },
};

const round = (projects = new Map([['todo-cli', smallProject]])) =>
  publicityRound({ projects }, database, { writer: writer as PullRequestWriter }, silent).work(
    new AbortController().signal,
  );
const all = (repository = ada.pull.repositoryId): string =>
  JSON.stringify([comments.get(repository), checks.get(repository)]);

const told = async (state: PullRequestState = ada) => {
  const { started } = await database.pulls.see(sighting(state, Date.now()));
  if (started === null) throw new Error('no run');
  await database.runs.take(started, 'token');
  await database.runs.marked(started, 'token', notYet());
  await database.runs.published(started, 'token');
};

test('what was said is said anew, as GitHub shows what an edited comment said before; nothing else of ours is left', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round();
  expect(all()).not.toContain(SECRET);
  expect(comments.get(ada.pull.repositoryId)).toEqual([
    { id: 101, body: expect.stringContaining('Everybody can see this repository') as string },
  ]);
  // Heard of twice, it is no news.
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round();
  expect(comments.get(ada.pull.repositoryId)?.map(({ id }) => id)).toEqual([101]);
});

test('what the course has no more is cut, too', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round(new Map());
  expect(all()).not.toContain(SECRET);
  expect(checks.get(ada.pull.repositoryId)?.conclusion).toBe('failure');
});

test('one that GitHub refuses holds up no other, and is tried again', async () => {
  await told();
  await told(elsewhere);
  for (const { pull } of [ada, elsewhere]) await database.publicity.setPublic(pull.repositoryId, true);
  failing = githubError('github.refused', { call: 'PATCH check', status: 422, seen: 'no' });
  await round();
  expect(all(elsewhere.pull.repositoryId)).not.toContain(SECRET);
  expect(all()).toContain(SECRET);
  failing = null;
  await round();
  expect(all()).not.toContain(SECRET);
});

test('while GitHub is away the round is tried again', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  failing = githubError('github.unavailable', { call: 'PATCH check', seen: 'it answered 502' });
  await expect(round()).rejects.toThrow('it answered 502');
  expect(await database.publicity.toHide()).toHaveLength(1);
});

test('where everybody could see it from the start, nothing is said twice', async () => {
  await told({ ...ada, isPublic: true });
  expect(await database.publicity.toHide()).toEqual([]);
});

test('of a re-check it is said what it is, also where everybody can see it', async () => {
  await told();
  const [run] = await connection.rows.select({ submissionId: runs.submissionId }).from(runs);
  const id = await database.rechecks.begin(run?.submissionId ?? 0, 0);
  await database.rechecks.offered(id, { file: 'a.js', line: 1, before: 'x', after: 'y' });
  const bug = {
    ...pullRequest({ headSha: sha('b'), recheck: id, byApp: true }),
    pull: elsewhere.pull,
  };
  await told(bug);
  await database.publicity.setPublic(elsewhere.pull.repositoryId, true);
  await round();
  const said = all(elsewhere.pull.repositoryId);
  expect(said).toContain('Everybody can see this repository');
  expect(said).not.toContain('/touchstone appeal');
  expect(checks.get(elsewhere.pull.repositoryId)?.title).toBe(recheckResult(false, smallProject).title);
});
