import type { CourseFile } from '../domain/course/course-file.ts';
import type { Remark } from './finding.ts';

/** GitHub takes no longer topic: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features */
const LONGEST_TOPIC = 50;

/** What the schema cannot say of repositories: which project they are, and how those are called that are made. */
export function checkRepositories({
  repositories,
  otherRepositories,
  owners,
  opening,
  units,
}: CourseFile): Remark[] {
  const { listed, byBranch, topic } = otherRepositories;
  const slugs = units.flatMap(({ projects }) => projects);
  const tooLong = slugs.filter(
    (slug) => topic !== undefined && topic.replaceAll('{project}', slug).length > LONGEST_TOPIC,
  );
  const isOwner = (name: string) => owners.some((each) => each.toLowerCase() === name.toLowerCase());
  return [
    ...(opening === undefined || owners.length === 0 || isOwner(opening.owner)
      ? []
      : [
          {
            level: 'error' as const,
            path: ['opening', 'owner'],
            message: 'repositories are made in an account whose repositories are not the course’s',
            found: `"${opening.owner}"`,
            expected: `one of owners: ${owners.join(', ')}`,
          },
        ]),
    ...(opening === undefined || repositories.includes('{login}')
      ? []
      : [
          {
            level: 'error' as const,
            path: ['repositories'],
            message: 'repositories are made for learners, and all learners would get one of the same name',
            expected: '"{login}" in it, such as "{project}-{login}"',
          },
        ]),
    ...Object.entries(listed).flatMap(([name, slug]): Remark[] =>
      slugs.includes(slug)
        ? []
        : [
            {
              level: 'error',
              path: ['otherRepositories', 'listed', name],
              message: 'a repository is listed for a project that no unit has',
              found: `"${slug}"`,
              expected: `one of ${slugs.join(', ')}`,
            },
          ],
    ),
    ...byBranch.flatMap((name, index): Remark[] =>
      Object.hasOwn(listed, name)
        ? [
            {
              level: 'error',
              path: ['otherRepositories', 'byBranch', index],
              message: `"${name}" is listed for one project, so its branches cannot be for several`,
            },
          ]
        : [],
    ),
    ...tooLong.map((slug): Remark => ({
      level: 'error',
      path: ['otherRepositories', 'topic'],
      message: `the topic of the project "${slug}" would be longer than GitHub's topics can be`,
      expected: `at most ${LONGEST_TOPIC} letters`,
    })),
  ];
}
