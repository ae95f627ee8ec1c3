import { expect, test } from 'vitest';
import { type Call, done, type Handlers } from '../../../src/intake/commands/call.ts';
import { press } from '../../../src/intake/commands/press.ts';
import { gitHubInMemory } from '../../marking/github-in-memory.ts';
import { noAnswers, noCommands } from '../../marking/no-commands.ts';
import { pullRequest, sha } from '../pulls.ts';

const STAFF = 8;

/** Staff press the button to approve on the check of a commit; resolves to what came of it, and to what the command was told. */
async function approve(headSha: string, by = { id: STAFF, login: 'grace', type: 'User' }) {
  const state = pullRequest({ headSha: sha('a') });
  const github = gitHubInMemory();
  github.push(state);
  const calls: Call[] = [];
  const handlers: Handlers = {
    ...noCommands,
    approve: (_command, call) => {
      calls.push(call);
      return Promise.resolve(done);
    },
  };
  const standing = {
    roles: new Set(['staff' as const]),
    cohort: null,
    timeZone: 'UTC',
    leave: [],
    emails: [],
  };
  const outcome = await press(
    { repositoryId: state.pull.repositoryId, number: state.pull.number, headSha, button: 'approve', by },
    { id: 'd', receivedAt: 1_000 },
    {
      pulls: { find: () => Promise.resolve({ pull: state.pull, headSha: state.headSha }) },
      reader: github.reader,
      roster: () => Promise.resolve(new Map([[STAFF, standing]])),
      answers: noAnswers,
      handlers,
    },
  );
  return { outcome, calls };
}

test('a button is pressed when GitHub tells of it, however long that has to wait here', async () => {
  const { outcome, calls } = await approve(sha('a'));
  expect(outcome).toEqual({ done: 'button approve: done' });
  expect(calls).toMatchObject([
    { comment: { createdAt: 1_000, by: { id: STAFF } }, button: { headSha: sha('a') } },
  ]);
});

test('a button is about the commit whose check it stands on', async () => {
  const { outcome, calls } = await approve(sha('b'));
  expect(outcome).toEqual({ done: 'a newer commit has replaced that one' });
  expect(calls).toEqual([]);
});

test('a button does nothing for somebody who is nobody', async () => {
  const { calls } = await approve(sha('a'), { id: 99, login: 'grace', type: 'User' });
  expect(calls).toEqual([]);
});
