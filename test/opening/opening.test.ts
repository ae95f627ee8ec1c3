import { beforeEach, describe, expect, test } from 'vitest';
import { OpeningPolicy } from '../../src/domain/course/opening-policy.ts';
import type { Standing } from '../../src/domain/people/roster.ts';
import type { Role } from '../../src/domain/people/role.ts';
import type { UnitForLearner } from '../../src/domain/unit-for-learner.ts';
import type { DueOpening, Opened, OpeningStore, WantedOpening } from '../../src/opening/opening-store.ts';
import { releaseStarter } from '../../src/opening/release.ts';
import type { RepositoryMaker } from '../../src/opening/repository-maker.ts';
import {
  checkPins,
  inviteAgain,
  openRepositories,
  type OpeningDeps,
  wantForEverybody,
} from '../../src/opening/rounds.ts';
import { whatToOpen } from '../../src/opening/what-to-open.ts';
import { smallProject } from '../marking/small-project.ts';
import { silent } from '../services/silent.ts';

const unit = (id: string, state: UnitForLearner['state'], enrichment = false): UnitForLearner => ({
  unit: { id, title: id, projects: [`${id}-one`, `${id}-two`], enrichment },
  state,
  project: { slug: `${id}-two`, title: id },
});
const never = new AbortController().signal;

describe('what is opened for a learner by itself', () => {
  test('is the project that they get of each unit that is open, once', () => {
    const units = [unit('a', 'mastered'), unit('b', 'open'), unit('c', 'waiting'), unit('d', 'open', true)];
    expect(whatToOpen(7, units, new Set())).toEqual([{ learner: 7, unit: 'b', project: 'b-two' }]);
    expect(whatToOpen(7, units, new Set(['b-two']))).toEqual([]);
    // Who works on another project of the unit already gets no second one.
    expect(whatToOpen(7, units, new Set(['b-one']))).toEqual([]);
    // Whoever was of no help with it gets the same in another story, once.
    const another = [{ learner: 7, unit: 'b', project: 'b-two' }];
    expect(whatToOpen(7, units, new Set(['b-one']), ['b-one'])).toEqual(another);
    expect(whatToOpen(7, units, new Set(['b-one', 'b-two']), ['b-one'])).toEqual([]);
  });
});

