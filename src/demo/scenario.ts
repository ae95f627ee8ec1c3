import type { DecisionName } from '../domain/course/decision.ts';
import type { Course, Project } from '../domain/course/project.ts';

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
  { login: 'kofi', name: 'Kofi Mensah' },
  { login: 'lena', name: 'Lena Fischer' },
];

type Fits = (name: string, decision: DecisionName) => boolean;

const mastered: Fits = (name, decision) => decision !== 'not-yet' && !name.includes('starter');
const stopped: Fits = (name) => /endless|never|crash|syntax/.test(name);
const onItsWay: Fits = (name) => /half|starter/.test(name);
/** It works, and is not yet written as it should be. */
const ugly: Fits = (name, decision) => decision === 'not-yet' && /^(works-but-ugly|pretty|cut-in)/.test(name);
const anyMiss: Fits = (_name, decision) => decision === 'not-yet';

/** The example that fits the first of these that any fits. */
function exampleThat(project: Project, wanted: readonly Fits[]): [string, DecisionName] | null {
  const examples = Object.entries(project.rubric.examples);
  for (const fits of wanted) {
    const pick = examples.find(([name, decision]) => fits(name, decision));
    if (pick !== undefined) return pick;
  }
  return null;
}

/**
 * The demo's pull requests: one of each project, and from one to the next another of the kinds of answer that a learner gets. The
 * choice depends on the course alone.
 */
export function chooseScenes(course: Course): Scene[] {
  const kinds = [mastered, stopped, onItsWay, ugly];
  return [...course.projects.values()].flatMap((project, at) => {
    const learner = learners[at];
    const pick = exampleThat(project, [...kinds.slice(at % kinds.length), anyMiss, mastered]);
    if (learner === undefined || pick === null) return [];
    return [{ learner, project: project.slug, example: pick[0], expected: pick[1] }];
  });
}
