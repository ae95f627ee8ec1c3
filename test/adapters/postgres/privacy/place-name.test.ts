import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutNameIn } from '../../../../src/adapters/postgres/privacy/place-name.ts';

const todo = { names: ['todo'], around: [], projects: ['todo-cli', 'bakery'] };

describe('a repository without the name of somebody who is erased', () => {
  test.each([
    ['todo-cli-ada', 'todo-cli'],
    ['Todo-CLI-ada', 'todo-cli'],
    ['ada-todo-cli', 'todo-cli'],
    ['todo-cli', 'todo-cli'],
    ['todo-cli', null],
    // Its project is told by a topic; its name is after another one.
    ['todo-cli-ada', 'todo-cli-two'],
    ['todos-ada', 'todo-cli'],
    ['mytodo', null],
  ])('%s stays as it is, for %s', (repo, project) => {
    expect(withoutNameIn(repo, project, todo, 'ghost')).toBe(repo);
  });

  test.each([
    ['todo-cli-todo', 'todo-cli', 'todo-cli-ghost'],
    ['todo-todo-cli', 'todo-cli', 'ghost-todo-cli'],
    ['bakery-Todo', 'bakery', 'bakery-ghost'],
    ['bakery-2026-todo', 'bakery', 'bakery-2026-ghost'],
    ['todo', 'bakery', 'ghost'],
    ['todo.site', null, 'ghost.site'],
    ['my_todo', null, 'my_ghost'],
  ])('%s is called so no more, for %s', (repo, project, after) => {
    expect(withoutNameIn(repo, project, todo, 'ghost')).toBe(after);
  });

  const phrase = fc
    .array(fc.constantFrom('todo', 'cli', 'ada', 'x2'), { minLength: 1, maxLength: 3 })
    .map((words) => words.join('-'));
  const school = fc.record({
    slugs: fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }),
    logins: fc.uniqueArray(phrase, { minLength: 2, maxLength: 5 }),
    pattern: fc.constantFrom('{project}-{login}', '{login}-{project}', '{project}.2026.{login}'),
  });
  const called = (pattern: string, project: string, login: string) =>
    pattern.replace('{project}', project).replace('{login}', login);
  const isAround = (name: string, other: string) =>
    name !== other && (other.startsWith(`${name}-`) || other.endsWith(`-${name}`));

  test('however logins and slugs overlap, it is taken out of what is called after them, and of nothing else', () => {
    let seen = 0;
    fc.assert(
      fc.property(school, ({ slugs, logins, pattern }) => {
        for (const slug of slugs)
          for (const login of logins) {
            const repo = called(pattern, slug, login);
            // With the slug at both ends the name alone does not tell which of them is the login.
            if (
              /[.-]/.test(repo.charAt(slug.length)) &&
              repo.startsWith(slug) &&
              new RegExp(`[.-]${slug}$`).test(repo)
            )
              continue;
            for (const erased of logins) {
              const naming = {
                names: [erased],
                around: logins.filter((each) => isAround(erased, each)),
                projects: slugs,
              };
              const expected = erased === login ? called(pattern, slug, 'ghost') : repo;
              expect(withoutNameIn(repo, slug, naming, 'ghost')).toBe(expected);
              seen += 1;
            }
          }
      }),
      { numRuns: 1_000 },
    );
    expect(seen).toBeGreaterThan(1_000);
  });
});
