import { describe, expect, test } from 'vitest';
import { Unit } from '../../../src/domain/course/course-file.ts';
import { Policies } from '../../../src/domain/course/policies.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import type { AttemptOutcome } from '../../../src/domain/progress.ts';
import { openNow } from '../../../src/mastery/graph/offers.ts';
import { projectOf } from '../../../src/mastery/graph/parallel-projects.ts';
import { standingsOf } from '../../../src/mastery/graph/standing.ts';

const unit = (id: string, needs: string[] = [], more: Partial<Unit> = {}): Unit =>
  Unit.parse({ id, title: id, needs, effortHours: 4, projects: [id], ...more });

const units = [
  unit('basics', [], { projects: ['sums', 'songs'] }),
  unit('puzzles', [], { enrichment: true }),
  unit('programs', ['basics']),
  unit('modules', ['programs']),
  unit('api', ['programs', 'python']),
  unit('python'),
  unit('games', ['basics'], { enrichment: true }),
];

const course = { policies: Policies.parse({}), units, projects: new Map<string, Project>() };

const attempt = (
  project: string,
  decision: AttemptOutcome['decision'] = 'not-yet',
  callsStaff = false,
): AttemptOutcome => ({ project, decision, callsStaff });
const mastered = (project: string) => attempt(project, 'mastered');

const states = (progress: AttemptOutcome[]) =>
  Object.fromEntries(standingsOf(units, progress).map(({ unit: { id }, state }) => [id, state]));
const offered = (progress: AttemptOutcome[], of = course) =>
  openNow(of, 7, progress)?.offers.map(({ kind, project }) => `${kind}: ${project.slug}`);

describe('a unit', () => {
  test('is open when everything that it needs is mastered, with whichever project', () => {
    expect(states([])).toEqual({
      basics: 'open',
      puzzles: 'open',
      programs: 'waiting',
      modules: 'waiting',
      api: 'waiting',
      python: 'open',
      games: 'waiting',
    });
    expect(states([mastered('songs'), mastered('python')])).toMatchObject({
      basics: 'mastered',
      programs: 'open',
      api: 'waiting',
      games: 'open',
    });
  });

  test('says what it waits for', () => {
    const api = standingsOf(units, [mastered('python')]).find(({ unit: { id } }) => id === 'api');
    expect(api?.needs).toEqual(['programs']);
  });

  test('stays mastered after a later attempt that missed it, and without what comes before it', () => {
    expect(states([mastered('modules'), attempt('modules')])).toMatchObject({
      modules: 'mastered',
      programs: 'waiting',
    });
  });
});

describe('somebody is told what else is open', () => {
  test.each<[string, AttemptOutcome[], string | null]>([
    ['never before a first attempt', [], null],
    ['not at the first miss', [attempt('sums')], null],
    ['at the second miss of a project', [attempt('sums'), attempt('sums')], 'missed'],
    ['not at a miss of another one', [attempt('sums'), attempt('python')], null],
    ['while a person has to look', [attempt('sums', 'awaiting-review')], 'waiting'],
    ['when something is mastered', [mastered('sums')], 'mastered'],
  ])('%s', (_when, progress, occasion) => {
    expect(openNow(course, 7, progress)?.occasion ?? null).toBe(occasion);
  });
});

test('a school may have it told at another miss', () => {
  const patient = { ...course, policies: Policies.parse({ offerAfterMisses: 3 }) };
  const misses = [attempt('sums'), attempt('sums')];
  expect(openNow(patient, 7, misses)).toBeNull();
  expect(openNow(patient, 7, [...misses, attempt('sums')])?.occasion).toBe('missed');
});

describe('what is offered', () => {
  test('is what is open besides the work at hand, enrichment last', () => {
    expect(offered([attempt('sums'), attempt('sums')])).toEqual(['unit: python', 'enrichment: puzzles']);
    expect(offered([mastered('sums')])).toEqual(['unit: programs', 'unit: python', 'enrichment: puzzles']);
  });

  test('is three things at most', () => {
    const many = Array.from({ length: 9 }, (_, at) => unit(`u${at}`));
    expect(offered([mastered('u0')], { ...course, units: many })).toHaveLength(3);
  });

  test('is nothing where everything is mastered', () => {
    expect(offered(units.flatMap(({ projects: [slug = ''] }) => mastered(slug)))).toEqual([]);
  });

  test('is first of all a parallel project, where the one at hand has been of no help', () => {
    const atHand = projectOf({ id: 'basics', projects: ['sums', 'songs'] }, 7) ?? '';
    const other = atHand === 'sums' ? 'songs' : 'sums';
    const missed = [attempt(atHand), attempt(atHand, 'not-yet', true), attempt(atHand, 'not-yet', true)];
    expect(offered(missed)?.[0]).toBe(`parallel: ${other}`);
    // Before staff have been called, the way on leads through the project at hand.
    expect(offered([attempt(atHand), attempt(atHand)])).not.toContain(`parallel: ${other}`);
    // Both have been of no help: what to do is for staff to say.
    const both = [...missed, ...missed.map((each) => ({ ...each, project: other }))];
    expect(offered(both)?.filter((each) => each.startsWith('parallel'))).toEqual([]);
  });
});
