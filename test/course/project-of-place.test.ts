import { describe, expect, it } from 'vitest';
import { mayHoldProject, projectOfPlace } from '../../src/course/project-of-place.ts';
import { OtherRepositories } from '../../src/domain/course/other-repositories.ts';
import type { Place } from '../../src/domain/course/place.ts';
import type { Project } from '../../src/domain/course/project.ts';

const courseWith = (repositories: string, ...slugs: string[]) => ({
  repositories,
  otherRepositories: OtherRepositories.parse({}),
  owners: [] as readonly string[],
  // Only the names of the projects are looked at.
  projects: new Map(slugs.map((slug) => [slug, { slug } as Project])),
});

const place = (repo: string, more: Partial<Place> = {}): Place => ({
  owner: 'octo-school',
  repo,
  topics: [],
  properties: {},
  into: 'main',
  ...more,
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
    expect(projectOfPlace(course, place(name))).toBe(project);
  });

  it('prefers the longest slug even when a login could begin like the rest of it', () => {
    // The learner `cli` with the project `todo` would have this name as well; the course decides that it is `todo-cli`
    // only when something is left for a login.
    expect(projectOfPlace(course, place('todo-cli'))).toBe('todo');
  });

  it('takes a dot of the pattern as a dot', () => {
    const dotted = courseWith('school.{login}.{project}', 'todo');
    expect(projectOfPlace(dotted, place('school.ada.todo'))).toBe('todo');
    expect(projectOfPlace(dotted, place('schoolxada.todo'))).toBeNull();
  });

  it('does without a login', () => {
    expect(projectOfPlace(courseWith('{project}', 'todo'), place('todo'))).toBe('todo');
  });
});

describe('a repository whose name does not say its project', () => {
  const told = {
    ...course,
    otherRepositories: OtherRepositories.parse({
      listed: { 'Octo-School/first-steps': 'todo' },
      byBranch: ['octo-school/class-2026'],
      property: 'unit',
      topic: 'project-{project}',
    }),
  };

  it.each<[string, Place, string | null]>([
    ['is listed', place('First-Steps'), 'todo'],
    ['is listed for another owner', place('first-steps', { owner: 'ada' }), null],
    ['is one of several: the branch says which', place('class-2026', { into: 'todo-cli' }), 'todo-cli'],
    ['is one of several, and the branch says nothing', place('class-2026'), null],
    [
      'is one of several, whatever else is said of it',
      place('class-2026', { topics: ['project-todo'] }),
      null,
    ],
    ['has a property', place('anything', { properties: { unit: ['todo-cli'] } }), 'todo-cli'],
    ['has a property of another name', place('anything', { properties: { team: ['todo'] } }), null],
    [
      'has a property of several projects',
      place('anything', { properties: { unit: ['todo', 'todo-cli'] } }),
      null,
    ],
    ['has a topic', place('anything', { topics: ['javascript', 'project-todo-cli'] }), 'todo-cli'],
    ['has topics of two projects', place('anything', { topics: ['project-todo', 'project-todo-cli'] }), null],
    [
      'has a topic, and a name of another project',
      place('todo-ada', { topics: ['project-todo-cli'] }),
      'todo-cli',
    ],
    [
      'has a property, and a topic of another project',
      place('anything', { topics: ['project-todo'], properties: { unit: ['todo-cli'] } }),
      'todo-cli',
    ],
    ['has its name alone', place('todo-ada'), 'todo'],
  ])('%s', (_, where, project) => {
    expect(projectOfPlace(told, where)).toBe(project);
  });

  it('is looked at where more than its name could tell, and is not where nothing could', () => {
    const of = (repo: string, other: object) =>
      mayHoldProject(
        { ...course, otherRepositories: OtherRepositories.parse(other) },
        { owner: 'octo-school', repo },
      );
    expect(of('todo-ada', {})).toBe(true);
    expect(of('dotfiles', {})).toBe(false);
    expect(of('class-2026', { byBranch: ['octo-school/class-2026'] })).toBe(true);
    expect(of('dotfiles', { byBranch: ['octo-school/class-2026'] })).toBe(false);
    expect(of('dotfiles', { listed: { 'octo-school/dotfiles': 'todo' } })).toBe(true);
    expect(of('dotfiles', { topic: '{project}' })).toBe(true);
  });

  it('is nobody’s in an account that is not the school’s, whatever it is called there', () => {
    const otherRepositories = OtherRepositories.parse({
      byBranch: ['guests/class-2026'],
      topic: 'project-{project}',
      property: 'unit',
    });
    const own = { ...course, otherRepositories, owners: ['Octo-School'] };
    const elsewhere = (more: Partial<Place> = {}) => place('todo-ada', { owner: 'stranger', ...more });
    expect(projectOfPlace(own, place('todo-ada'))).toBe('todo');
    expect(projectOfPlace(own, elsewhere())).toBeNull();
    expect(projectOfPlace(own, elsewhere({ topics: ['project-todo'] }))).toBeNull();
    expect(projectOfPlace(own, elsewhere({ properties: { unit: ['todo'] } }))).toBeNull();
    expect(mayHoldProject(own, { owner: 'octo-school', repo: 'anything' })).toBe(true);
    expect(mayHoldProject(own, { owner: 'stranger', repo: 'todo-ada' })).toBe(false);
    // What the course names in full is its own wherever it is.
    expect(mayHoldProject(own, { owner: 'guests', repo: 'class-2026' })).toBe(true);
    const inClass = { ...place('class-2026', { into: 'todo' }), owner: 'guests' };
    expect(projectOfPlace(own, inClass)).toBe('todo');
  });
});
