import { expect, test } from 'vitest';
import type { CommandReply } from '../../../src/domain/command-reply.ts';
import type { Standing } from '../../../src/domain/people/roster.ts';
import { type Call, done, type Handlers } from '../../../src/intake/commands/call.ts';
import { COMMANDS } from '../../../src/intake/commands/command.ts';
import { press } from '../../../src/intake/commands/press.ts';
import { gitHubInMemory } from '../../marking/github-in-memory.ts';
import { noAnswers, noCommands } from '../../marking/no-commands.ts';
import { pullRequest, sha } from '../pulls.ts';

const STAFF = 8;
const TUTOR = 9;

/** Staff press the button to approve on the check of a commit; resolves to what came of it, and to what the command was told. */
async function approve(headSha: string, by = { id: STAFF, login: 'grace', type: 'User' }) {
  const state = pullRequest({ headSha: sha('a') });
  const github = gitHubInMemory();
  github.push(state);
  const calls: Call[] = [];
  const told: CommandReply[] = [];
  const handlers: Handlers = {
    ...noCommands,
    approve: (_command, call) => {
      calls.push(call);
      return Promise.resolve(done);
    },
  };
  const standing: Standing = {
    roles: new Set(['staff']),
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
      roster: () =>
        Promise.resolve(
          new Map([
            [STAFF, standing],
            [TUTOR, { ...standing, roles: new Set(['tutor']) }],
          ]),
        ),
      answers: {
        ...noAnswers,
        tell: (_pull, _id, replies) => Promise.resolve(void told.push(...replies)),
      },
      handlers,
    },
  );
  return { outcome, calls, told };
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
  const { calls, told } = await approve(sha('a'), { id: 99, login: 'grace', type: 'User' });
  expect(calls).toEqual([]);
  expect(told).toEqual([]);
});

test('a button says whose it is to somebody of the school whose it is not', async () => {
  const { outcome, calls, told } = await approve(sha('a'), { id: TUTOR, login: 'tess', type: 'User' });
  expect(outcome).toEqual({ done: 'button approve: not done' });
  expect(calls).toEqual([]);
  expect(told).toEqual([{ kind: 'not-yours', usage: COMMANDS.approve.usage, whose: ['staff'] }]);
});
