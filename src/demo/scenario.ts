import type { DecisionName } from '../domain/course/decision.ts';
import type { Course } from '../domain/course/project.ts';

/** One pull request of the demo: a learner hands in one of the course's own examples, whose decision is known. */
export interface Scene {
  learner: { login: string; name: string };
  project: string;
  /** A folder of the project's `examples/`. */
  example: string;
  expected: DecisionName;
}

const learners = [
  { login: 'amina', name: 'Amina Diallo' },
  { login: 'bo', name: 'Bo Lindqvist' },
  { login: 'chidi', name: 'Chidi Okafor' },
  { login: 'dana', name: 'Dana Novak' },
  { login: 'eren', name: 'Eren Yilmaz' },
  { login: 'fatou', name: 'Fatou Ndiaye' },
  { login: 'gita', name: 'Gita Rao' },
  { login: 'hugo', name: 'Hugo Marques' },
  { login: 'ines', name: 'Inés Romero' },
  { login: 'jun', name: 'Jun Takahashi' },
];

// Of each project: work that is mastered, work that stops the program, work that is on its way. Whoever watches sees the
// three kinds of answer that a learner gets.
const wanted = [
  (name: string, decision: DecisionName) => decision !== 'not-yet' && !name.includes('starter'),
  (name: string) => /endless|never|crash|syntax/.test(name),
  (name: string) => /half|starter/.test(name),
];

/**
 * Chooses the demo's pull requests from a course's own examples: up to three a project, each by another learner.
 * The choice depends on the course alone.
 */
export function chooseScenes(course: Course): Scene[] {
  const chosen = [...course.projects.values()].flatMap((project) => {
    const examples = Object.entries(project.rubric.examples);
    const picks = new Map<string, DecisionName>();
    for (const fits of wanted) {
      const pick = examples.find(([name, decision]) => !picks.has(name) && fits(name, decision));
      if (pick !== undefined) picks.set(...pick);
    }
    return [...picks].map(([example, expected]) => ({ project: project.slug, example, expected }));
  });
  return chosen.slice(0, learners.length).flatMap((scene, index) => {
    const learner = learners[index];
    return learner === undefined ? [] : [{ learner, ...scene }];
  });
}
