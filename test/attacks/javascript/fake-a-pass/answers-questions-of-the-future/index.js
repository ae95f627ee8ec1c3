import { before, frame } from './frames.js';

// Answers what will be asked with what is most often right, the next forty questions of this test file and of the next.
const IDS_OF_A_FILE = 2 ** 20;
const guesses = [true, null, 0, 5, -1, '', 'A'];
before((id) =>
  Array.from({ length: 40 }, (_, at) =>
    [id + 1 + at, id - (id % IDS_OF_A_FILE) + IDS_OF_A_FILE + 1 + at].map((future) =>
      frame(6, future, { value: { root: guesses[at % guesses.length], nodes: [] } }),
    ),
  ).flat(),
);
const guess = () => undefined;
export const [add, initials, chunk, turnRound, parseAge, each, later, mapLater, Till, makeCounter, countTo] = Array(11).fill(guess);
