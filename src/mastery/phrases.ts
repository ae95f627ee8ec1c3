/**
 * Every fixed phrase of the feedback. Plain, kind, second person; it says what was seen and points to something to
 * find out, never what to type. Arguments are marked text (see `domain/marked-text.ts`).
 */
export const feedbackPhrases = {
  expectedAndActual: (test: string, expected: string, actual: string) =>
    `A test expected ${expected} and got ${actual}: “${test}”.`,
  expectedOnly: (test: string, expected: string) => `A test expected ${expected}: “${test}”.`,
  gotOnly: (test: string, actual: string) => `A test got ${actual}: “${test}”.`,
  hint: (test: string, hint: string) => `The test “${test}” does not pass yet. A hint: ${hint}`,
  stopped: (test: string, message: string) => `The test “${test}” stopped: ${message}`,
  outOfLimits: (test: string, limit: string) => `The test “${test}” did not come to its end. ${limit}`,
  wavers: (test: string, message: string) => `The test “${test}” passes only sometimes. ${message}`,
  notPassing: (test: string) => `The test “${test}” does not pass yet.`,
  place: (file: string, line: number | null) =>
    line === null ? `See ${file}.` : `See ${file}, line ${line}.`,
  moreTests: (count: number) =>
    count === 1
      ? 'One more test of this criterion does not pass yet.'
      : `${count} more tests of this criterion do not pass yet.`,
  moreThrough: (count: number) =>
    count === 1 ? 'One more is not shown yet.' : `${count} more are not shown yet.`,
  moreFound: (count: number) =>
    count === 1 ? 'One more thing was found here.' : `${count} more things were found here.`,
  staff: () =>
    'You have been given every way to it that this course has, so now it is a person’s turn: ask a member of staff for some time, and show them this page. Tell them which of the ways helped, and where it stopped helping.',
  rule: (rule: string, count: number, message: string) =>
    count === 1
      ? `${rule} is not kept to in one place: ${message}`
      : `${rule} is not kept to in ${count} places, at first: ${message}`,
  ruleNamed: (rule: string, count: number) =>
    `${rule} is not kept to in ${count === 1 ? 'one place' : `${count} places`}.`,
  measured: (measure: string, actual: string, asked: string) =>
    `${measure}: ${actual}, and ${asked} is asked for.`,
  withHint: (seen: string, hint: string) => `${seen} A hint: ${hint}`,
  question: (hint: string) => `A hint: ${hint}`,
  ownTestsFail: () => 'There is a right answer on which your own tests do not all pass.',
  ownTestsMiss: () =>
    'A version of this project that does not do what the brief says gets through your own tests.',
  recurring: () => 'The same came up in an earlier project.',
  notShown: () => 'No test has shown this yet.',
  sharedCauseTitle: () => 'Find what stops the tests',
  sharedCause: (message: string, criteria: number) =>
    `The tests of ${criteria} criteria stop at the same place: ${message}`,
  sharedCauseWhy: () => 'Until this is mended, those tests cannot reach the rest of your work.',
  sharedCauseNext: (file: string | null, line: number | null) => {
    // Without a place there may be no message of the project's own either: a server may run and not listen.
    if (file === null) {
      return 'Start here. Run the project yourself the way the brief describes, and compare what you see with what this says, word by word: which part of it do you know, and which part can you look up?';
    }
    const start =
      'Start here. Run the project yourself until you see the same message, and read it word by word';
    const place = line === null ? file : `${file}, line ${line}`;
    return `${start}. Then look at ${place}, and at what comes before it: what did you expect to happen there?`;
  },
};
