import { Rubric } from '../../src/domain/course/rubric.ts';
import type { Project } from '../../src/domain/course/project.ts';

/** The least that a project can be, but for two forms of its hidden tests. */
export const smallProject: Project = {
  slug: 'todo-cli',
  dir: '/nowhere',
  rubric: Rubric.parse({
    title: 'A to-do list',
    summary: 'A program that keeps a list.',
    grader: 'node',
    stages: [
      {
        id: 'functionality',
        threshold: 0.8,
        criteria: [
          {
            id: 'adds',
            title: 'Adds a task',
            why: 'A list without entries is none.',
            skills: ['lists'],
            evidence: [{ test: 'add > keeps the text' }],
            correctives: [{ kind: 'read', text: 'Find out about arrays.' }],
          },
        ],
      },
    ],
  }),
  brief: '',
  starter: new Map(),
  publicTests: new Map(),
  hiddenTests: new Map(),
  forms: new Map([
    ['left', new Map()],
    ['right', new Map()],
  ]),
  dependencies: new Map(),
};
