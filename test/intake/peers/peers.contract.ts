import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import { rosterOf } from '../../../src/domain/people/roster.ts';
import type { DecisionName } from '../../../src/domain/course/decision.ts';
import { BUSY } from '../../../src/intake/again.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import { askAgain } from '../../../src/intake/peers/ask-again.ts';
import { hearReview } from '../../../src/intake/peers/hear-review.ts';
import type { HeardReview } from '../../../src/intake/peers/peer-work.ts';
import { tendAll, tendPeers, type TendDeps } from '../../../src/intake/peers/tend.ts';
import { notYet } from '../../marking/markings.ts';
import { smallProject } from '../../marking/small-project.ts';
import { silent } from '../../services/silent.ts';
import { askedGitHub } from './asked-github.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../pulls.ts';

const minute = 60_000;
const hour = 60 * minute;

const [ada, bo, chidi, dana, grace] = [5, 11, 12, 13, 99] as const;
const loginOf = (id: number) =>
  ({ 5: 'ada', 11: 'bo', 12: 'chidi', 13: 'dana', 99: 'grace' })[id] ?? `p${id}`;

const { rubric } = smallProject;
const project = {
  ...smallProject,
  rubric: Rubric.parse({ ...rubric, review: { staff: 'always', peers: 2 } }),
};

