import { describe, expect, test } from 'vitest';
import type { CommandReply } from '../../../src/domain/command-reply.ts';
import { done, type Handlers } from '../../../src/intake/commands/call.ts';
import { type CommandName, COMMANDS } from '../../../src/intake/commands/command.ts';
import { obey } from '../../../src/intake/commands/obey.ts';
import { DEEDS } from '../../../src/domain/people/rights.ts';
import type { Roster, Standing } from '../../../src/domain/people/roster.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import { gitHubInMemory } from '../../marking/github-in-memory.ts';
import { noAnswers } from '../../marking/no-commands.ts';
import { pullRequest } from '../pulls.ts';

const standing = (...roles: Role[]): Standing => ({
  roles: new Set(roles),
  cohort: null,
  timeZone: 'UTC',
  leave: [],
  emails: [],
});
/** Ada is the learner of the pull request; whoever is not here is nobody. */
const ADA = 5;
const people: Record<string, { id: number; roles: Role[] }> = {
  'the learner whose it is': { id: ADA, roles: ['learner'] },
  'another learner': { id: 6, roles: ['learner'] },
  'a tutor': { id: 7, roles: ['tutor'] },
  'a member of staff': { id: 8, roles: ['staff'] },
  'a lead': { id: 9, roles: ['lead'] },
  'somebody unknown': { id: 10, roles: [] },
};
const roster: Roster = new Map(
  Object.values(people).flatMap(({ id, roles }) =>
    roles.length === 0 ? [] : [[id, standing(...roles)] as const],
  ),
);

/** As it is typed, with what belongs behind it. */
const TYPED: Record<CommandName, string> = {
  help: 'help',
  mark: 'mark',
  explain: 'explain total',
  approve: 'approve',
  'request-changes': 'request-changes A name says what it is for.',
  'request-review': 'request-review',
  appeal: 'appeal The brief says otherwise.',
  challenge: 'challenge loops',
  start: 'start loops',
  retake: 'retake',
  leave: 'leave 2026-09-01 2026-09-14',
  claim: 'claim',
  snooze: 'snooze 2026-09-01 Waits for the meeting.',
  session: 'session 30 total',
  useful: 'useful yes',
};

async function say(by: number, body: string, learner = ADA) {
  const given: string[] = [];
  const said: { sign: boolean; replies: readonly CommandReply[] }[] = [];
  const handlers = Object.fromEntries(
    Object.keys(COMMANDS).map((name) => [
      name,
      () => {
        given.push(name);
        return Promise.resolve(done);
      },
    ]),
  ) as unknown as Handlers;
  const state = pullRequest({ learner: { id: learner, login: 'ada' } });
  const github = gitHubInMemory();
  github.push(state);
  await obey(state.pull, { id: 1, by: { id: by, login: 'x', type: 'User' }, body, createdAt: 0 }, 'd', {
    reader: github.reader,
    roster: () => Promise.resolve(roster),
    answers: {
      ...noAnswers,
      answer: (_pull, _comment, { done: sign, replies }) =>
        Promise.resolve(void said.push({ sign, replies })),
    },
    handlers,
  });
  return { given, said };
}

const everybody = Object.entries(people).flatMap(([who, { id, roles }]) =>
  (Object.keys(COMMANDS) as CommandName[]).map((name) => {
    const whose: readonly string[] = DEEDS[name];
    const isStaff = roles.includes('staff') || roles.includes('lead');
    const may = (id === ADA && whose.includes('learner')) || (isStaff && whose.includes('staff'));
    return [name, who, may, id] as const;
  }),
);

describe('whose a command is', () => {
  test.each(everybody)('%s, by %s: %s', async (name, _who, may, id) => {
    const { given, said } = await say(id, `/touchstone ${TYPED[name]}`);
    expect(given).toEqual(may ? [name] : []);
    expect(said).toHaveLength(1);
    expect(said[0]?.sign).toBe(may);
    // Whoever the course knows is told whose it is; whoever nobody knows gets a sign alone.
    const hasRights = id !== 10;
    const reply = { kind: 'not-yours', usage: COMMANDS[name].usage, whose: DEEDS[name] };
    expect(said[0]?.replies).toEqual(may || !hasRights ? [] : [reply]);
  });

  test.each(Object.keys(COMMANDS) as CommandName[])(
    'a pull request of one’s own gives nobody a right in a school that does not know them: %s',
    async (name) => {
      const { given, said } = await say(10, `/touchstone ${TYPED[name]}`, 10);
      expect(given).toEqual([]);
      expect(said).toEqual([{ sign: false, replies: [] }]);
    },
  );

  test('a wrong one gets the nearest, and nothing is done', async () => {
    for (const [typed, nearest] of [
      ['apeal why', 'appeal'],
      ['sesion 30 x', 'session'],
      ['chalenge loops', 'challenge'],
      ['claims', 'claim'],
    ]) {
      const { given, said } = await say(8, `/touchstone ${typed ?? ''}`);
      expect(given).toEqual([]);
      expect(said[0]).toMatchObject({
        sign: false,
        replies: [{ kind: 'unknown', nearest: { usage: COMMANDS[nearest as CommandName].usage } }],
      });
    }
  });
});
