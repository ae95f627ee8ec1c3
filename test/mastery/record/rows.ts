import type { Course } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { DecisionName } from '../../../src/domain/course/decision.ts';
import type { Feedback, Marking } from '../../../src/domain/results.ts';
import type { LearnerRows, ToldMarking } from '../../../src/mastery/record/learner-rows.ts';

/** A rubric whose criteria show these skills; each criterion is called after its skill. */
export const rubricOf = (title: string, ...skills: string[]): Rubric =>
  Rubric.parse({
    title,
    summary: 'What it is about.',
    grader: 'node',
    stages: [
      {
        id: 'functionality',
        threshold: 0.8,
        criteria: skills.map((skill) => ({
          id: `${skill}-here`,
          title: `It shows ${skill}`,
          why: 'It matters.',
          skills: [skill],
          evidence: [{ test: skill }],
          correctives: [{ kind: 'read', text: 'Find out about it.' }],
        })),
      },
    ],
    examples: {},
  });

export const course = {
  title: 'A course',
  units: [
    { id: 'first', title: 'First steps', needs: [], enrichment: false, effortHours: 2, projects: ['basket'] },
    { id: 'second', title: 'On', needs: ['first'], enrichment: false, effortHours: 2, projects: ['parking'] },
    { id: 'third', title: 'Further', needs: ['second'], enrichment: true, effortHours: 2, projects: ['fun'] },
  ],
  projects: new Map(
    Object.entries({
      basket: rubricOf('Basket', 'loops', 'names'),
      parking: rubricOf('Parking', 'loops', 'dates'),
      fun: rubricOf('Fun', 'play'),
    }).map(([slug, rubric]) => [slug, { rubric }]),
  ) as unknown as Course['projects'],
};

/** A marking that has met some skills and missed others. */
export function markingOf(
  decision: DecisionName,
  { met, missed = [] }: { met: string[]; missed?: string[] },
): Marking {
  const criterion = (skill: string, isMet: boolean) => ({
    id: `${skill}-here`,
    title: `It shows ${skill}`,
    met: isMet,
    essential: false,
    score: isMet ? 1 : 0,
    evidence: [],
  });
  return {
    project: 'basket',
    partial: false,
    decision,
    doubts: [],
    stages: [
      {
        id: 'functionality',
        status: 'completed',
        reason: null,
        score: 0.5,
        threshold: 0.8,
        met: decision === 'mastered',
        criteria: [
          ...met.map((skill) => criterion(skill, true)),
          ...missed.map((skill) => criterion(skill, false)),
        ],
      },
    ],
    feedback: missed.map((skill): Feedback => ({
      criterion: `${skill}-here`,
      title: `It shows ${skill}`,
      what: 'Something was seen.',
      why: 'It matters.',
      next: 'Find out about it.',
      read: null,
      corrective: { number: 1, kind: 'read' },
      callsStaff: false,
      kind: 'actionable',
    })),
    durationMs: {},
    untouchedStarter: false,
    dropped: [],
  };
}

const DAY = 24 * 60 * 60 * 1000;

/** Noon of the so-manieth day of 2026. */
export const day = (number: number): number => Date.UTC(2026, 0, 1, 12) + (number - 1) * DAY;

export const told = (project: string, commit: string, onDay: number, marking: Marking): ToldMarking => ({
  project,
  commit: commit.repeat(40),
  pullRequest: `school/${project}-ada#1`,
  run: onDay,
  at: day(onDay),
  marking: { ...marking, project },
});

export const rowsOf = (rows: Partial<LearnerRows>): LearnerRows => ({
  told: [],
  verdicts: [],
  sessions: [],
  reviews: [],
  rechecks: [],
  reviewsGiven: [],
  rubrics: new Map(),
  ...rows,
});
