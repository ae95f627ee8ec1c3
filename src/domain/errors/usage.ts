import { entry, errorsOf } from './touchstone-error.ts';

/** Wrong use of the command line or of the settings: exit code 2. */
export const usageErrors = {
  'usage.wrong': entry<{ detail: string }>({
    audience: 'operator',
    message: ({ detail }) => detail,
    fix: () => 'Run the command with --help to see what it takes.',
  }),
  'usage.unknown-project': entry<{ slug: string; known: string[] }>({
    audience: 'author',
    message: ({ slug }) => `There is no project "${slug}" in this course.`,
    fix: ({ known }) => `Use one of: ${known.join(', ')}.`,
  }),
  'usage.no-marking': entry<{ file: string; problem: string }>({
    audience: 'operator',
    message: ({ file, problem }) => `"${file}" holds no marking: ${problem}`,
    fix: () => 'Name a file with what `touchstone mark --format json` printed.',
  }),
  'usage.unknown-unit': entry<{ unit: string; known: string[] }>({
    audience: 'author',
    message: ({ unit }) => `There is no unit "${unit}" in this course.`,
    fix: ({ known }) => `Use one of: ${known.join(', ')}.`,
  }),
  'usage.unknown-learner': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) => `Nobody called "${login}" has handed in anything.`,
    fix: () => 'Look at how the login is spelt; a learner is known from their first pull request on.',
  }),
  'usage.unknown-person': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) => `Nothing is kept of anybody called "${login}".`,
    fix: () => "Look at how the login is spelt, or name GitHub's number of the account with --id.",
  }),
  'usage.another-person': entry<{ login: string; id: number; name: string }>({
    audience: 'operator',
    personal: ['login', 'name'],
    message: ({ login, id, name }) =>
      `Account ${id} was never called "${login}", as far as is known: it is "${name}".`,
    fix: () => 'Look at the number: nothing was done.',
  }),
  'usage.unknown-staff': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) =>
      `Nobody of the staff is called "${login}" in the course's file of people or in its teams.`,
    fix: () => 'Look at how the login is spelt there, and at the role.',
  }),
  'usage.unknown-viewer': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) => `Nobody is called "${login}" in the course's file of people or in its teams.`,
    fix: () => 'Look at how the login is spelt there.',
  }),
  'usage.not-shown': entry<{ login: string; what: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login, what }) => `"${login}" is not shown this: ${what}.`,
    fix: () => 'Ask somebody who is; the staff guide says who sees what.',
  }),
  'usage.leads-alone': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) => `"${login}" is no lead: how far teachers agree is shown to leads alone.`,
    fix: () => 'Ask a lead.',
  }),
  'usage.no-second-look': entry<{ number: number }>({
    audience: 'operator',
    message: ({ number }) => `Number ${number} does not wait for a second look by you.`,
    fix: () => 'Leave the number out to see what does.',
  }),
  'usage.nothing-alike': entry<{ number: number }>({
    audience: 'operator',
    message: ({ number }) => `Nothing that works have in common has the number ${number}.`,
    fix: () => 'Run `touchstone queue` to see what has which number.',
  }),
  'usage.several-people': entry<{ login: string; accounts: number[] }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login, accounts }) =>
      `Several accounts have been called "${login}", one after another: ${accounts.join(', ')}.`,
    fix: () =>
      'Name the one that you mean with --id; `gh api users/<login> --jq .id` says whose login it is now.',
  }),
  'usage.not-confirmed': entry<{ login: string }>({
    audience: 'operator',
    personal: ['login'],
    message: ({ login }) => `Nothing was erased: nobody has confirmed that "${login}" is to be erased.`,
    fix: () => 'Answer the question with "yes", or give --yes where nobody can be asked.',
  }),
  'usage.folder-taken': entry<{ folder: string; reason: string }>({
    audience: 'operator',
    message: ({ folder, reason }) => `The folder "${folder}" could not be made: ${reason}.`,
    fix: () => 'Name another one with --out; what is there already is never written over.',
  }),
  'usage.no-submissions': entry<{ dir: string }>({
    audience: 'operator',
    message: ({ dir }) => `There is no submission in "${dir}": it has no folders.`,
    fix: () => 'Name a folder that has one folder for each learner, with their work in it.',
  }),
  'usage.one-submission': entry<{ dir: string; only: string }>({
    audience: 'operator',
    message: ({ dir, only }) => `There is one submission in "${dir}", "${only}": it takes two to compare.`,
    fix: () => 'Name a folder that has one folder for each learner, with their work in it.',
  }),
  'usage.nothing-to-compare': entry<{ dir: string; why: string }>({
    audience: 'operator',
    message: ({ dir, why }) => `None of the submissions in "${dir}" has anything to compare: ${why}.`,
    fix: () => 'Look at what is in the folders, and at --language.',
  }),
  'usage.report-not-written': entry<{ file: string; reason: string }>({
    audience: 'operator',
    message: ({ file, reason }) => `The report could not be written to "${file}": ${reason}.`,
    fix: () => 'Name another file with --html, in a folder that is there and that you may write to.',
  }),
  'config.badge-key-missing': entry<Record<string, never>>({
    audience: 'operator',
    message: () => 'There is no key to sign badges with.',
    fix: () =>
      'Make one with `openssl genpkey -algorithm ed25519 -out badge-key.pem`, and name it in TOUCHSTONE_BADGE_KEY_FILE on every machine.',
  }),
  'config.badge-key-wrong': entry<Record<string, never>>({
    audience: 'operator',
    message: () => 'The key to sign badges with cannot be used: it is not a private Ed25519 key in PEM.',
    fix: () =>
      'Make one with `openssl genpkey -algorithm ed25519`, and keep the old one: badges that it signed verify with it.',
  }),
  'usage.unknown-form': entry<{ slug: string; form: string; known: string[] }>({
    audience: 'author',
    message: ({ slug, form }) => `The project "${slug}" has no form "${form}".`,
    fix: ({ known }) =>
      known.length === 0 ? 'It has no parallel forms: leave --form out.' : `Use one of: ${known.join(', ')}.`,
  }),
  'config.wrong': entry<{ problems: string[] }>({
    audience: 'operator',
    message: ({ problems }) => `The settings are not usable: ${problems.join('; ')}.`,
    fix: () => 'Set the environment variables named above; docs/operators-guide.md lists them all.',
  }),
  'config.github-app-missing': entry<{ missing: string[] }>({
    audience: 'operator',
    message: ({ missing }) => `Not set: ${missing.join(', ')}. Touchstone does not start without them.`,
    fix: () =>
      'Register the GitHub App from app.yml and set its id, private key and webhook secret; docs/operators-guide.md says how.',
  }),
  'regrade.undecided': entry<{ project: string }>({
    audience: 'author',
    message: ({ project }) => `With the tests that "${project}" has here, nothing can be decided.`,
    fix: () => "Name the author's copy of the course with --course: that of a learner has no hidden tests.",
  }),
  'regrade.ended-early': entry<{ project: string; applied: boolean }>({
    audience: 'operator',
    message: ({ project, applied }) =>
      `The regrade of "${project}" was ended before it was done: ${applied ? 'some of it may have been applied' : 'nothing was changed'}.`,
    fix: () => 'Run the same command again: what was applied already is left as it is.',
  }),
  'similarity.ended-early': entry<{ dir: string }>({
    audience: 'operator',
    message: ({ dir }) => `The comparison of "${dir}" was ended before it was done.`,
    fix: () => 'Run the same command again; nothing has to be tidied up.',
  }),
  'marking.broken': entry<{ stage: string; reason: string }>({
    audience: 'operator',
    message: ({ stage, reason }) => `The ${stage} stage could not be run: ${reason}`,
    fix: () =>
      "This is not the submission's fault. `touchstone doctor` checks this machine; mark it again afterwards.",
  }),
  'marking.ended-early': entry<{ dir: string }>({
    audience: 'operator',
    message: ({ dir }) => `The marking of "${dir}" was ended before it was done: nothing was decided.`,
    fix: () => 'Run the same command again; nothing has to be tidied up.',
  }),
};

export const usageError = errorsOf(usageErrors);
