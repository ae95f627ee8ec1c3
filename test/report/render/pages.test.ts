import { describe, expect, it } from 'vitest';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { OpenNow } from '../../../src/domain/open-now.ts';
import type { Signed } from '../../../src/domain/signed.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Marking } from '../../../src/domain/results.ts';
import { COMMENT_MARKER } from '../../../src/report/marker.ts';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { renderQueued, renderRunning } from '../../../src/report/render/progress.ts';
import { renderGivenUp, renderRefused, renderRetrying } from '../../../src/report/render/trouble.ts';
import { greetingCard, markingOf, nothingLoads } from './greeting-card.ts';
import { BROKEN, markingOfTidyList, tidyList, UGLY } from './tidy-list.ts';

const headSha = '1f0c9a5e2b7d4c3a8e6f1b2d3c4a5e6f7a8b9c0d';

const render = (marking: Marking, draft = false, open: OpenNow | null = null) =>
  renderMarking({ project: greetingCard, marking, headSha, draft, open });

const signed = (marking: Marking, word: Partial<Signed>) =>
  renderMarking({
    project: greetingCard,
    marking,
    headSha,
    draft: false,
    signed: { says: 'mastered', why: null, by: 'grace', holds: true, ...word },
  });

const offers: OpenNow['offers'] = [
  {
    kind: 'parallel',
    unit: { id: 'cards', title: 'Cards', effortHours: 6 },
    project: { slug: 'birthday-card', title: 'A birthday card' },
  },
  {
    kind: 'unit',
    unit: { id: 'api', title: 'An HTTP API', effortHours: 18 },
    project: { slug: 'reading-list', title: 'A reading list' },
  },
  {
    kind: 'enrichment',
    unit: { id: 'puzzles', title: 'Puzzles', effortHours: 1 },
    project: { slug: 'sudoku', title: 'Sudoku' },
  },
];

const tidy = (marking: Marking) => renderMarking({ project: tidyList, marking, headSha, draft: false });

/** The same project, with a stage for a person. */
const reviewed = {
  ...greetingCard,
  rubric: Rubric.parse({
    ...greetingCard.rubric,
    review: { staff: 'always' },
    stages: [
      ...greetingCard.rubric.stages,
      {
        id: 'review',
        threshold: 1,
        criteria: [
          {
            id: 'kind',
            title: 'The card is one that somebody would like to get',
            why: 'A card is for a person.',
            skills: ['care'],
            evidence: [
              { question: 'Would you like to get it?' },
              { question: 'Does `frame` say what it frames, and for whom?' },
            ],
            correctives: [{ kind: 'pair', text: 'Send it to somebody.' }],
          },
        ],
      },
    ],
  }),
};

const nothingRan: Marking['stages'][number] = {
  id: 'functionality',
  status: 'skipped',
  reason: 'None of the tests that were run is named by the rubric.',
  score: 0,
  threshold: 0.8,
  met: false,
  criteria: [],
};

const halfRight = {
  'Names > greets every guest, the last too': {
    message: 'What happens in the last turn of the loop? Note on paper which guest it looks at.',
    file: 'card.js',
    line: 4,
  },
  'The brief > frames one line': {
    message: 'Expected values to be strictly equal',
    expected: '+-----+\n| Ada |\n+-----+',
    actual: '+---+\n| Ada |\n+---+',
    file: 'card.js',
    line: 12,
  },
};

/** All that a person reads on GitHub, in the order in which they meet it. */
function page({ check, comment }: Report): string {
  const annotations = check.annotations.map(
    ({ path, startLine, level, title, message }) => `${path}:${startLine} ${level}: ${title}\n${message}`,
  );
  return [
    `CHECK ${check.status} ${check.conclusion ?? ''}`.trim(),
    check.title,
    'SUMMARY',
    check.summary,
    ...(check.text === null ? [] : ['TEXT', check.text]),
    ...(annotations.length === 0 ? [] : ['ANNOTATIONS', annotations.join('\n\n')]),
    'COMMENT',
    comment ?? '(stays as it is)',
  ].join('\n\n');
}

