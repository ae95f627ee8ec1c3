import { describe, expect, test } from 'vitest';
import type { LearnerRows } from '../../../src/mastery/record/learner-rows.ts';
import { makeRecord } from '../../../src/mastery/record/make-record.ts';
import { attemptsOf } from '../../../src/mastery/record/attempts.ts';
import { missingAgain } from '../../../src/mastery/record/skills.ts';
import { course, day, markingOf, rowsOf, rubricOf, told } from './rows.ts';

const iso = (number: number) => new Date(day(number)).toISOString();
const record = (rows: Partial<LearnerRows>) => makeRecord(course, rowsOf(rows), { login: 'ada' }, day(100));
const missed = told('basket', 'a', 1, markingOf('not-yet', { met: ['names'], missed: ['loops'] }));
const mastered = told('basket', 'b', 2, markingOf('mastered', { met: ['names', 'loops'] }));
const later = told('parking', 'c', 9, markingOf('not-yet', { met: ['dates'], missed: ['loops'] }));

describe('the mastery record', () => {
  test('follows each unit: how it stands, when it was mastered, and what was tried', () => {
    const { units } = record({ told: [missed, mastered] });
    expect(units.map(({ id, status, masteredAt }) => ({ id, status, masteredAt }))).toEqual([
      { id: 'first', status: 'mastered', masteredAt: iso(2) },
      { id: 'second', status: 'open', masteredAt: null },
      { id: 'third', status: 'waiting', masteredAt: null },
    ]);
    expect(units[0]?.projects[0]).toMatchObject({
      slug: 'basket',
      title: 'Basket',
      status: 'mastered',
      attempts: [
        {
          number: 1,
          at: iso(1),
          decision: 'not-yet',
          missed: [
            {
              criterion: 'loops-here',
              corrective: { number: 1, kind: 'read', text: 'Find out about it.' },
            },
          ],
        },
        { number: 2, at: iso(2), decision: 'mastered', missed: [], pullRequest: 'school/basket-ada#1' },
      ],
    });
  });

  test('takes the same commit for the same attempt, and the last word on it', () => {
    const waiting = told('basket', 'a', 1, markingOf('awaiting-review', { met: ['names', 'loops'] }));
    const again = { ...waiting, at: day(4) };
    const said = {
      project: 'basket',
      commit: waiting.commit,
      says: 'mastered',
      found: 'awaiting-review',
    } as const;
    const { units } = record({
      told: [waiting, again],
      verdicts: [{ ...said, why: 'We talked.', at: day(3) }],
    });
    expect(units[0]?.projects[0]?.attempts).toMatchObject([
      {
        at: iso(1),
        decision: 'mastered',
        signedBy: 'staff',
        signed: { at: iso(3), says: 'mastered', why: 'We talked.', found: 'awaiting-review' },
      },
    ]);
    expect(units[0]?.masteredAt).toBe(iso(3));
  });

  test('never loses mastery to what comes later', () => {
    const worse = told('basket', 'd', 5, markingOf('not-yet', { met: [], missed: ['loops', 'names'] }));
    const { units, skills } = record({ told: [mastered, worse] });
    expect(units[0]).toMatchObject({ status: 'mastered', masteredAt: iso(2) });
    expect(units[0]?.projects[0]).toMatchObject({ status: 'mastered', masteredAt: iso(2) });
    expect(skills.map(({ masteredAt, contradictions }) => ({ masteredAt, contradictions }))).toEqual([
      { masteredAt: iso(2), contradictions: [] },
      { masteredAt: iso(2), contradictions: [] },
    ]);
  });

  test('never loses it to the same commit in another pull request either, nor what it has shown', () => {
    const worse = told('basket', 'b', 5, markingOf('not-yet', { met: ['names'], missed: ['loops'] }));
    const again = { ...worse, pullRequest: 'school/basket-ada#2' };
    const { units, skills } = record({ told: [mastered, again] });
    expect(units[0]?.projects[0]).toMatchObject({
      masteredAt: iso(2),
      attempts: [{ decision: 'mastered', at: iso(2), missed: [], pullRequest: 'school/basket-ada#1' }],
    });
    expect(skills.map(({ masteredAt }) => masteredAt)).toEqual([iso(2), iso(2)]);
  });

  test('lets a person agree with it later without making it younger', () => {
    const waiting = { ...mastered, at: day(5), marking: markingOf('awaiting-review', { met: ['names'] }) };
    const said = { project: 'basket', commit: mastered.commit, says: 'mastered', why: null } as const;
    const agreed = { ...said, found: 'awaiting-review', at: day(6) } as const;
    const { units } = record({ told: [mastered, waiting], verdicts: [agreed] });
    expect(units[0]?.masteredAt).toBe(iso(2));
  });

  test('adds a contradiction where a later project lacks a skill, once, and takes nothing away', () => {
    const oncemore = { ...told('parking', 'e', 10, later.marking) };
    const { skills } = record({ told: [mastered, later, oncemore] });
    expect(skills.find(({ skill }) => skill === 'loops')).toEqual({
      skill: 'loops',
      masteredAt: iso(2),
      shown: [{ project: 'basket', criterion: 'loops-here', at: iso(2) }],
      contradictions: [{ project: 'parking', criterion: 'loops-here', at: iso(9) }],
    });
    expect(skills.find(({ skill }) => skill === 'dates')?.masteredAt).toBeNull();
  });

  test('knows no contradiction before mastery', () => {
    const { skills } = record({ told: [{ ...later, at: day(1) }, mastered] });
    expect(skills.find(({ skill }) => skill === 'loops')?.contradictions).toEqual([]);
  });

  test('reads skills from the rubric of then, not from the one of now', () => {
    const then = {
      ...mastered.marking,
      madeWith: { rubric: 'old', courseCommit: null, grader: 'node', history: { given: [], remarks: [] } },
    };
    const { skills } = record({
      told: [{ ...mastered, marking: then }],
      rubrics: new Map([
        [
          'old',
          {
            ...rubricOf('Old', 'loops'),
            stages: rubricOf('Old', 'loops').stages.map((stage) => ({
              ...stage,
              criteria: stage.criteria.map((each) => ({ ...each, skills: ['iteration'] })),
            })),
          },
        ],
      ]),
    });
    expect(skills.map(({ skill }) => skill)).toEqual(['iteration']);
  });

  test('holds sessions and reviews, and of others only what they are in the school', () => {
    const { units, reviewsGiven } = record({
      told: [missed],
      sessions: [{ project: 'basket', minutes: 20, about: 'loops', criterion: 'loops-here', at: day(2) }],
      reviews: [{ project: 'basket', commit: missed.commit, as: 'peer', says: 'approved', at: day(2) }],
      rechecks: [{ project: 'basket', state: 'kept', at: day(40) }],
      reviewsGiven: [{ project: 'basket', at: day(30) }],
    });
    expect(units[0]?.projects[0]?.sessions).toEqual([
      { minutes: 20, about: 'loops', criterion: 'loops-here', at: iso(2) },
    ]);
    expect(units[0]?.projects[0]?.attempts[0]?.reviews).toEqual([
      { as: 'peer', says: 'approved', at: iso(2) },
    ]);
    expect(units[0]?.projects[0]?.rechecks).toEqual([{ state: 'kept', at: iso(40) }]);
    expect(reviewsGiven).toEqual([{ project: 'basket', at: iso(30) }]);
  });

  test('names what was seen of each criterion, and where that can be looked up; what hidden tests put in is no part of it', () => {
    const marking = markingOf('mastered', { met: ['names', 'loops'] });
    const item = { expected: 'secret 3', actual: 'secret 4', message: 'secret', file: 'a.js', line: 1 };
    const evidence = [
      { id: 'counts to three', status: 'passed' as const, ...item },
      { id: 'style: no-var', status: 'failed' as const, count: 2, ...item },
    ];
    const [stage] = marking.stages;
    const [names, loops] = stage!.criteria;
    const seen = { ...marking, stages: [{ ...stage!, criteria: [{ ...names!, evidence }, loops!] }] };
    const attempt = record({ told: [told('basket', 'b', 2, seen)] }).units[0]?.projects[0]?.attempts[0];
    expect(attempt).toMatchObject({ commit: 'b'.repeat(40), run: 2 });
    expect(attempt?.found).toEqual([
      {
        stage: 'functionality',
        criterion: 'names-here',
        title: 'It shows names',
        met: true,
        score: 1,
        evidence: [
          { id: 'counts to three', status: 'passed' },
          { id: 'style: no-var', status: 'failed', count: 2 },
        ],
      },
      expect.objectContaining({ criterion: 'loops-here', evidence: [] }),
    ]);
    expect(JSON.stringify(attempt)).not.toContain('secret');
  });

  test('says that a project is due after a look that was missed, and takes nothing away', () => {
    const after = (...states: LearnerRows['rechecks'][number]['state'][]) =>
      record({
        told: [mastered],
        rechecks: states.map((state, at) => ({ project: 'basket', state, at: day(20 + at) })),
      }).units[0]?.projects[0];
    expect(after('missed')).toMatchObject({ status: 'mastered', masteredAt: iso(2), due: true });
    expect(after('missed', 'kept')).toMatchObject({ status: 'mastered', due: false });
    expect(after()).toMatchObject({ due: false });
  });

  test('takes for the time of mastery when a person said it, and not when they said it again', () => {
    const waiting = told('basket', 'a', 1, markingOf('awaiting-review', { met: ['names'] }));
    const say = (says: 'mastered' | 'not-yet', onDay: number) => ({
      ...{ project: 'basket', commit: waiting.commit, why: null, found: 'awaiting-review' as const },
      ...{ says, at: day(onDay) },
    });
    const masteredAt = (...verdicts: LearnerRows['verdicts']) =>
      record({ told: [waiting], verdicts }).units[0]?.masteredAt;
    expect(masteredAt(say('mastered', 3), say('mastered', 9))).toBe(iso(3));
    expect(masteredAt(say('mastered', 3), say('not-yet', 5), say('mastered', 9))).toBe(iso(9));
  });

  test('holds a session on what is yet to be handed in', () => {
    const [unit] = record({
      sessions: [{ project: 'basket', minutes: 20, about: 'loops', criterion: null, at: day(2) }],
    }).units;
    expect(unit).toMatchObject({ status: 'open', masteredAt: null });
    expect(unit?.projects).toMatchObject([{ status: 'not-yet', attempts: [], sessions: [{ minutes: 20 }] }]);
  });

  test('keeps what was handed in for a project that the course has no more', () => {
    const { formerProjects } = record({ told: [told('gone', 'f', 1, markingOf('mastered', { met: [] }))] });
    expect(formerProjects).toMatchObject([{ slug: 'gone', status: 'mastered' }]);
  });
});

describe('what is missing again', () => {
  const rubric = (attempt: { project: string }) => course.projects.get(attempt.project)?.rubric ?? null;
  const again = (...all: (typeof missed)[]) =>
    missingAgain(attemptsOf(rowsOf({ told: all })), all.at(-1)?.project ?? '', rubric);

  test('is a skill that another project showed before', () => {
    expect(again(mastered, later)).toEqual(['loops']);
  });

  test('is nothing where it was never shown, or was shown by this very project alone', () => {
    expect(again(later)).toEqual([]);
    expect(again(missed, later)).toEqual([]);
    expect(again(mastered, told('basket', 'd', 5, missed.marking))).toEqual([]);
  });
});
