import type { Place } from '../domain/course/place.ts';
import type { Course } from '../domain/course/project.ts';

// GitHub's logins: letters, digits and hyphens, up to 39; those of managed users end in an underscore and a short code.
const LOGIN = '[a-z0-9][a-z0-9_-]{0,38}';

type Naming = Pick<Course, 'repositories' | 'otherRepositories' | 'owners' | 'projects'>;
type Repository = Pick<Place, 'owner' | 'repo'>;

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const isCalled = ({ owner, repo }: Repository, name: string) => same(`${owner}/${repo}`, name);

/**
 * Which project the work in a place is for; null when it is none of ours. What the course says of the one repository comes first, then
 * what the organisation says of it, then its topics, then its name.
 */
export function projectOfPlace(course: Naming, place: Place): string | null {
  const { otherRepositories, projects } = course;
  const { listed, byBranch, property, topic } = otherRepositories;
  const slugs = [...projects.keys()];
  const byName = Object.entries(listed).find(([name]) => isCalled(place, name))?.[1];
  if (byName !== undefined) return projects.has(byName) ? byName : null;
  if (byBranch.some((name) => isCalled(place, name))) return projects.has(place.into) ? place.into : null;
  if (!isOfCourse(course, place)) return null;
  return (
    onlyOne(slugs.filter((slug) => property !== undefined && place.properties[property]?.includes(slug))) ??
    onlyOne(
      slugs.filter(
        (slug) => topic !== undefined && place.topics.includes(topic.replaceAll('{project}', slug)),
      ),
    ) ??
    projectOfName(course, place.repo)
  );
}

/** What names two projects names none: nobody is marked by chance. */
function onlyOne(slugs: readonly string[]): string | null {
  return slugs.length === 1 ? (slugs[0] ?? null) : null;
}

/** Whether any project can be worked on in a repository of which no more than the name is known. */
export function mayHoldProject(course: Naming, repository: Repository): boolean {
  const { listed, byBranch, property, topic } = course.otherRepositories;
  if ([...Object.keys(listed), ...byBranch].some((name) => isCalled(repository, name))) return true;
  if (!isOfCourse(course, repository)) return false;
  return property !== undefined || topic !== undefined || projectOfName(course, repository.repo) !== null;
}

/**
 * Whether the account may hold work for the course. The App can be installed by others: what a role in this school's roster allows, it
 * must not allow there.
 */
function isOfCourse({ owners }: Naming, { owner }: Pick<Repository, 'owner'>): boolean {
  return owners.length === 0 || owners.some((each) => same(each, owner));
}

/**
 * Which project a repository belongs to by its name and the course's pattern.
 *
 * Where several slugs fit (`todo` and `todo-cli` for `todo-cli-ada`), the longest wins: a login may have hyphens, but
 * a school that names a project `todo-cli` means it. Case does not count, as on GitHub.
 */
function projectOfName({ repositories, projects }: Naming, repositoryName: string): string | null {
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
