import { entry, errorsOf } from './touchstone-error.ts';

/** What can go wrong where submissions are run, other than by the submission itself. */
export const sandboxErrors = {
  'sandbox.docker-away': entry<{ call: string; cause: string }>({
    audience: 'operator',
    message: ({ call, cause }) => `Docker did not ${call}: ${cause}.`,
    fix: () => 'Start Docker, or give this user access to it; `touchstone doctor` says how.',
  }),
  'sandbox.docker-slow': entry<{ call: string; seconds: number }>({
    audience: 'operator',
    message: ({ call, seconds }) => `Docker did not ${call} within ${seconds} s.`,
    fix: () => 'Look at the load of the machine and at the log of the Docker daemon; restart it if it hangs.',
  }),
  'sandbox.no-base-image': entry<{ tag: string; pulled: string; cause: string }>({
    audience: 'operator',
    message: ({ tag, pulled, cause }) =>
      `There is no image ${tag}, and ${pulled} could not be pulled: ${cause}.`,
    fix: () => 'Run scripts/setup.sh, which makes the base image, or let Docker reach an image registry.',
  }),
  'sandbox.image-not-built': entry<{ tag: string; cause: string }>({
    audience: 'operator',
    message: ({ tag, cause }) => `The image ${tag} could not be built: ${cause}.`,
    fix: () => 'Run `touchstone images`, which shows each step, and mend what it names.',
  }),
  'sandbox.packages-not-installed': entry<{ what: string; cause: string }>({
    audience: 'operator',
    message: ({ what, cause }) => `npm could not install the packages of ${what}: ${cause}.`,
    fix: () => 'Check that the npm registry can be reached and that package-lock.json fits package.json.',
  }),
  'sandbox.no-dependencies': entry<{ project: string; grader: string }>({
    audience: 'author',
    message: ({ project, grader }) =>
      `The project ${project} has packages in dependencies/, but the grader ${grader} takes none.`,
    fix: () =>
      'Remove the folder dependencies/; submissions then have what the language itself brings along.',
  }),
  'sandbox.unknown-grader': entry<{ grader: string; known: readonly string[] }>({
    audience: 'author',
    message: ({ grader, known }) => `There is no grader "${grader}"; there is ${known.join(', ') || 'none'}.`,
    fix: ({ known }) =>
      `Write \`grader: ${known[0] ?? 'node'}\` in rubric.yml, or add a grader (docs/graders.md).`,
  }),
  'sandbox.grader-wrong': entry<{ file: string; found: string }>({
    audience: 'operator',
    message: ({ file, found }) => `${file} is not a grader's description: ${found}.`,
    fix: () => 'Compare it with graders/_template/grader.json and docs/graders.md.',
  }),
  'sandbox.runs-no-tests': entry<{ grader: string }>({
    audience: 'author',
    message: ({ grader }) => `The grader ${grader} only reads submissions; it runs no tests.`,
    fix: () => 'Name the grader of the language in rubric.yml, such as `grader: node`.',
  }),
  'sandbox.no-analyst': entry<{ grader: string }>({
    audience: 'operator',
    message: ({ grader }) =>
      `The grader ${grader} has no analyst, so nothing can look at a submission without running it.`,
    fix: () => 'Add one to its grader.json (docs/graders.md); graders/node has one.',
  }),
  'sandbox.no-mutants': entry<{ project: string; cause: string }>({
    audience: 'operator',
    message: ({ project, cause }) => `No mutants could be made of the solution of ${project}: ${cause}`,
    fix: () => 'Mend what is said there, or leave mutants out with `--mutants 0`.',
  }),
  'sandbox.runner-ended': entry<{ role: string; code: number | null; log: string }>({
    audience: 'operator',
    message: ({ role, code, log }) =>
      `The ${role} container ended (exit code ${code ?? 'unknown'}) before it had done its part${log === '' ? '' : `: ${log}`}.`,
    fix: () =>
      'Build the images anew with `touchstone images`; if it happens again, look at the memory of the machine.',
  }),
  'sandbox.standstill': entry<{ seconds: number }>({
    audience: 'operator',
    message: ({ seconds }) =>
      `This worker or Docker stood still for ${seconds} s while tests ran, so their time ran out without anybody's doing.`,
    fix: () =>
      'Nothing: it is tried again. If it happens often, look at the load and the memory of the machine.',
  }),
  'sandbox.runner-silent': entry<{ seconds: number }>({
    audience: 'author',
    message: ({ seconds }) =>
      `The tests had not ended after ${seconds} s, although nothing of the submission was running.`,
    fix: () =>
      'Look for a test that waits for something that does not come, or raise `limits.totalSeconds` in rubric.yml.',
  }),
  'sandbox.report-unreadable': entry<{ found: string }>({
    audience: 'operator',
    message: ({ found }) => `The runner sent a report that cannot be read: ${found}.`,
    fix: () =>
      'Build the images anew with `touchstone images`: the runner and this program are of different versions.',
  }),
  'sandbox.tests-broken': entry<{ file: string; found: string }>({
    audience: 'author',
    message: ({ file, found }) => `The test file ${file} does not work (${found}).`,
    fix: () => 'Run the tests against a solution of the project, and mend the file.',
  }),
  'sandbox.test-missing': entry<{ test: string }>({
    audience: 'author',
    message: ({ test }) => `rubric.yml names the test "${test}", but no test file has one of that name.`,
    fix: () => 'Write the full name, `describe > test`, exactly as it is in the test file.',
  }),
  'sandbox.test-doubled': entry<{ test: string; times: number }>({
    audience: 'author',
    message: ({ test, times }) => `${times} tests are called "${test}".`,
    fix: () => 'Give each test that rubric.yml names a name of its own.',
  }),
};

export const sandboxError = errorsOf(sandboxErrors);
