import { describe, expect, it } from 'vitest';
import { projectOfRepository } from '../../src/course/project-of-repository.ts';
import type { Project } from '../../src/domain/course/project.ts';

const courseWith = (repositories: string, ...slugs: string[]) => ({
  repositories,
  // Only the names of the projects are looked at.
  projects: new Map(slugs.map((slug) => [slug, { slug } as Project])),
});

const course = courseWith('{project}-{login}', 'todo', 'todo-cli', 'shopping-basket');

describe('which project a repository is', () => {
  it.each([
    ['shopping-basket-ada', 'shopping-basket'],
    ['todo-ada', 'todo'],
    ['todo-cli-ada', 'todo-cli'],
    ['todo-grace-hopper', 'todo'],
    ['todo-cli-grace-hopper-2', 'todo-cli'],
    ['Todo-CLI-Ada', 'todo-cli'],
    ['todo-octo_school', 'todo'],
    ['todo', null],
    ['todo-', null],
    ['todo--ada', null],
    ['todoada', null],
    ['notes-ada', null],
    ['my-todo-ada', null],
    ['todo-ada.wiki', null],
    [`todo-${'a'.repeat(39)}`, 'todo'],
    [`todo-${'a'.repeat(40)}`, null],
  ])('%s', (name, project) => {
    expect(projectOfRepository(course, name)).toBe(project);
  });

  it('prefers the longest slug even when a login could begin like the rest of it', () => {
    // The learner `cli` with the project `todo` would have this name as well; the course decides that it is `todo-cli`
    // only when something is left for a login.
    expect(projectOfRepository(course, 'todo-cli')).toBe('todo');
  });

  it('takes a dot of the pattern as a dot', () => {
    const dotted = courseWith('school.{login}.{project}', 'todo');
    expect(projectOfRepository(dotted, 'school.ada.todo')).toBe('todo');
    expect(projectOfRepository(dotted, 'schoolxada.todo')).toBeNull();
  });

  it('does without a login', () => {
    expect(projectOfRepository(courseWith('{project}', 'todo'), 'todo')).toBe('todo');
  });
});