/** What every database must do for peers; `connect` gives a migrated one that nobody else uses. */
export function peersContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: 0, now: () => clock.at };
    const github = askedGitHub();
    const hints: string[] = [];
    const person = (id: number, ...roles: Role[]) => ({
      id,
      login: loginOf(id),
      roles,
      leave: [],
      emails: [] as string[],
    });
    const people = [
      person(ada, 'learner'),
      person(bo, 'learner'),
      person(chidi, 'tutor'),
      person(dana, 'learner'),
      person(grace, 'staff'),
    ];
    const roster = rosterOf({ people, cohorts: [], timeZone: 'UTC' });
    let deps: TendDeps;

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock });
      deps = {
        reader: github.reader,
        peers: database.peers,
        reviewRequests: github.reviewRequests(loginOf),
        roster: () => Promise.resolve(roster),
        project: () => project,
        calendar: { weekend: [], holidays: () => [] },
        log: silent,
      };
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });
    beforeEach(async () => {
      clock.at = Date.parse('2026-03-02T09:00:00Z');
      await opened.connection.rows.delete(schema.pullRequests);
      github.forget();
      hints.length = 0;
    });

    const said = async (run: number) => {
      await database.runs.published(run, `t${run}`);
      return null;
    };
    const marked = async (state: PullRequestState, decision: DecisionName, met = true) => {
      clock.at += minute;
      const { started } = await database.pulls.see(sighting(state, clock.at));
      if (started === null) throw new Error('nothing was started');
      await database.runs.take(started, `t${started}`);
      const marking = notYet();
      await database.runs.marked(started, `t${started}`, {
        ...marking,
        decision,
        stages: marking.stages.map((stage) => ({ ...stage, met })),
      });
      await said(started);
    };
    const mastered = (id: number, decision: DecisionName = 'mastered') =>
      marked(pullRequestIn(1000 + id, { learner: { id, login: loginOf(id) } }), decision);
    const everybodyMastered = async () => {
      for (const id of [bo, chidi, dana, grace]) await mastered(id);
    };
    const waits = async (change: Partial<PullRequestState> = {}) => {
      github.state = pullRequest(change);
      await marked(github.state, 'awaiting-review');
    };
    const tend = (how: Parameters<typeof tendPeers>[1] = {}) => {
      clock.at += 1_000;
      return tendPeers(pullRequest().pull, how, deps);
    };
    /** What is said next, and by which run. */
    const next = async () => {
      clock.at += minute;
      const [run] = await opened.connection.rows
        .select({ id: schema.runs.id, cause: schema.runs.cause })
        .from(schema.runs)
        .where(and(eq(schema.runs.phase, 'publishing')))
        .limit(1);
      if (run === undefined) return null;
      const taken = await database.runs.take(run.id, `t${run.id}`);
      await said(run.id);
      return { cause: run.cause, peers: taken?.peers ?? null };
    };
    const requests = async () => {
      const all = await opened.connection.rows
        .select()
        .from(schema.peerRequests)
        .orderBy(asc(schema.peerRequests.id));
      return all.map(({ peerId, state }) => `${loginOf(peerId)} ${state}`).toSorted();
    };
    const hear = (by: number, change: Partial<HeardReview> = {}) => {
      return hearReview(
        pullRequest().pull,
        {
          id: 7000 + by,
          by: { id: by, login: loginOf(by), type: 'User' },
          says: 'approved',
          sha: sha('a'),
          body: 'I tried it with an empty list, and it says so.',
          at: (clock.at += minute),
          ...change,
        },
        {
          ...deps,
          hints: {
            hint: (_pull, to, lack) => {
              hints.push(`${to.login}: ${lack.what}`);
              return Promise.resolve();
            },
          },
        },
      );
    };
    const staffSay = async (id: number, says: 'mastered' | 'not-yet', headSha = sha('a')) => {
      clock.at += minute;
      const work = await database.signOffs.markedWork(100, 7, headSha);
      if (work === null) throw new Error('nothing was marked');
      const by = { id: grace, login: 'grace', type: 'User' };
      expect(
        await database.signOffs.keep(
          work,
          { by, says, why: 'Because.', at: clock.at },
          { kind: 'review', id },
        ),
      ).toBe('kept');
      await next();
    };

    test('as many are asked as the rubric says, of those who have mastered it, and it is said', async () => {
      await everybodyMastered();
      await waits();
      expect(await tend()).toMatchObject({ asked: 2 });
      expect(github.requested.size).toBe(2);
      expect([...github.requested].every((id) => [bo, chidi, dana].includes(id as 11))).toBe(true);
      expect(await next()).toEqual({
        cause: 'peers',
        peers: { looking: [...github.requested].map(loginOf), replaced: [], said: [] },
      });
      // Once: nothing is to do then, and nothing to say.
      expect(await tend({ thorough: true })).toMatchObject({ asked: 0 });
      expect(await next()).toBeNull();
    });

    test('nobody is asked of whom a person has said: not yet, but who is said to have mastered it is', async () => {
      await mastered(bo);
      await mastered(chidi, 'not-yet');
      const last = async (id: number, says: 'mastered' | 'not-yet') => {
        clock.at += minute;
        const work = await database.signOffs.markedWork(1000 + id, 7, sha('a'));
        const by = { id: grace, login: 'grace', type: 'User' };
        await database.signOffs.keep(work!, { by, says, why: 'Why.', at: clock.at }, { kind: 'review', id });
        await next();
      };
      await last(bo, 'not-yet');
      await last(chidi, 'mastered');
      await waits();
      await tend();
      expect(await requests()).toEqual(['chidi open']);
    });

    test('nobody is asked while it is not ready, or where a person alone would find it is not', async () => {
      await everybodyMastered();
      await marked(pullRequest(), 'not-yet', false);
      await tend();
      await marked(pullRequest({ headSha: sha('b') }), 'awaiting-review', false);
      github.state = pullRequest({ headSha: sha('b') });
      await tend({ thorough: true });
      expect(await requests()).toEqual([]);
    });

    test('where nobody can be asked, staff go on without, and nothing is said', async () => {
      await waits();
      expect(await tend({ thorough: true })).toEqual({ done: '0 peers asked', asked: 0 });
      expect(await next()).toBeNull();
      expect(await database.waiting.waiting()).toHaveLength(1);
    });

    test('a worker that dies after asking leaves nobody asked twice, and nobody forgotten', async () => {
      await everybodyMastered();
      await waits();
      github.dies = true;
      await expect(tend()).rejects.toThrow('dies');
      expect(await requests()).toHaveLength(2);
      github.dies = false;
      await tend();
      expect(github.requested.size).toBe(2);
      expect((await requests()).every((each) => each.endsWith('open'))).toBe(true);
    });

    test('several workers at once ask no more than one would', async () => {
      await everybodyMastered();
      await waits();
      await Promise.all([tend(), tend({ thorough: true }), tend(), tend({ thorough: true })]);
      expect(github.requested.size).toBe(2);
      expect(await requests()).toHaveLength(2);
    });

    test('who may not be asked there makes room for the next', async () => {
      await everybodyMastered();
      await waits();
      github.noReviewers = new Set([bo]);
      await tend();
      expect(await requests()).toEqual(['bo refused', 'chidi open', 'dana open']);
    });

    test('who had a hand in the work is not asked, nor kept on', async () => {
      await everybodyMastered();
      await waits();
      github.makers = [{ id: bo, email: '' }];
      await tend();
      expect(await requests()).toEqual(['chidi open', 'dana open']);
      github.makers = [{ id: null, email: `${chidi}+chidi@users.noreply.github.com` }];
      await tend({ thorough: true });
      expect(await requests()).toEqual(['bo open', 'chidi withdrawn', 'dana open']);
      expect(github.requested).toEqual(new Set([bo, dana]));
    });

    test('a push keeps what is open, and is looked at before anybody is asked about it', async () => {
      await everybodyMastered();
      await waits();
      // Somebody has pushed since, and we have yet to hear of it.
      github.state = pullRequest({ headSha: sha('b') });
      await tend();
      expect(await requests()).toEqual([]);
      await waits({ headSha: sha('b') });
      await tend();
      const asked = await requests();
      await next();
      await waits({ headSha: sha('c') });
      await tend({ thorough: true });
      expect(await requests()).toEqual(asked);
      expect(github.asked).toHaveLength(2);
      // Nobody can look at what a push has broken: once it is mended, they have two days anew.
      await marked(pullRequest({ headSha: sha('d') }), 'not-yet');
      clock.at += 80 * hour;
      await waits({ headSha: sha('e') });
      await tend();
      expect(await requests()).toEqual(asked);
    });

    test('who has not answered within 48 hours is replaced, thanked, and welcome later on', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      await next();
      const [first, second] = [...github.requested] as [number, number];
      await hear(second, { sha: sha('a') });
      await next();
      clock.at += 48 * hour - 30 * minute;
      await tendAll(['todo-cli'], deps, new AbortController().signal);
      expect(github.takenBack).toEqual([]);
      clock.at += hour;
      await tendAll(['todo-cli'], deps, new AbortController().signal);
      expect(github.takenBack).toEqual([first]);
      const third = [bo, chidi, dana].find((id) => id !== first && id !== second)!;
      expect(github.requested).toEqual(new Set([second, third]));
      expect(await next()).toMatchObject({
        peers: { looking: [loginOf(third)], replaced: [loginOf(first)], said: [{ by: loginOf(second) }] },
      });
      await hear(first);
      expect(await next()).toMatchObject({ peers: { replaced: [], said: [{}, { by: loginOf(first) }] } });
    });

    test('after ‘not yet’ those who have not answered are asked again, and those who have are not', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      await next();
      const [first, second] = [...github.requested] as [number, number];
      await hear(first);
      await next();
      await staffSay(1, 'not-yet');
      clock.at += 60 * hour;
      await tend({ thorough: true });
      expect(github.takenBack).toEqual([]);
      await waits({ headSha: sha('b') });
      await tend({ thorough: true });
      expect(github.asked).toEqual([first, second, second]);
      expect(await requests()).toEqual([`${loginOf(first)} answered`, `${loginOf(second)} open`].toSorted());
      clock.at += 47 * hour;
      await tend();
      expect(github.takenBack).toEqual([]);
    });

    test('another round is had by asking for it, with others, when nobody is looking', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      const [first, second] = [...github.requested] as [number, number];
      expect(await tend({ again: true })).toMatchObject({ asked: 0 });
      await next();
      await hear(first);
      await next();
      await hear(second);
      await next();
      expect(await tend()).toMatchObject({ asked: 0 });
      expect(await tend({ again: true })).toMatchObject({ asked: 1 });
      const third = [bo, chidi, dana].find((id) => id !== first && id !== second)!;
      expect(github.asked).toEqual([first, second, third]);
    });

    test('the command asks where it can, and says why it cannot', async () => {
      const ask = async (byStaff = false) => {
        clock.at += minute;
        const came = await askAgain(pullRequest().pull, { byStaff }, deps);
        return 'came' in came ? came.came : came.again;
      };
      expect(await ask()).toBe('not-ready');
      await waits();
      expect(await ask()).toBe('nobody');
      await everybodyMastered();
      expect(await ask()).toBe('asked');
      await next();
      expect(await ask()).toBe('looking');
      for (const id of github.requested) {
        await hear(id);
        await next();
      }
      expect(await ask()).toBe('said');
      expect(await ask(true)).toBe('asked');
      await next();
      expect(github.asked).toHaveLength(3);
      deps.project = () => smallProject;
      expect(await ask()).toBe('not-wanted');
      deps.project = () => project;
      await staffSay(1, 'mastered');
      expect(await ask()).toBe('over');
    });

    test('the queue knows that peers are looking, and for how long it has waited in all', async () => {
      await everybodyMastered();
      await waits();
      const since = clock.at;
      clock.at += hour;
      await tend();
      const until = clock.at + 48 * hour;
      await next();
      const [first] = [...github.requested] as [number];
      await hear(first);
      await next();
      expect(await database.waiting.waiting()).toMatchObject([
        { since, waitsFor: 'sign-off', peers: { looking: 1, until, said: 1 } },
      ]);
    });

    test('when it is signed off or closed, nobody has to look any more', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      await next();
      await staffSay(1, 'mastered');
      await tendAll(['todo-cli'], deps, new AbortController().signal);
      expect(github.requested).toEqual(new Set());
      expect((await requests()).every((each) => each.endsWith('withdrawn'))).toBe(true);
      // What was taken back is not taken back again.
      await tend({ thorough: true });
      expect(github.takenBack).toHaveLength(2);
    });

    test('a peer’s review is kept once, settles the request, and is said; it decides nothing', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      await next();
      const [first] = [...github.requested] as [number];
      expect(await hear(first, { says: 'changes-requested' })).toEqual({ done: "a peer's review was kept" });
      expect((await next())?.peers?.said).toEqual([
        {
          by: loginOf(first),
          says: 'changes-requested',
          words: 'I tried it with an empty list, and it says so.',
          ofThisCommit: true,
        },
      ]);
      await hear(first, { says: 'changes-requested' });
      expect(await opened.connection.rows.select().from(schema.reviews)).toHaveLength(1);
      expect(await next()).toBeNull();
      expect((await database.waiting.waiting()).map(({ waitsFor }) => waitsFor)).toEqual(['sign-off']);
      expect(hints).toEqual([]);
    });

    test('a review waits while something else is being said, and is not lost', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      expect(await hear(bo)).toEqual(BUSY);
      await next();
      expect(await hear(bo)).toEqual({ done: "a peer's review was kept" });
      expect((await next())?.peers?.said).toHaveLength(1);
    });

    test('whoever has not mastered it, had a hand in it, is its author or unknown, is not listened to', async () => {
      await mastered(bo);
      await waits();
      github.makers = [{ id: bo, email: '' }];
      for (const by of [ada, bo, chidi, 4711]) expect(await hear(by)).toEqual({ done: null });
      await mastered(dana);
      deps.project = () => smallProject;
      expect(await hear(dana)).toEqual({ done: null });
      deps.project = () => project;
      expect(await hear(dana, { by: { id: dana, login: 'dana', type: 'Bot' } })).toEqual({ done: null });
      expect(await opened.connection.rows.select().from(schema.reviews)).toEqual([]);
    });

    test('a peer who gives no reason is asked for one; who has given some before is not', async () => {
      await everybodyMastered();
      await waits();
      await hear(bo, { body: 'LGTM' });
      await next();
      expect(hints).toEqual(['bo: reason']);
      await hear(chidi, { id: 1, body: 'Use a map.', says: 'changes-requested' });
      await next();
      expect(hints).toEqual(['bo: reason', 'chidi: question']);
      await hear(chidi, { id: 2, body: 'It reads better, because the name says what it holds.' });
      await next();
      await hear(chidi, { id: 3, body: 'LGTM' });
      expect(hints).toHaveLength(2);
      github.remarks = ['What happens when the list is empty?'];
      await hear(dana, { body: null });
      expect(hints).toHaveLength(2);
    });

    test('of a member of staff it is kept for them alone, and shown to nobody else', async () => {
      await everybodyMastered();
      await waits();
      expect(await hear(grace, { body: 'LGTM' })).toEqual({ done: null });
      expect(hints).toEqual([]);
      expect(await next()).toBeNull();
      const since = clock.at - hour;
      expect(await database.peers.notesFor('Grace', since)).toMatchObject([
        { lacks: 'reason', words: 'LGTM', pull: { number: 7 } },
      ]);
      expect(await database.peers.notesFor('bo', since)).toEqual([]);
      expect(await database.peers.notesFor('grace', clock.at + 1)).toEqual([]);
    });

    test('a peer who looks without being asked fills a place, so that nobody is asked in the place of one who does not answer', async () => {
      await everybodyMastered();
      await waits();
      await tend();
      const [first, second] = [...github.requested];
      const unasked = [bo, chidi, dana].find((id) => id !== first && id !== second)!;
      await next();
      await hear(unasked);
      await next();
      await hear(first!);
      await next();
      clock.at += 49 * hour;
      expect(await tend({ thorough: true })).toMatchObject({ asked: 0 });
      expect((await requests()).filter((each) => each.endsWith('answered'))).toHaveLength(2);
    });
  });
}
