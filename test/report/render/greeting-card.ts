import { Rubric } from '../../../src/domain/course/rubric.ts';
import { testsIn } from '../../../src/domain/course/evidence.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import type { CriterionResult, Evidence, Marking } from '../../../src/domain/results.ts';
import { decide } from '../../../src/mastery/decide.ts';
import { chooseFeedback } from '../../../src/mastery/feedback.ts';

/** A small project whose rubric has an essential criterion, one that weighs more, and public and hidden tests. */
export const greetingCard: Pick<Project, 'slug' | 'rubric'> = {
  slug: 'greeting-card',
  rubric: Rubric.parse({
    title: 'A greeting card',
    summary: 'You will have written three functions that make a greeting card.',
    grader: 'node',
    stages: [
      {
        id: 'functionality',
        threshold: 0.8,
        criteria: [
          {
            id: 'names',
            title: 'Each guest is greeted by name',
            why: 'A list of people is the most common thing that a program goes through. Whoever leaves out the last one sends a card too few.',
            skills: ['loops', 'text'],
            essential: true,
            evidence: [
              { test: 'The brief > greets Ada and Grace' },
              {
                test: 'Names > greets every guest, the last too',
                hint: 'What happens in the last turn of the loop? Note on paper which guest it looks at.',
              },
            ],
            correctives: [
              {
                kind: 'read',
                text: 'Find out about the ways to go through an array, and about what `for...of` gives you in each turn.',
                link: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Loops_and_iteration',
              },
              { kind: 'pair', text: 'Explain the loop aloud to a fellow learner.' },
            ],
          },
          {
            id: 'frame',
            title: 'The frame fits the text',
            why: 'Output that fits its contents, whatever they are, is what makes a table or a form usable.',
            skills: ['text'],
            weight: 2,
            evidence: [{ test: 'The brief > frames one line' }],
            correctives: [{ kind: 'read', text: 'Find out what `repeat` and `padEnd` do.' }],
          },
          {
            id: 'nobody',
            title: 'A card for nobody is empty',
            why: 'Nothing is the most frequent special case: every list begins empty.',
            skills: ['edge-cases'],
            evidence: [
              { test: 'Nobody > gives an empty card', hint: 'What comes out when the loop never turns?' },
            ],
            correctives: [
              {
                kind: 'smaller-exercise',
                text: 'Call each function with an empty array and write down first what should come out.',
              },
            ],
          },
        ],
      },
    ],
  }),
};

const passed = (id: string): Evidence => ({
  id,
  status: 'passed',
  message: null,
  expected: null,
  actual: null,
  file: null,
  line: null,
});

export const failed = (id: string, seen: Partial<Evidence> = {}): Evidence => ({
  ...passed(id),
  status: 'failed',
  ...seen,
});

/** A marking of the greeting card in which the tests ended as told; those not named passed. */
export function markingOf(outcomes: Record<string, Partial<Evidence>>, rest: Partial<Marking> = {}): Marking {
  const partial = rest.partial ?? false;
  const [stage] = greetingCard.rubric.stages;
  const criteria = stage!.criteria.map((criterion): CriterionResult => {
    const evidence = testsIn(criterion.evidence).map(({ test }) => {
      const seen = outcomes[test];
      return seen === undefined ? passed(test) : failed(test, seen);
    });
    const score = evidence.filter(({ status }) => status === 'passed').length / evidence.length;
    const { id, title, essential } = criterion;
    return { id, title, essential, evidence, score, met: score === 1 };
  });
  const stages: Marking['stages'] = [
    {
      id: 'functionality',
      status: 'completed',
      reason: null,
      score: criteria.filter(({ met }) => met).length / criteria.length,
      threshold: 0.8,
      met:
        criteria.every(({ met, essential }) => met || !essential) &&
        criteria.filter((c) => !c.met).length <= 1,
      criteria,
    },
  ];
  return {
    project: greetingCard.slug,
    partial,
    stages,
    decision: decide({ project: greetingCard, stages, partial }),
    doubts: [],
    feedback: chooseFeedback(greetingCard, stages),
    durationMs: { total: 812 },
    untouchedStarter: false,
    dropped: [],
    ...rest,
  };
}

/** Every test fails with the same words, as when a file cannot be loaded. */
export const nothingLoads = (
  message: string,
  place: Partial<Evidence> = {},
): Record<string, Partial<Evidence>> =>
  Object.fromEntries(
    greetingCard.rubric.stages
      .flatMap(({ criteria }) => criteria)
      .flatMap(({ evidence }) => testsIn(evidence))
      .map(({ test }) => [test, { status: 'error' as const, message, ...place }]),
  );
