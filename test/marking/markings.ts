import type { Feedback, Marking } from '../../src/domain/results.ts';

/** A marking that came to "not yet", with one failed test. */
export function notYet(message = 'expected 2 but got 3'): Marking {
  return {
    project: 'todo-cli',
    partial: false,
    decision: 'not-yet',
    stages: [
      {
        id: 'functionality',
        status: 'completed',
        reason: null,
        score: 0,
        threshold: 0.8,
        met: false,
        criteria: [
          {
            id: 'adds',
            title: 'Adds a task',
            met: false,
            essential: true,
            score: 0,
            evidence: [
              {
                id: 'add > keeps the text',
                status: 'failed',
                message,
                expected: null,
                actual: null,
                file: null,
                line: null,
              },
            ],
          },
        ],
      },
    ],
    doubts: [],
    feedback: [],
    durationMs: { total: 12 },
    untouchedStarter: false,
    dropped: [],
  };
}

/** A marking whose only stage broke. */
export function broken(reason: string): Marking {
  const marking = notYet();
  return {
    ...marking,
    decision: null,
    stages: marking.stages.map((stage) => ({ ...stage, status: 'broken', reason, criteria: [] })),
  };
}

/** A next step with this text, which is a corrective or not. */
export function feedbackOf(next: string, isCorrective: boolean): Feedback {
  return {
    criterion: 'adds',
    title: 'Adds a task',
    what: 'A test does not pass yet.',
    why: 'A list without entries is none.',
    next,
    read: null,
    corrective: isCorrective ? { number: 1, kind: 'read' } : null,
    callsStaff: false,
    kind: 'actionable' as const,
  };
}
