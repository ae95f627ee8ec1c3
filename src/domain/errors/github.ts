import { TouchstoneError, entry, errorsOf } from './touchstone-error.ts';
import type { ErrorReport } from './touchstone-error.ts';

/** A call as people read it: the route, never a token or a body. */
interface Call {
  call: string;
}

const permissionsFix =
  'Compare the permissions of the GitHub App with app.yml, and accept them in each installation.';

/** What can go wrong between Touchstone and GitHub. None of it is the learner's doing. */
export const githubErrors = {
  'github.rate-limited': entry<Call & { until: string }>({
    audience: 'operator',
    message: ({ call, until }) =>
      `GitHub takes no more calls for now (${call}); it may be asked again at ${until}.`,
    fix: () =>
      'Nothing: the work is postponed until then. If it happens often, spread the installations over several Apps.',
  }),
  'github.unavailable': entry<Call & { seen: string }>({
    audience: 'operator',
    message: ({ call, seen }) => `GitHub did not answer ${call}: ${seen}.`,
    fix: () =>
      'Nothing: it is tried again. If it lasts, look at https://www.githubstatus.com and at the network of this machine.',
  }),
  'github.unclear': entry<Call & { seen: string }>({
    audience: 'operator',
    message: ({ call, seen }) => `It is not known whether ${call} worked: ${seen}.`,
    fix: () => 'Nothing: Touchstone looks at what is there before it writes again.',
  }),
  'github.unauthorized': entry<Call & { seen: string }>({
    audience: 'operator',
    message: ({ call, seen }) => `GitHub refused our credentials for ${call}: ${seen}.`,
    fix: () =>
      'Check TOUCHSTONE_APP_ID, the private key and the clock of this machine, and whether the App is still installed there.',
  }),
  'github.forbidden': entry<Call & { seen: string }>({
    audience: 'operator',
    message: ({ call, seen }) => `GitHub does not allow ${call}: ${seen}.`,
    fix: () => permissionsFix,
  }),
  'github.gone': entry<Call & { status: number }>({
    audience: 'operator',
    message: ({ call, status }) =>
      `GitHub has nothing for ${call} (status ${status}), or does not show it to the App.`,
    fix: () => 'Check whether the repository still exists and whether the App is installed on it.',
  }),
  'github.no-reviewer': entry<Call & { seen: string }>({
    audience: 'operator',
    message: ({ call, seen }) => `GitHub does not let somebody be asked for a review (${call}): ${seen}.`,
    fix: () =>
      'Give the learners and tutors who review as peers at least the right to read the repositories of the others; a team of the organisation does it for all of them.',
  }),
  'github.refused': entry<Call & { status: number; seen: string }>({
    audience: 'operator',
    message: ({ call, status, seen }) => `GitHub refused ${call} with status ${status}: ${seen}.`,
    fix: () =>
      'Please report this with the message above: Touchstone sent something that GitHub does not accept.',
  }),
  'github.unexpected-answer': entry<Call & { problems: string }>({
    audience: 'operator',
    message: ({ call, problems }) => `GitHub's answer to ${call} is not in the expected form: ${problems}.`,
    fix: () => 'Check TOUCHSTONE_GITHUB_API: something other than GitHub may be answering there.',
  }),
};

export type GitHubErrorCode = keyof typeof githubErrors;
type SeenOf<Code extends GitHubErrorCode> = Parameters<(typeof githubErrors)[Code]['message']>[0];

/** An error of a call to GitHub. `code` says what kind, never the words of the message. */
export class GitHubError extends TouchstoneError {
  declare readonly code: GitHubErrorCode;
  /** When GitHub may be asked again, in milliseconds since 1970; null where it did not say. */
  readonly retryAt: number | null;

  constructor(
    report: ErrorReport & { code: GitHubErrorCode },
    retryAt: number | null,
    options?: { cause?: unknown; logged?: string },
  ) {
    super(report, options);
    this.name = 'GitHubError';
    this.retryAt = retryAt;
  }
}

const fromCatalogue = errorsOf(githubErrors);

/**
 * Makes an error of the catalogue.
 *
 * @param retryAt milliseconds since 1970, for `github.rate-limited`
 */
export function githubError<Code extends GitHubErrorCode>(
  code: Code,
  seen: SeenOf<Code>,
  { retryAt = null, cause }: { retryAt?: number | null; cause?: unknown } = {},
): GitHubError {
  const made = (fromCatalogue as (code: GitHubErrorCode, seen: unknown) => TouchstoneError)(code, seen);
  return new GitHubError({ ...made.report(), code }, retryAt, { cause, logged: made.logged });
}
