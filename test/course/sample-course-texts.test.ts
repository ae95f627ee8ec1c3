import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/course/read-course.ts';
import { wordingSlips } from '../../src/course/wording/wording.ts';
import { evidenceId, hintOf, testsIn } from '../../src/domain/course/evidence.ts';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import type { Project } from '../../src/domain/course/project.ts';

const RUBRICS = join(import.meta.dirname, '../../rubrics');
const { course, findings } = await readCourse(RUBRICS, {
  gradersDir: join(import.meta.dirname, '../../graders'),
});
const projects = [...(course?.projects ?? [])].map(([slug, project]) => ({ slug, project }));

/** Every text of a project that a learner may read, with where it stands. */
async function textsOf({ dir, rubric }: Project): Promise<{ where: string; text: string }[]> {
  const pages = await Promise.all(
    ['brief.md', 'starter/README.md'].map(async (name) => ({
      where: name,
      text: await readFile(join(dir, name), 'utf8'),
    })),
  );
  const criteria = rubric.stages.flatMap(({ criteria }) => criteria);
  return [
    ...pages,
    { where: 'rubric.yml', text: `${rubric.title}. ${rubric.summary}` },
    ...criteria.flatMap(({ id, title, why, evidence, correctives }) =>
      [
        title,
        why,
        ...evidence.flatMap((asked) => [evidenceId(asked), hintOf(asked) ?? '']),
        ...correctives.map(({ text }) => text),
      ].map((text) => ({ where: `rubric.yml, ${id}`, text })),
    ),
  ];
}

test('the sample course has no finding, and two branches', () => {
  expect(findings).toEqual([]);
  expect(course?.units.map(({ id, needs, projects }) => [id, needs, projects])).toEqual([
    ['functions', [], ['shopping-basket', 'playlist']],
    ['tests-of-your-own', ['functions'], ['parking-fees']],
    ['command-line', ['functions'], ['expense-report']],
    ['tidying', ['command-line'], ['expense-report-tidied']],
    ['modules', ['tidying'], ['inventory']],
    ['http-api', ['command-line'], ['reading-list']],
    ['python-basics', [], ['trip-vote']],
    ['objects', ['python-basics'], ['drinks-machine', 'tool-library']],
    ['web-pages', [], ['recipe-page']],
  ]);
});

test('no corrective says what another one says, in whichever project: learners are given no text twice', () => {
  const texts = projects.flatMap(({ project }) =>
    project.rubric.stages.flatMap(({ criteria }) =>
      criteria.flatMap(({ correctives }) => correctives.map(({ text }) => text)),
    ),
  );
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});

describe.each(projects)('what a learner reads in $slug', ({ project }) => {
  const { rubric, publicTests, hiddenTests, forms } = project;
  const criteria = rubric.stages.flatMap((stage) => stage.criteria);

  test('is kind', async () => {
    const found = (await textsOf(project)).flatMap(({ where, text }) =>
      wordingSlips(text).map((slip) => ({ where, found: slip.found })),
    );
    expect(found).toEqual([]);
  });

  test('names six to nine criteria, fewer in a further stage, some of them essential, and a usual threshold', () => {
    expect(criteria.some(({ essential }) => essential)).toBe(true);
    for (const [at, stage] of rubric.stages.entries()) {
      expect(stage.criteria.length).toBeGreaterThanOrEqual(at === 0 ? 6 : 1);
      expect(stage.criteria.length).toBeLessThanOrEqual(9);
      expect(stage.threshold).toBeGreaterThanOrEqual(0.8);
      expect(stage.threshold).toBeLessThanOrEqual(0.9);
    }
  });

  test.each(criteria)(
    'leads on from $id in four ways, so that the fifth miss calls a person',
    ({ correctives }) => {
      const kinds = correctives.map(({ kind }) => kind);
      expect(kinds).toEqual(['read', 'worked-example', 'smaller-exercise', 'pair']);
      expect(correctives[0]?.link).toMatch(/^https:/);
      expect(new Set(correctives.map(({ text }) => text)).size).toBe(correctives.length);
    },
  );

  test('has a hint for each hidden test', () => {
    const inPublic = new Set(testsOf(publicTests));
    const evidence = criteria.flatMap((criterion) => testsIn(criterion.evidence));
    const withoutHint = evidence.filter(({ test, hint }) => hint === undefined && !inPublic.has(test));
    expect(withoutHint.map(({ test }) => test)).toEqual([]);
  });

  test('has a hint for each rule and measure', () => {
    const evidence = criteria.flatMap((criterion) => criterion.evidence);
    const looked = evidence.filter((asked) => 'rule' in asked || 'measure' in asked);
    expect(looked.filter((asked) => hintOf(asked) === undefined).map(evidenceId)).toEqual([]);
  });

  test('has a hint for whatever tests of the learner have to do', () => {
    const evidence = criteria.flatMap((criterion) => criterion.evidence);
    const asked = evidence.filter((one) => 'ownTests' in one);
    expect(asked.filter((one) => hintOf(one) === undefined).map(evidenceId)).toEqual([]);
  });

  test('is all of it about tests that exist, and leaves no test out', () => {
    const shared = [...testsOf(publicTests), ...testsOf(hiddenTests)];
    const bound = criteria.flatMap(({ evidence }) => testsIn(evidence).map(({ test }) => test));
    for (const form of forms.size === 0 ? [new Map<string, Uint8Array>()] : forms.values())
      expect(bound.toSorted()).toEqual([...shared, ...testsOf(form)].toSorted());
  });
});

/** The full names of the tests in the test files among some files. */
function testsOf(files: FileMap): string[] {
  return [...files].flatMap(([path, bytes]) => {
    const source = Buffer.from(bytes).toString();
    if (path.endsWith('.test.js')) return namesIn(source);
    return /(^|\/)test_[^/]*\.py$/.test(path) ? pythonNamesIn(source) : [];
  });
}

/** The same of a file for pytest: classes, and the methods in them. */
function pythonNamesIn(source: string): string[] {
  let group = '';
  return [...source.matchAll(/^(?:class (Test\w+)| {4}def (test_\w+))/gm)].flatMap(([, name, test]) => {
    if (name !== undefined) group = name;
    return test === undefined ? [] : [`${group} > ${test}`];
  });
}

/** The full names of the tests of a file that is written as those of the sample course are: describe, then its tests. */
function namesIn(source: string): string[] {
  let group = '';
  return [...source.matchAll(/^( {2})?(describe|test)\('((?:[^'\\]|\\.)*)',/gm)].flatMap(
    ([, , kind, title = '']) => {
      if (kind === 'describe') group = title;
      return kind === 'test' ? [`${group} > ${title}`] : [];
    },
  );
}
