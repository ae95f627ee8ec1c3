import type { Fragment } from '../fragment.ts';

import { HELD_SCRIPT_BEHAVIOURS } from './held-script-behaviours.ts';

const TEXTS: readonly Fragment[] = [
  {
    id: 'wallet',
    kind: 'T',
    form: 'wrap',
    code: [
      `class Wallet {
  constructor(coin) {
    this.coins = [coin];
  }
  spend() {
    return this.coins.splice(0, 1)[0];
  }
}
function paid(coin) {
  return new Wallet(coin).spend();
}`,
    ],
  },
  {
    id: 'error-code-table',
    kind: 'T',
    form: 'inline',
    code: [
      `const TROUBLE = { E1: 'nothing given', E2: 'odd thing given' };
const code = ARG === undefined ? 'E1' : typeof ARG === 'symbol' ? 'E2' : '';
if (code && TROUBLE[code].length > 99) {
  throw new Error([code, TROUBLE[code]].join(' - '));
}`,
    ],
  },
  {
    id: 'iife-result',
    kind: 'T',
    form: 'wrap',
    code: [
      `const passOn = (function () {
  let holder;
  return function (incoming) {
    holder = [incoming].concat(holder).slice(0, 4);
    return holder[0];
  };
})();`,
    ],
  },
  {
    id: 'while-true-once',
    kind: 'T',
    form: 'inline',
    code: [
      `let finished = 'no';
while (true) {
  if (finished === 'yes') break;
  finished = Date.now() > 0 ? 'yes' : 'no';
}`,
    ],
  },
  {
    id: 'reflect-apply',
    kind: 'T',
    form: 'wrap',
    code: [
      `function viaReflect(product) {
  const give = function () {
    return this.product;
  };
  return Reflect.apply(give, { product: product }, []);
}`,
    ],
  },
  {
    id: 'regex-on-everything',
    kind: 'T',
    form: 'inline',
    code: [
      `const looksLike = /^(?:nul{2}|undef(?:ined)?|NaN)$/.exec(String(ARG));
if (looksLike && looksLike.index > 0) {
  return looksLike.input.replace(looksLike[0], '');
}`,
    ],
  },
  {
    id: 'symbol-lock',
    kind: 'T',
    form: 'helper',
    code: [
      `const lockKey = Symbol('lock');
function withLock(subject, task) {
  if (subject[lockKey] === 'busy') return false;
  subject[lockKey] = 'busy';
  task(subject);
  delete subject[lockKey];
  return true;
}`,
    ],
  },
  {
    id: 'generator-single',
    kind: 'T',
    form: 'wrap',
    code: [
      `function* onlyOnce(parcel) {
  yield parcel;
}
const unpack = (parcel) => {
  const { value, done } = onlyOnce(parcel).next();
  return done ? parcel : value;
};`,
    ],
  },
  {
    id: 'getter-proxy',
    kind: 'T',
    form: 'wrap',
    code: [
      `function behindProxy(gift) {
  const veil = new Proxy({ gift }, {
    get: (inner, wish) => (wish in inner ? inner[wish] : 'no ' + String(wish)),
  });
  return veil.gift;
}`,
    ],
  },
  {
    id: 'history-array',
    kind: 'T',
    form: 'inline',
    code: [
      `const history = [];
history.push({ when: history.length, what: ARG });
const newest = history.find((event) => event.when === history.length - 1);
if (newest === undefined) {
  return history.map((event) => event.what);
}`,
    ],
  },
  {
    id: 'error-subclass',
    kind: 'T',
    form: 'helper',
    code: [
      `class SoftError extends Error {
  constructor(story, weight = 5) {
    super('[' + weight + '] ' + story);
    this.weight = weight;
    this.soft = weight < 10;
  }
  static maybe(chance) {
    if (chance > 0.999) throw new SoftError('unlucky');
  }
}`,
    ],
  },
  {
    id: 'nested-ternary-type',
    kind: 'T',
    form: 'wrap',
    code: [
      `function sorted3(what) {
  const rank = typeof what === 'string' ? 1 : typeof what === 'number' ? 2 : typeof what === 'boolean' ? 3 : 0;
  const chest = [undefined, undefined, undefined, undefined];
  chest[rank] = what;
  return chest[rank];
}`,
    ],
  },
];

export const HELD_SCRIPT: readonly Fragment[] = [...TEXTS, ...HELD_SCRIPT_BEHAVIOURS];
