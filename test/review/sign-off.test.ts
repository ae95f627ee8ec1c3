import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Person } from '../../src/domain/people/person.ts';
import { rosterOf } from '../../src/domain/people/roster.ts';
import { coAuthors, hadAHand } from '../../src/review/involved.ts';
import { refusalOf, type Verdict, type Work } from '../../src/review/sign-off.ts';

const [LEARNER, STAFF, LEAD, TUTOR, PEER, STRANGER] = [1, 2, 3, 4, 5, 6];
const person = (id: number, roles: string[]) => Person.parse({ id, login: `person-${id}`, roles });
const roster = rosterOf({
  timeZone: 'UTC',
  cohorts: [],
  people: [
    person(LEARNER, ['learner']),
    person(STAFF, ['staff']),
    person(LEAD, ['lead']),
    person(TUTOR, ['tutor', 'learner']),
    person(PEER, ['learner']),
  ],
});

const sha = (letter: string) => letter.repeat(40);
const work: Work = {
  open: true,
  draft: false,
  headSha: sha('a'),
  author: LEARNER,
  makers: [{ id: LEARNER, email: 'ada@example.org' }],
  forkOwner: null,
  isShared: false,
  found: 'awaiting-review',
};
const approval: Verdict = {
  by: { id: STAFF, login: 'person-2', type: 'User' },
  says: 'mastered',
  sha: sha('a'),
  why: null,
  at: 0,
};
const by = (id: number, type = 'User'): Partial<Verdict> => ({ by: { id, login: `person-${id}`, type } });

describe('a verdict is taken', () => {
  test.each<[string, Partial<Verdict>, Partial<Work>]>([
    ['of staff, where the machine has left it to them', {}, {}],
    ['of a lead', by(LEAD), {}],
    ['of staff who say what the machine says', {}, { found: 'mastered' }],
    [
      'of staff against the machine, with a reason',
      { why: 'The hidden test is wrong.' },
      { found: 'not-yet' },
    ],
    ['that it is not yet there, with a reason', { says: 'not-yet', why: 'Who reads this?' }, {}],
    [
      'that it is not yet there, of a commit that another learner has handed in as well',
      { says: 'not-yet', why: 'Whose is it?' },
      { isShared: true },
    ],
  ])('%s', (_which, verdict, state) => {
    expect(refusalOf({ ...approval, ...verdict }, { ...work, ...state }, roster)).toBeNull();
  });
});

describe('a verdict is refused', () => {
  test.each<[string, Partial<Verdict>, Partial<Work>, string]>([
    ['of the learner themselves', by(LEARNER), {}, 'not-staff'],
    ['of a peer', by(PEER), {}, 'not-staff'],
    ['of a tutor', by(TUTOR), {}, 'not-staff'],
    ['of somebody whom nobody knows, such as a second account', by(STRANGER), {}, 'unknown-person'],
    ['of an App', by(STAFF, 'Bot'), {}, 'not-a-person'],
    ['of an organisation', by(STAFF, 'Organization'), {}, 'not-a-person'],
    ['of staff on their own pull request', {}, { author: STAFF, makers: [] }, 'own-work'],
    [
      'of staff who made one of the commits',
      {},
      { makers: [{ id: STAFF, email: 'x@example.org' }] },
      'had-a-hand-in-it',
    ],
    [
      'of staff whose address stands in one of the commits',
      {},
      { makers: [{ id: null, email: '2+staff@users.noreply.github.com' }] },
      'had-a-hand-in-it',
    ],
    ['of staff on work from their own fork', {}, { forkOwner: 'Person-2' }, 'had-a-hand-in-it'],
    ['on a closed pull request', {}, { open: false }, 'closed'],
    ['on a re-check of what was mastered', {}, { isRecheck: true, found: null }, 'recheck'],
    ['on practice', {}, { draft: true }, 'practice'],
    ['on an earlier commit', { sha: sha('b') }, {}, 'another-commit'],
    ['of a commit that another learner has handed in as well', {}, { isShared: true }, 'shared-commit'],
    ['on a commit that begins alike', { sha: `${'a'.repeat(39)}b` }, {}, 'another-commit'],
    ['on the short id of a commit', { sha: 'aaaaaaa' }, {}, 'another-commit'],
    ['before the machine has come to anything', {}, { found: null }, 'not-marked-yet'],
    ['against the machine without a reason', {}, { found: 'not-yet' }, 'reason-missing'],
    [
      'against what the machine was sure of, where a person looks at every attempt',
      {},
      { found: 'awaiting-review', claimed: 'not-yet' },
      'reason-missing',
    ],
    ['against the machine with an empty reason', { why: ' \n' }, { found: 'not-yet' }, 'reason-missing'],
    ['that it is not yet there, without a reason', { says: 'not-yet' }, {}, 'reason-missing'],
  ])('%s', (_which, verdict, state, refusal) => {
    expect(refusalOf({ ...approval, ...verdict }, { ...work, ...state }, roster)).toBe(refusal);
  });

  test('of everybody, where nobody is known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (id) => {
        expect(refusalOf({ ...approval, ...by(id) }, work, new Map())).toBe('unknown-person');
      }),
    );
  });
});

describe('who had a hand in a commit', () => {
  test('is told by the account that GitHub knows, and by the number in an address of its own', () => {
    const makers = [
      { id: 7, email: 'ada@example.org' },
      { id: null, email: '2+staff@users.noreply.github.com' },
      { id: null, email: 'Somebody@Example.org' },
      { id: null, email: 'Old@users.noreply.github.com' },
      { id: null, email: ' 8+on-our-own@users.noreply.code.example ' },
    ];
    const hand = (id: number, login = '', emails: string[] = []) => hadAHand({ id, login, emails }, makers);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((id) => hand(id))).toEqual([2, 7, 8]);
    // Without a number, the login tells; an address that nobody's account is behind, the course's file of people.
    expect(hand(9, 'old')).toBe(true);
    expect(hand(9, 'staff')).toBe(false);
    expect(hand(9, 'x', ['somebody@example.ORG'])).toBe(true);
  });

  test('is read from the trailers of its message too', () => {
    const message = [
      'Mend the total',
      '',
      'Thanks to co-authored-by: nobody',
      'Co-authored-by: Ada Lovelace <1+ada@users.noreply.github.com>',
      'CO-AUTHORED-BY:staff <2+staff@users.noreply.github.com>  ',
      'Co-authored-by: <x@example.org>',
      ' Co-authored-by : Somebody with a very long name',
      '\t<folded@example.org> (who typed)',
      'Co-authored-by: no@brackets.example, and@another.example',
      '',
      '> Co-Authored-By: Quoted <quoted@example.org>',
      'Signed-off-by: not@this.example',
    ].join('\n');
    expect(coAuthors(message)).toEqual([
      '1+ada@users.noreply.github.com',
      '2+staff@users.noreply.github.com',
      'x@example.org',
      'folded@example.org',
      'no@brackets.example',
      'and@another.example',
      'quoted@example.org',
    ]);
    expect(coAuthors(message.replaceAll('\n', '\r\n'))).toHaveLength(7);
    expect(coAuthors(`${'co-authored-by:'.repeat(10_000)}\n`)).toEqual([]);
  });
});
