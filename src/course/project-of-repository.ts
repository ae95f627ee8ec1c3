import type { Course } from '../domain/course/project.ts';

// GitHub's logins: letters, digits and hyphens, up to 39; those of managed users end in an underscore and a short code.
const LOGIN = '[a-z0-9][a-z0-9_-]{0,38}';

/**
 * Which project a repository belongs to, by its name and the course's pattern; null when it is none of ours.
 *
 * Where several slugs fit (`todo` and `todo-cli` for `todo-cli-ada`), the longest wins: a login may have hyphens, but
 * a school that names a project `todo-cli` means it. Case does not count, as on GitHub.
 */
export function projectOfRepository(
  { repositories, projects }: Pick<Course, 'repositories' | 'projects'>,
  repositoryName: string,
): string | null {
  const longestFirst = [...projects.keys()].toSorted((a, b) => b.length - a.length);
  return longestFirst.find((slug) => patternFor(repositories, slug).test(repositoryName)) ?? null;
}

function patternFor(repositories: string, slug: string): RegExp {
  const source = repositories
    .split(/(\{project\}|\{login\})/)
    .map((part) => {
      if (part === '{project}') return slug;
      return part === '{login}' ? LOGIN : part.replace(/[.]/g, '\\.');
    })
    .join('');
  return new RegExp(`^${source}$`, 'i');
}
