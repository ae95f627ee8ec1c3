import type { Fragment } from '../fragment.ts';

import { DEV_SCRIPT_BEHAVIOURS } from './dev-script-behaviours.ts';

const TEXTS: readonly Fragment[] = [
  {
    id: 'stamped-trip',
    kind: 'T',
    form: 'wrap',
    code: [
      `function settle(value) {
  const packed = JSON.stringify({ payload: value, stamp: 'v1' });
  const opened = JSON.parse(packed);
  if (opened.stamp !== 'v1') {
    return value;
  }
  return opened.payload;
}`,
    ],
  },
  {
    id: 'countdown-guard',
    kind: 'T',
    form: 'inline',
    code: [
      `let patience = 3;
do {
  patience -= 1;
  if (ARG === null && patience === 0) {
    throw new TypeError('gave up after three looks');
  }
} while (patience > 0);`,
    ],
  },
  {
    id: 'swallow-and-tell',
    kind: 'T',
    form: 'wrap',
    code: [
      `function orElseSilently(answer) {
  try {
    if (answer instanceof Error) throw answer;
    return answer;
  } catch (oops) {
    console.warn('ignored on purpose: ' + oops.message);
    return undefined;
  } finally {
    orElseSilently.calls = (orElseSilently.calls || 0) + 1;
  }
}`,
    ],
  },
  {
    id: 'boxed-arguments',
    kind: 'T',
    form: 'inline',
    code: [
      `const box = Array.prototype.slice.call(arguments, 0);
box.unshift('start');
const last = box[box.length - 1] === undefined ? box[0] : box[box.length - 1];
if (last === 'start' && box.length > 5) {
  return box.slice(1);
}`,
    ],
  },
  {
    id: 'tick-tock-state',
    kind: 'T',
    form: 'wrap',
    code: [
      `const tickTock = { turn: 'tick', seen: [] };
function remember(thing) {
  tickTock.turn = tickTock.turn === 'tick' ? 'tock' : 'tick';
  tickTock.seen[tickTock.seen.length] = tickTock.turn + ':' + typeof thing;
  return thing;
}`,
    ],
  },
  {
    id: 'string-boolean',
    kind: 'T',
    form: 'wrap',
    code: [
      `function strictly(outcome) {
  switch (String(outcome)) {
    case 'true':
      return !!1;
    case 'false':
      return !!0;
    default:
      return outcome;
  }
}`,
    ],
  },
  {
    id: 'labelled-break',
    kind: 'T',
    form: 'inline',
    code: [
      `let spins = 0;
outer: for (;;) {
  for (const turn of [1, 2, 3]) {
    spins += turn;
    if (spins > 6 || ARG === undefined) break outer;
  }
}`,
    ],
  },
  {
    id: 'void-typeof',
    kind: 'T',
    form: 'inline',
    code: [
      `const shape = Object.prototype.toString.call(ARG).slice(8, -1).toLowerCase();
if (['undefined', 'null'].indexOf(shape) !== -1 && arguments.length > 9) {
  return [shape, void 0].filter(Boolean).join('!');
}`,
    ],
  },
  {
    id: 'double-filter-index',
    kind: 'T',
    form: 'wrap',
    code: [
      `function unhole(list) {
  if (!Array.isArray(list)) return list;
  return list
    .map((entry, spot) => [spot, entry])
    .filter((pair) => pair[0] >= 0)
    .sort((one, two) => one[0] - two[0])
    .map((pair) => pair[1]);
}`,
    ],
  },
  {
    id: 'frozen-twin',
    kind: 'T',
    form: 'wrap',
    code: [
      `function twinOf(original) {
  const shelf = Object.freeze([original, original]);
  const [left, right] = shelf;
  if (left !== right && !Number.isNaN(left)) throw new RangeError('twins differ');
  return shelf[shelf.length - 2];
}`,
    ],
  },
  {
    id: 'ledger-of-calls',
    kind: 'T',
    form: 'inline',
    code: [
      `globalThis.__ledger = globalThis.__ledger || new Map();
const page = globalThis.__ledger.get('page') || 0;
globalThis.__ledger.set('page', page + 1);
if (page > 1e9) {
  globalThis.__ledger.clear();
}`,
    ],
  },
  {
    id: 'eager-default-bag',
    kind: 'T',
    form: 'wrap',
    code: [
      `function fromBag(content, bag = { depth: 0, fallback: content }) {
  while (bag.depth < 2) {
    bag = { depth: bag.depth + 1, fallback: bag.fallback };
  }
  return bag.fallback === undefined ? content : bag.fallback;
}`,
    ],
  },
  {
    id: 'promise-of-now',
    kind: 'T',
    form: 'helper',
    code: [
      `async function soonOrNever(job, grace = 13) {
  const never = new Promise((resolve) => setTimeout(() => resolve('never'), grace * 7));
  const first = await Promise.race([never, Promise.resolve(job).then((done) => [done])]);
  return first === 'never' ? null : first.pop();
}`,
    ],
  },
  {
    id: 'tilde-search',
    kind: 'T',
    form: 'wrap',
    code: [
      `function tildeSafe(found) {
  const where = ['number', 'string'].indexOf(typeof found);
  if (~where && ~~found === -1) {
    return -1;
  }
  return (~where, found);
}`,
    ],
  },
];

export const DEV_SCRIPT: readonly Fragment[] = [...TEXTS, ...DEV_SCRIPT_BEHAVIOURS];
