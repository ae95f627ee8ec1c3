import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../src/adapters/docker/docker-sandbox.ts';
import { ownTestsReader } from '../../src/course/own-tests.ts';
import { loadCourse } from '../../src/course/read-course.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { DecisionName } from '../../src/domain/course/decision.ts';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import type { Project } from '../../src/domain/course/project.ts';
import type { Marking } from '../../src/domain/results.ts';
import { conclusionOf, type Decided, replayElsewhere } from './replay-elsewhere.ts';
import { readFolder } from '../../src/intake/files/folder.ts';
import { createMarker } from '../../src/marking/mark.ts';
import { createStyleStage } from '../../src/stages/style/style.ts';
import { createFunctionalityStage } from '../../src/stages/functionality/functionality.ts';

/** Each submission of the sample course is marked as a pull request would be, and gets the decision that it must get. */

const root = join(import.meta.dirname, '../..');
const gradersDir = join(root, 'graders');
const course = await loadCourse(join(root, 'rubrics'), { gradersDir });
// One style analyst is kept for all of them.
const sandbox = createDockerSandbox({ gradersDir, capacity: { places: 2, spares: 10 } });
const mark = createMarker({
  stages: {
    functionality: createFunctionalityStage(sandbox, { ownTestsOf: ownTestsReader(gradersDir) }),
    style: createStyleStage(sandbox),
  },
  clock: systemClock,
});

const decided: Decided[] = [];

/** Lets at most so many through at once; the others wait for their turn. */
function gate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

// A marking keeps one core busy: more at once would bring programs of the learners to their time limits.
const inTurn = gate(2);

async function markFolder(project: Project, folder: string, publicOnly: boolean): Promise<Marking> {
  const submission = await readFolder(join(project.dir, folder));
  const marking = await inTurn(() =>
    mark({
      project,
      submission,
      publicOnly,
      signal: AbortSignal.timeout(150_000),
      onProgress: () => undefined,
    }),
  );
  decided.push({ rubric: project.rubric, marking });
  return marking;
}

const textsOf = (files: FileMap) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));

/** The criteria that are not met, and how each of their tests ended that did not pass; read when a decision is wrong. */
function misses({ stages }: Marking): string[] {
  return stages.flatMap(({ reason, criteria }) => [
    ...(reason === null ? [] : [reason]),
    ...criteria
      .filter(({ met }) => !met)
      .flatMap(({ id, evidence }) =>
        evidence
          .filter(({ status }) => status !== 'passed')
          .map(({ id: name, status, message }) => `${id}: ${name} [${status}] ${message ?? ''}`),
      ),
  ]);
}

const ownTestsCatching = ['tests-limits', 'tests-refusals', 'tests-bills', 'tests-quiet'];

/** Criteria that each example is about: these, and no others, are not met. Where it says nothing, the decision is all. */
const missed: Record<string, Record<string, string[]>> = {
  'shopping-basket': {
    'plain-loops': [],
    'works-but-ugly': [],
    'price-text-missing': ['price-text'],
    'changes-the-basket': ['basket-untouched'],
    'off-by-one': ['total'],
  },
  playlist: {
    'index-loops': [],
    'works-but-ugly': [],
    'hours-in-the-text': ['time-text'],
    'changes-the-playlist': ['playlist-untouched'],
    'first-song-skipped': ['playing-time'],
    'stays-in-its-place': ['play-next'],
  },
  'parking-fees': {
    'tables-in-a-file': [],
    'works-but-ugly': [],
    'fee-never-ends': ['fee'],
    'catches-nothing': ownTestsCatching,
    'example-of-the-brief-alone': ownTestsCatching,
    'takes-one-right-answer-alone': ['tests-right', ...ownTestsCatching],
    'without-tests': ['tests-right', ...ownTestsCatching],
    'ends-before-the-first-test': ['tests-right', ...ownTestsCatching],
  },
  'expense-report': {
    'reads-line-by-line': [],
    'works-but-ugly': [],
    'sums-with-fractions': ['exact-amounts'],
    'trips-over-windows-files': ['files-of-life'],
    'wrong-exit-code': ['wrong-call'],
    'stops-at-first-problem': ['problems-named'],
    'endless-loop': ['problems-named'],
    'messages-in-the-report': ['wrong-call', 'problems-named'],
  },
  'expense-report-tidied': {
    'with-streams': [],
    'one-tidy-file': [],
    'a-small-thing-left': ['what-changes', 'names'],
    'clean-but-broken': ['same-problems'],
    'cut-in-pieces': ['what-changes', 'names', 'small-functions', 'flat', 'said-once'],
    'checks-switched-off': [
      'what-changes',
      'names',
      'small-functions',
      'flat',
      'said-once',
      'nothing-shared',
    ],
  },
  inventory: {
    'a-table-of-questions': [],
    'without-json': ['as-json'],
    'one-thing-left-over': ['nothing-left-over'],
    'one-long-file': ['one-subject'],
    'types-given-up': ['honest-types'],
    'modules-in-circles': ['one-direction'],
    'works-but-ugly': ['nothing-left-over', 'small-functions', 'honest-types'],
    'clean-but-broken': ['problems-named', 'wrong-call'],
  },
  'reading-list': {
    'files-of-its-own': [],
    'works-but-ugly': [],
    'no-filter': ['filter'],
    'slow-store': ['own-ids'],
    'anything-goes': ['refuse-books', 'change-book'],
  },
  'trip-vote': {
    'works-but-ugly': [],
    'only-the-first-winner': ['winners'],
    'counts-slips-as-written': ['count'],
    'adds-to-the-first-class': ['together'],
    'stops-at-nobody': ['nobody'],
  },
  'drinks-machine': {
    'credit-can-be-set': ['credit'],
    'stops-at-a-strange-order': ['program'],
    'keeps-the-money': ['buying', 'program'],
    'loses-the-credit': ['errors', 'program'],
    leftovers: ['nothing-left-over'],
    'swallows-every-error': ['no-surprises'],
    'works-but-ugly': ['nothing-left-over', 'no-surprises', 'plain-python'],
  },
  'tool-library': {
    'fee-by-the-last-price': ['fee'],
    'keeps-the-points': ['lending'],
    'earned-can-be-set': ['earned'],
    'stops-at-a-strange-line': ['program'],
    leftovers: ['nothing-left-over'],
    'swallows-every-error': ['no-surprises'],
    'works-but-ugly': ['nothing-left-over', 'no-surprises', 'plain-python'],
  },
  'recipe-page': {
    'nearly-empty': [],
    'no-style-sheet': ['sound-css', 'calm-css'],
    'boxes-without-names': ['parts'],
    'headings-by-size': ['headings'],
    'fields-without-labels': ['form'],
    shouting: ['calm-css'],
    misspelt: ['sound-css'],
    'comments-that-look-away': ['form', 'sound-html', 'sound-css'],
  },
};