describe('the round', () => {
  let said: string[];
  let due: DueOpening[];
  let wanted: WantedOpening[];
  let failures: { why: string; againMs: number }[];
  let fails: string | null;
  let isTaken: boolean;
  let quiet: Set<number>;
  let deps: OpeningDeps;
  const standing = (...roles: Role[]): Standing => ({
    roles: new Set(roles),
    cohort: null,
    timeZone: 'UTC',
    leave: [],
    emails: [],
  });
  const step =
    <Result>(what: string, result: Result) =>
    () => {
      said.push(what);
      return fails === what ? Promise.reject(new Error(`no ${what}`)) : Promise.resolve(result);
    };

  beforeEach(() => {
    said = [];
    wanted = [];
    failures = [];
    fails = null;
    isTaken = false;
    quiet = new Set();
    due = [{ id: 1, learner: 7, unit: 'b', project: 'todo-cli', name: null, tries: 2 }];
    const made = { repositoryId: 9, owner: 'school', repo: 'todo-cli-ada', branch: 'main' };
    const maker: RepositoryMaker = {
      loginOf: step('login', 'ada'),
      make: step('make', made),
      fill: step('fill', 'f'.repeat(40)),
      invite: step('invite', 'invited' as const),
      isPinned: step('is it pinned', false),
      pin: step('pin', true),
      bring: step('bring', null),
    };
    const openings: OpeningStore = {
      want: (more) => Promise.resolve(void wanted.push(...more)),
      toLookAt: (learners) => Promise.resolve(learners.filter((each) => !quiet.has(each))),
      wanted: () => Promise.resolve(wanted),
      due: () => Promise.resolve(due),
      named: (_id, { repo }) => {
        said.push(`named ${repo}`);
        return Promise.resolve(!isTaken);
      },
      opened: (_id, { pinned }) => Promise.resolve(void said.push(pinned ? 'opened' : 'opened, unpinned')),
      failed: (_id, why, againMs) => Promise.resolve(void failures.push({ why, againMs })),
      uncheckedFor: () => Promise.resolve([{ ...opened, id: 1 }]),
      checked: (_id, pinned) => Promise.resolve(void said.push(`pinned: ${pinned}`)),
      notAccepted: () =>
        Promise.resolve([
          { ...opened, id: 1 },
          { ...opened, id: 2, learner: 70 },
        ]),
      invited: (id, came) => Promise.resolve(void said.push(`${id} ${came}`)),
      ofProject: () => Promise.resolve([]),
      released: () => Promise.resolve(),
      troubles: () => Promise.resolve([]),
    };
    deps = {
      course: {
        repositories: '{project}-{login}',
        projects: new Map([['todo-cli', smallProject]]),
        opening: OpeningPolicy.parse({ owner: 'school' }),
      },
      maker,
      openings,
      roster: () =>
        Promise.resolve(
          new Map([
            [7, standing('learner')],
            [8, standing('staff')],
          ]),
        ),
      learner: () => Promise.resolve({ units: [unit('b', 'open')], projects: [], wornOut: [] }),
      log: silent,
    };
  });

  test('wants what is open to learners, and invites nobody into a repository without its starter', async () => {
    await openRepositories(deps, never);
    expect(wanted).toEqual([{ learner: 7, unit: 'b', project: 'b-two' }]);
    expect(said).toEqual([
      'login',
      'named todo-cli-ada',
      'make',
      'fill',
      'is it pinned',
      'pin',
      'invite',
      'opened',
    ]);
  });

  test('where the school opens what is asked for, wants the first alone, for whoever has nothing to ask on', async () => {
    deps.course.opening = OpeningPolicy.parse({ owner: 'school', when: 'asked' });
    const units = [unit('b', 'open'), unit('c', 'open')];
    deps.learner = () => Promise.resolve({ units, projects: [], wornOut: [] });
    await openRepositories(deps, never);
    expect(wanted).toEqual([{ learner: 7, unit: 'b', project: 'b-two' }]);
    expect(said).toContain('opened');
    await openRepositories(deps, never);
    expect(wanted).toHaveLength(1);
    wanted = [];
    deps.learner = () => Promise.resolve({ units, projects: ['a-one'], wornOut: [] });
    await openRepositories(deps, never);
    expect(wanted).toEqual([]);
  });

  test('lets nobody into a repository that somebody else has put something into', async () => {
    deps.maker.fill = () => Promise.resolve(null);
    await openRepositories(deps, never);
    expect(said).toContain('opened, unpinned');
    expect(said).not.toContain('invite');
  });

  test('asks for nothing that is kept of learners of whom nothing came; everybody is looked at now and then', async () => {
    quiet = new Set([7]);
    due = [];
    const looked: number[] = [];
    const before = deps.learner;
    deps.learner = (id) => (looked.push(id), before(id));
    await openRepositories(deps, never);
    expect([looked, wanted]).toEqual([[], []]);
    await wantForEverybody(deps, never);
    expect(looked).toEqual([7]);
    expect(wanted).toHaveLength(1);
    expect(said).toEqual([]);
  });

  test('puts no rule where somebody else has put something, and sees whether there is one', async () => {
    deps.maker.fill = () => Promise.resolve(null);
    deps.maker.isPinned = () => Promise.resolve(true);
    await openRepositories(deps, never);
    expect(said).toContain('opened');
    expect(said).not.toContain('pin');
  });

  test('invites anew whoever has not come in, as long as they are in the school', async () => {
    await inviteAgain(deps, never);
    expect(said).toEqual(['login', 'invite', '1 invited']);
    fails = 'invite';
    said = [];
    await inviteAgain(deps, never);
    expect(said).toEqual(['login', 'invite']);
  });

  test('makes none for somebody who is not in the school any more, and one when they come back', async () => {
    const before = deps.roster;
    deps.roster = async () =>
      new Map([...(await before())].filter(([id]) => id !== 7).concat([[9, standing('learner')]]));
    await openRepositories(deps, never);
    expect(said).toEqual([]);
    expect(failures).toEqual([]);
    deps.roster = before;
    await openRepositories(deps, never);
    expect(said).toContain('opened');
  });

  test('lets nobody into a repository of the same name that is somebody else’s', async () => {
    isTaken = true;
    await openRepositories(deps, never);
    expect(said).toEqual(['login', 'named todo-cli-ada']);
    expect(failures).toMatchObject([{ why: "the repository that it would be is somebody else's" }]);
  });

  test('keeps the name that was chosen, whatever the learner is called by now', async () => {
    due = [{ ...due[0]!, name: { owner: 'school', repo: 'todo-cli-before' } }];
    await openRepositories(deps, never);
    expect(said.filter((each) => each.startsWith('named'))).toEqual([]);
  });

  test.each(['login', 'make', 'fill', 'is it pinned', 'pin', 'invite'])(
    'that fails at "%s" is gone on with later, and holds up no other',
    async (what) => {
      fails = what;
      due = [...due, { ...due[0]!, id: 2 }];
      await openRepositories(deps, never);
      expect(failures).toEqual(Array(2).fill({ why: `no ${what}`, againMs: 240_000 }));
      expect(said).not.toContain('opened');
      fails = null;
      await openRepositories(deps, never);
      expect(said).toContain('opened');
    },
  );

  test('sees whether a repository still requires our check', async () => {
    await checkPins(deps, never);
    expect(said).toEqual(['is it pinned', 'pinned: false']);
  });
});

