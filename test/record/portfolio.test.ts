import { beforeAll, describe, expect, test } from 'vitest';
import { makeRecord } from '../../src/mastery/record/make-record.ts';
import type { LearnerRows } from '../../src/mastery/record/learner-rows.ts';
import { credentialOf } from '../../src/record/badges/credential.ts';
import { portfolioPage } from '../../src/record/portfolio/page.tsx';
import { course, day, markingOf, rowsOf, rubricOf, told } from '../mastery/record/rows.ts';
import { badge } from './badge.ts';

const recordOf = (rows: Partial<LearnerRows>) => makeRecord(course, rowsOf(rows), { login: 'ada' }, day(50));
const attempts = [
  told('basket', 'a', 1, markingOf('not-yet', { met: ['names'], missed: ['loops'] })),
  told('basket', 'b', 2, markingOf('mastered', { met: ['names', 'loops'] })),
  told('parking', 'c', 9, markingOf('not-yet', { met: ['dates'], missed: ['loops'] })),
];

describe('the page of a portfolio', () => {
  let page = '';
  beforeAll(async () => {
    page = await portfolioPage(recordOf({ told: attempts }), new Map([['basket', 'badges/basket.json']]));
  });

  test('says what is mastered, since when, and what the way was', () => {
    expect(page).toContain('<h1>ada</h1>');
    expect(page).toMatch(
      /First steps<\/th><td class="mastered">mastered<\/td><td><time [^>]*>2 January 2026/,
    );
    expect(page).toContain('2 attempts');
    expect(page).toContain('Not there yet: It shows loops');
    expect(page).toContain('badges/basket.json');
    expect(page).toContain('Worth another look');
  });

  test('names its evidence, and what is due for another look', async () => {
    const [, mastered] = attempts;
    const { marking } = mastered!;
    const [stage] = marking.stages;
    const item = { expected: null, actual: null, message: null, file: null, line: null };
    const criteria = stage!.criteria.map((criterion) => ({
      ...criterion,
      evidence: [
        { id: 'counts to three', status: 'passed' as const, ...item },
        { id: 'counts to none', status: 'failed' as const, ...item },
      ],
    }));
    const shown = await portfolioPage(
      recordOf({
        told: [{ ...mastered!, marking: { ...marking, stages: [{ ...stage!, criteria }] } }],
        rechecks: [{ project: 'basket', state: 'missed', at: day(30) }],
      }),
      new Map(),
    );
    expect(shown).toContain(`Commit <code>${'b'.repeat(40)}</code>, run 2`);
    expect(shown).toContain('1 of 2: counts to three; counts to none (not yet)');
    expect(shown).toContain('It is due for another look. It stays mastered');
    expect(shown).toMatch(/30 January 2026<\/time>: not found/);
  });

  test('is one file that fetches nothing and runs nothing', () => {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(page).toContain(`default-src &#39;none&#39;`);
    expect(page).not.toMatch(/<script|<img|<link|\b(?:src|href)=/);
  });

  test('shows whatever came from outside as text', async () => {
    const evil = '<script>alert(1)</script>';
    const [first] = attempts;
    const marking = markingOf('not-yet', { met: [], missed: [evil] });
    const shown = await portfolioPage(
      {
        ...recordOf({
          told:
            first === undefined
              ? []
              : [{ ...first, pullRequest: evil, marking: { ...marking, project: 'basket' } }],
        }),
        learner: { login: evil },
      },
      new Map(),
    );
    expect(shown).not.toContain('<script>');
    expect(shown.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThan(3);
  });

  test('is there for somebody who has handed in nothing', async () => {
    expect(await portfolioPage(recordOf({}), new Map())).toContain('Nothing has been handed in yet.');
  });
});

describe('a badge', () => {
  test('is the same however often it is made, and says nothing of how often it was tried', () => {
    expect(badge('did:key:z6Mk')).toEqual(badge('did:key:z6Mk'));
    expect(badge('did:key:z6Mk').id).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(badge('did:key:z6Mk')).toMatchObject({
      issuer: { id: 'did:key:z6Mk', name: 'A course' },
      validFrom: new Date(day(1)).toISOString(),
      credentialSubject: { achievement: { name: 'Basket', tag: ['loops', 'names'] } },
      evidence: [{ id: 'https://github.com/school/basket-ada/pull/1' }],
    });
    expect(JSON.stringify(badge('did:key:z6Mk'))).not.toContain('attempt');
  });

  test('is there for mastered projects alone', () => {
    const parking = recordOf({ told: attempts }).units[1]?.projects[0];
    const facts = {
      issuer: 'did:key:z6Mk',
      url: null,
      course: 'A course',
      learner: { id: 1, login: 'ada' },
      rubric: rubricOf('Parking', 'loops', 'dates'),
      github: 'https://github.com',
    };
    expect(parking && credentialOf(parking, facts)).toBeNull();
  });
});