describe('what a learner reads', () => {
  it.each([
    ['mastered', render(markingOf({}))],
    ['mastered-with-one-criterion-open', render(markingOf({ 'Nobody > gives an empty card': {} }))],
    ['not-yet-half-right', render(markingOf(halfRight))],
    [
      'not-yet-nothing-loads',
      render(markingOf(nothingLoads("SyntaxError: Unexpected token '}'", { file: 'card.js', line: 7 }))),
    ],
    ['style-works-but-ugly', tidy(markingOfTidyList(UGLY))],
    ['style-clean-but-broken', tidy(markingOfTidyList(BROKEN))],
    ['style-ugly-and-broken', tidy(markingOfTidyList({ ...UGLY, ...BROKEN }))],
    ['style-met', tidy(markingOfTidyList({}))],
    [
      'style-recurring-and-switched-off',
      tidy(
        markingOfTidyList(UGLY, {
          history: { given: [], remarks: ['eslint/no-var'] },
          attempts: [
            { kind: 'comment', file: 'list.js', line: 1, what: '/* eslint-disable */' },
            { kind: 'configuration', file: 'eslint.config.js', line: null, what: 'eslint.config.js' },
          ],
        }),
      ),
    ],
    ['style-in-doubt', tidy(markingOfTidyList({ 'eslint/prefer-const': { message: 'x', count: 1 } }))],
    ['untouched-starter', render(markingOf(nothingLoads('TypeError'), { untouchedStarter: true }))],
    ['practice', render(markingOf(halfRight, { partial: true }), true)],
    ['practice-all-met', render(markingOf({}, { partial: true }), true)],
    [
      'practice-untouched-starter',
      render(markingOf(halfRight, { partial: true, untouchedStarter: true }), true),
    ],
    ['practice-without-public-tests', render(markingOf({}, { partial: true, stages: [nothingRan] }), true)],
    ['public-tests-alone', render(markingOf(halfRight, { partial: true }))],
    ['awaiting-review', render({ ...markingOf({}), decision: 'awaiting-review' })],
    [
      'awaiting-review-with-questions',
      renderMarking({
        project: reviewed,
        marking: { ...markingOf({}), decision: 'awaiting-review' },
        headSha,
        draft: false,
      }),
    ],
    [
      'awaiting-review-peers-are-looking',
      renderMarking({
        project: { ...reviewed, reviewGuide: 'https://school.example/reviewing' },
        marking: { ...markingOf({}), decision: 'awaiting-review' },
        headSha,
        draft: false,
        peers: { looking: ['bo', 'chidi'], replaced: [], said: [] },
      }),
    ],
    [
      'awaiting-review-peers-said',
      renderMarking({
        project: reviewed,
        marking: { ...markingOf({}), decision: 'awaiting-review' },
        headSha,
        draft: false,
        peers: {
          looking: ['dana'],
          replaced: ['ed'],
          said: [
            {
              by: 'bo',
              says: 'approved',
              words: 'It says so with *nobody*, too. See #12 and @ada.',
              ofThisCommit: true,
            },
            { by: 'chidi', says: 'commented', words: null, ofThisCommit: false },
          ],
        },
      }),
    ],
    ['signed-off', signed({ ...markingOf({}), decision: 'awaiting-review' }, {})],
    [
      'signed-off-against-the-machine',
      signed(markingOf(halfRight), { why: 'The brief says *two* things; see #12 and @ada.\n\n<b>Fine.</b>' }),
    ],
    [
      'not-yet-by-staff',
      signed(
        { ...markingOf({}), decision: 'awaiting-review' },
        {
          says: 'not-yet',
          why: 'Who will read the name `x` in a year? Find out about names that say what for.',
        },
      ),
    ],
    ['pushed-after-a-sign-off', signed({ ...markingOf({}), decision: 'awaiting-review' }, { holds: false })],
    ['mastered-and-what-is-open', render(markingOf({}), false, { occasion: 'mastered', offers })],
    [
      'awaiting-review-and-what-is-open',
      render({ ...markingOf({}), decision: 'awaiting-review' }, false, { occasion: 'waiting', offers }),
    ],
    ['missed-again-and-what-is-open', render(markingOf(halfRight), false, { occasion: 'missed', offers })],
    [
      'asked-for-a-person-and-working-together',
      renderMarking({
        project: greetingCard,
        marking: markingOf(halfRight),
        headSha,
        draft: false,
        appealed: true,
        volunteers: ['tess', 'bo'],
      }),
    ],
    ['regraded-and-mastered', render(markingOf({}, { regraded: { before: 'not-yet' } }))],
    ['regraded-for-other-reasons', render(markingOf(halfRight, { regraded: { before: 'not-yet' } }))],
    [
      'files-left-out',
      render(
        markingOf(halfRight, {
          dropped: [
            { path: 'node_modules', reason: 'packages are installed by us' },
            { path: 'Index.js', reason: 'there is another file of this name in other letters' },
          ],
        }),
      ),
    ],
    ['queued', renderQueued({ place: 3, expectedSeconds: 42, draft: false })],
    ['queued-next-practice', renderQueued({ place: 1, expectedSeconds: null, draft: true })],
    ['running', renderRunning({ draft: false, done: 4, total: 17 })],
    ['our-problem-trying-again', renderRetrying({ reasonCode: 'sandbox.no-report' })],
    ['our-problem-given-up', renderGivenUp({ reasonCode: 'sandbox.no-report' })],
    [
      'refused',
      renderRefused({
        error: {
          code: 'submission.too-large',
          audience: 'learner',
          message: 'The commit holds 31 MiB; at most 20 MiB are looked at.',
          fix: 'Take out what the project does not need, such as videos, and push again.',
        },
      }),
    ],
  ])('%s', async (name, report) => {
    await expect(page(report)).toMatchFileSnapshot(`pages/${name}.md`);
  });
});

describe('the comment', () => {
  it('begins with our marker', () => {
    expect(render(markingOf({})).comment?.startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
  });
});