const opened: Opened = {
  id: 1,
  learner: 7,
  unit: 'b',
  project: 'todo-cli',
  repositoryId: 9,
  owner: 'school',
  repo: 'todo-cli-ada',
  branch: 'main',
  starterSha: 'a'.repeat(40),
};

test('a mended starter goes to those who are still at work on it, from the starter that each of them got', async () => {
  const all: Opened[] = [
    opened,
    { ...opened, id: 2, learner: 8, repo: 'todo-cli-bo' },
    { ...opened, id: 3, learner: 9, repo: 'todo-cli-chidi', starterSha: null },
    { ...opened, id: 4, learner: 10, repo: 'todo-cli-dana' },
    { ...opened, id: 5, learner: 11, repo: 'todo-cli-ed' },
  ];
  const noted: [number, string][] = [];
  const broken = new Error('GitHub is away');
  const released = await releaseStarter(
    smallProject,
    {
      openings: {
        ofProject: () => Promise.resolve(all),
        released: (id, sha) => Promise.resolve(void noted.push([id, sha])),
      },
      maker: {
        bring: ({ repo }, { base }) => {
          expect(base).toBe(opened.starterSha);
          if (repo === 'todo-cli-dana') return Promise.reject(broken);
          return Promise.resolve(repo === 'todo-cli-ed' ? null : { commit: 'b'.repeat(40), number: 3 });
        },
      },
      progress: (learner) =>
        Promise.resolve([
          { project: 'todo-cli', decision: learner === 8 ? 'mastered' : 'not-yet', callsStaff: false },
        ]),
    },
    never,
  );
  expect(released.map(({ repo, what }) => `${repo}: ${what}`)).toEqual([
    'todo-cli-ada: offered',
    'todo-cli-bo: mastered',
    'todo-cli-chidi: other-starter',
    'todo-cli-dana: failed',
    'todo-cli-ed: up-to-date',
  ]);
  expect(noted).toEqual([[1, 'b'.repeat(40)]]);
});
