import { entry, errorsOf } from './touchstone-error.ts';

const smaller =
  'Remove what can be made again or installed (packages, builds, videos), list it in .gitignore, commit and push.';

/** Why a submission could not be read. Those for the learner say what the learner can do about it. */
export const submissionErrors = {
  'submission.no-folder': entry<{ dir: string }>({
    audience: 'operator',
    message: ({ dir }) => `There is no folder "${dir}".`,
    fix: () => 'Give the path of the folder that holds the submission.',
  }),
  'submission.not-a-folder': entry<{ dir: string }>({
    audience: 'operator',
    message: ({ dir }) => `"${dir}" is not a folder.`,
    fix: () => 'Give the path of the folder that holds the submission.',
  }),
  'submission.unreadable-folder': entry<{ dir: string; reason: string }>({
    audience: 'operator',
    message: ({ dir, reason }) => `The folder "${dir}" cannot be read (${reason}).`,
    fix: () => 'Give yourself the right to read it, or run the command as somebody who has it.',
  }),
  'submission.too-many-files': entry<{ found: number; limit: number }>({
    audience: 'learner',
    message: ({ found, limit }) =>
      `This submission has ${found.toLocaleString('en')} files; up to ${limit.toLocaleString('en')} can be looked at.`,
    fix: () => smaller,
  }),
  'submission.too-large': entry<{ foundMiB: number; limitMiB: number }>({
    audience: 'learner',
    message: ({ foundMiB, limitMiB }) =>
      `The files of this submission add up to ${foundMiB.toFixed(1)} MiB; up to ${limitMiB} MiB can be looked at.`,
    fix: () => smaller,
  }),
  'submission.too-many-entries': entry<Record<string, never>>({
    audience: 'learner',
    message: () => 'This submission has so many files that GitHub does not list them all.',
    fix: () => smaller,
  }),
  'submission.too-many-hidden': entry<{ found: number; limit: number }>({
    audience: 'learner',
    message: ({ found, limit }) =>
      `The .gitattributes of this submission leave out or change ${found} files when it is packed; up to ${limit} can be looked at that way.`,
    fix: () =>
      'Remove "export-ignore", "export-subst" and encoding rules from .gitattributes, commit and push.',
  }),
  'submission.form': entry<{ problems: readonly string[] }>({
    audience: 'learner',
    personal: ['problems'],
    message: ({ problems }) => problems.join('\n'),
    fix: () =>
      'Once you have changed it, it is looked at again by itself: there is no need to push anything.',
  }),
  'submission.not-there': entry<{ sha: string }>({
    audience: 'operator',
    message: ({ sha }) => `GitHub does not show commit ${sha} yet, or no longer.`,
    fix: () => 'Nothing: it is tried again. A newer push replaces it.',
  }),
  'submission.bad-archive': entry<{ reason: string }>({
    audience: 'operator',
    message: ({ reason }) => `The archive of the submission could not be read: ${reason}.`,
    fix: () => 'Nothing: it is tried again.',
  }),
};

export const submissionError = errorsOf(submissionErrors);
