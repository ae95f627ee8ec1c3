import { describe, expect, test } from 'vitest';
import type { AttemptOutcome } from '../../../src/domain/progress.ts';
import { projectOf, wornOutProjects } from '../../../src/mastery/graph/parallel-projects.ts';

const unit = { id: 'functions', projects: ['shopping-basket', 'playlist', 'trip-vote'] };

describe('the project that a learner gets', () => {
  test('is the same whenever it is asked for', () => {
    for (let learner = 1; learner <= 20; learner += 1)
      expect(projectOf(unit, learner)).toBe(projectOf(unit, learner));
  });

  test('is any of them, each about as often', () => {
    const given = Array.from({ length: 300 }, (_, at) => projectOf(unit, at + 1));
    for (const slug of unit.projects)
      // A fair lot gives 100, with a standard deviation of 8.
      expect(given.filter((one) => one === slug).length).toBeGreaterThan(60);
  });

  test('is another after each that is worn out, until none is left; then it stays', () => {
    const given: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) given.push(projectOf(unit, 7, given) ?? '');
    expect(given.toSorted()).toEqual(unit.projects.toSorted());
    expect(projectOf(unit, 7, given)).toBe(given[2]);
  });

  test('is the only one where a unit has one', () => {
    expect(projectOf({ id: 'api', projects: ['reading-list'] }, 7)).toBe('reading-list');
  });
});

describe('a project is worn out', () => {
  const miss = (project: string, callsStaff = false): AttemptOutcome => ({
    project,
    decision: 'not-yet',
    callsStaff,
  });

  test.each<[string, AttemptOutcome[], string[]]>([
    ['not while there are correctives', Array.from({ length: 9 }, () => miss('playlist')), []],
    ['not when staff have just been called', [miss('playlist'), miss('playlist', true)], []],
    ['when it is missed once more after that', [miss('playlist', true), miss('playlist')], ['playlist']],
    [
      'each by itself',
      [miss('playlist', true), miss('shopping-basket', true), miss('playlist', true)],
      ['playlist'],
    ],
    [
      'not when it is mastered after all',
      [
        miss('playlist', true),
        miss('playlist', true),
        { project: 'playlist', decision: 'mastered', callsStaff: false },
      ],
      [],
    ],
  ])('%s', (_when, attempts, wornOut) => {
    expect(wornOutProjects(attempts)).toEqual(wornOut);
  });
});