interface Situation {
  folder: string;
  decision: DecisionName;
  /** Null where any will do. */
  missed: string[] | null;
}

/** `telling`: the solutions, and the examples that are about something; most others show what no project shows differently. */
export type Which = 'telling' | 'all';

function situationsOf({ slug, dir, rubric }: Project, which: Which): Situation[] {
  const examples = Object.entries(rubric.examples).filter(
    ([name]) => which === 'all' || missed[slug]?.[name] !== undefined,
  );
  return [
    ...readdirSync(join(dir, 'solutions')).map((name): Situation => ({
      folder: `solutions/${name}`,
      // Where a person has the last word, the machine calls nothing mastered.
      decision: rubric.review.staff === 'always' ? 'awaiting-review' : 'mastered',
      missed: [],
    })),
    ...examples.map(([name, decision]) => ({
      folder: `examples/${name}`,
      decision,
      missed: missed[slug]?.[name] ?? null,
    })),
  ];
}

/** One test for each submission of the sample course that is asked for. */
export function suiteOfSampleCourse(which: Which): void {
  afterAll(async () => {
    await sandbox.close();
  });

  describe.each([...course.projects.values()])('$slug', (project) => {
    test.concurrent.each(situationsOf(project, which))(
      '$folder: $decision',
      { timeout: 300_000 },
      async ({ folder, decision, missed }) => {
        const marking = await markFolder(project, folder, false);
        const unmet = marking.stages.flatMap(({ criteria }) =>
          criteria.filter(({ met }) => !met).map(({ id }) => id),
        );
        expect(marking.decision, misses(marking).join('\n')).toBe(decision);
        if (missed !== null) expect(unmet, misses(marking).join('\n')).toEqual(missed);
        expect(marking.feedback.length).toBeLessThanOrEqual(3);
        expect(marking.feedback.length > 0).toBe(unmet.length > 0);
      },
    );

    test('the starter is told apart from a try', async () => {
      const { files: example } = await readFolder(join(project.dir, 'examples/untouched-starter'));
      expect(textsOf(example)).toEqual(textsOf(project.starter));
      const marking = await markFolder(project, 'starter', true);
      expect(marking.untouchedStarter).toBe(true);
      expect(marking.decision).toBeNull();
      expect(marking.stages.every(({ status }) => status === 'completed')).toBe(true);
      // What is to be made professional works already.
      const works = project.rubric.secondPartOf !== undefined;
      expect(marking.stages.filter(({ met }) => met).map(({ id }) => id)).toEqual(
        works ? ['functionality'] : [],
      );
    });

    test('a solution meets every public criterion in practice', async () => {
      const [name = ''] = readdirSync(join(project.dir, 'solutions'));
      const marking = await markFolder(project, `solutions/${name}`, true);
      expect(misses(marking)).toEqual([]);
      expect(marking.partial).toBe(true);
      expect(marking.decision).toBeNull();
    });
  });

  // It comes after all others: whatever they have decided is decided again.
  test('every decision comes out the same, byte for byte, where only its evidence is known', async () => {
    expect(decided.length).toBeGreaterThan(course.projects.size * 3);
    const again = await replayElsewhere(decided);
    expect(again).toEqual(decided.map(({ marking }) => conclusionOf(marking)));
  });
}
