import { entry, errorsOf } from './touchstone-error.ts';

/** What can be wrong with a course on disk. */
export const courseErrors = {
  'course.missing': entry<{ dir: string }>({
    audience: 'author',
    message: ({ dir }) => `There is no course in ${dir}: it has no file course.yml.`,
    fix: () =>
      'Name the folder that holds course.yml with --course or TOUCHSTONE_COURSE; docs/authors-guide.md shows one.',
  }),
  'course.wrong': entry<{ dir: string; problems: string[] }>({
    audience: 'author',
    personal: ['problems'],
    message: ({ dir, problems }) =>
      [`The course in ${dir} has ${problems.length} error(s):`, ...problems].join('\n'),
    fix: () => 'Mend the lines that are named; docs/authors-guide.md describes every key.',
  }),
  'course.tests-broken': entry<{ stage: string; reason: string }>({
    audience: 'author',
    message: ({ stage, reason }) => `The ${stage} stage could not be run, because of the course: ${reason}`,
    fix: () => "This is not the submission's fault. Mend the project's tests or rubric.yml as it says.",
  }),
};

export const courseError = errorsOf(courseErrors);
