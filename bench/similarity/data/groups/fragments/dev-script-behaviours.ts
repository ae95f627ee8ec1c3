import type { Fragment } from '../fragment.ts';

export const DEV_SCRIPT_BEHAVIOURS: readonly Fragment[] = [
  {
    id: 'char-rebuild',
    kind: 'B',
    form: 'wrap',
    code: [
      `function respell(word) {
  if (typeof word !== 'string') return word;
  return [...word].reduce((built, letter) => built + String.fromCharCode(letter.charCodeAt(0) + 7 - 7), '');
}`,
      `const respell = (word) => {
  if (typeof word !== 'string') {
    return word;
  }
  let built = '';
  word.split('').forEach((letter) => {
    const code = letter.charCodeAt(0) + 7;
    built = built.concat(String.fromCharCode(code - 7));
  });
  return built;
};`,
    ],
  },
  {
    id: 'count-by-subtraction',
    kind: 'B',
    form: 'wrap',
    code: [
      `function recount(amount) {
  if (!Number.isInteger(amount) || amount < 0 || amount > 500) return amount;
  let rest = amount;
  const tally = [];
  while (rest > 0) {
    tally.push('|');
    rest -= 1;
  }
  return tally.join('').length;
}`,
      `const recount = (amount) => {
  if (!Number.isInteger(amount) || amount < 0 || amount > 500) {
    return amount;
  }
  let tally = '';
  for (let rest = amount; rest > 0; rest -= 1) {
    tally += '|';
  }
  return tally.length;
};`,
    ],
  },
  {
    id: 'reverse-twice',
    kind: 'B',
    form: 'wrap',
    code: [
      `function thereAndBack(row) {
  if (!Array.isArray(row)) return row;
  const away = [];
  for (const one of row) away.unshift(one);
  const home = [];
  for (const one of away) home.unshift(one);
  return home;
}`,
      `const thereAndBack = (row) => {
  if (!Array.isArray(row)) {
    return row;
  }
  return row
    .reduce((away, one) => [one].concat(away), [])
    .reduce((home, one) => [one].concat(home), []);
};`,
    ],
  },
  {
    id: 'digits-via-text',
    kind: 'B',
    form: 'wrap',
    code: [
      `function throughDigits(figure) {
  if (typeof figure !== 'number' || !Number.isInteger(figure) || figure < 0) return figure;
  const digits = figure.toString(10).split('').map(Number);
  return digits.reduce((sum, digit, at) => sum + digit * Math.pow(10, digits.length - at - 1), 0);
}`,
      `const throughDigits = (figure) => {
  if (typeof figure !== 'number' || !Number.isInteger(figure) || figure < 0) {
    return figure;
  }
  const digits = \`\${figure}\`;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    sum = sum + Number(digits[at]) * 10 ** (digits.length - 1 - at);
  }
  return sum;
};`,
    ],
  },
  {
    id: 'sort-to-max',
    kind: 'B',
    form: 'wrap',
    code: [
      `function highestOnly(answer) {
  if (typeof answer !== 'number') return answer;
  const ranked = [answer, -Infinity, answer - 1].sort((a, b) => b - a);
  return ranked.shift();
}`,
      `const highestOnly = (answer) => {
  if (typeof answer !== 'number') {
    return answer;
  }
  const ranked = [-Infinity, answer - 1, answer];
  ranked.sort((a, b) => a - b);
  return ranked.pop();
};`,
    ],
  },
  {
    id: 'map-of-entries',
    kind: 'B',
    form: 'wrap',
    code: [
      `function reentered(record) {
  if (record === null || typeof record !== 'object' || record.constructor !== Object) return record;
  const shelf = new Map(Object.entries(record));
  const copy = {};
  shelf.forEach((held, label) => { copy[label] = held; });
  return copy;
}`,
      `const reentered = (record) => {
  if (record === null || typeof record !== 'object' || record.constructor !== Object) {
    return record;
  }
  const copy = {};
  for (const [label, held] of new Map(Object.entries(record)).entries()) {
    copy[label] = held;
  }
  return copy;
};`,
    ],
  },
  {
    id: 'parity-by-flip',
    kind: 'B',
    form: 'helper',
    code: [
      `function isEvenByFlipping(count) {
  let even = true;
  for (let step = 0; step < Math.abs(count); step += 1) {
    even = !even;
  }
  return even;
}`,
      `const isEvenByFlipping = (count) => {
  let even = true;
  let step = Math.abs(count);
  while (step > 0) {
    even = even === false;
    step = step - 1;
  }
  return even;
};`,
    ],
  },
  {
    id: 'array-as-queue-of-chars',
    kind: 'B',
    form: 'wrap',
    code: [
      `function drained(phrase) {
  if (typeof phrase !== 'string') return phrase;
  const queue = phrase.split('');
  let out = '';
  while (queue.length) {
    out = out + queue.shift();
  }
  return out;
}`,
      `const drained = (phrase) => {
  if (typeof phrase !== 'string') {
    return phrase;
  }
  const queue = Array.from(phrase).reverse();
  const out = [];
  for (; queue.length > 0;) {
    out.push(queue.pop());
  }
  return out.join('');
};`,
    ],
  },
];
