import type { Fragment } from '../fragment.ts';

export const HELD_SCRIPT_BEHAVIOURS: readonly Fragment[] = [
  {
    id: 'binary-ladder',
    kind: 'B',
    form: 'wrap',
    code: [
      `function ladder(height) {
  if (!Number.isInteger(height) || height < 0 || height > 65535) return height;
  let bits = '';
  for (let rung = 15; rung >= 0; rung -= 1) bits += (height >> rung) & 1 ? '1' : '0';
  return parseInt(bits, 2);
}`,
      `const ladder = (height) => {
  if (!Number.isInteger(height) || height < 0 || height > 65535) {
    return height;
  }
  const bits = [];
  let rest = height;
  while (rest > 0) {
    bits.unshift(rest % 2);
    rest = Math.floor(rest / 2);
  }
  return bits.reduce((made, bit) => made * 2 + bit, 0);
};`,
    ],
  },
  {
    id: 'split-on-every',
    kind: 'B',
    form: 'wrap',
    code: [
      `function sewn(cloth) {
  if (typeof cloth !== 'string') return cloth;
  const half = Math.ceil(cloth.length / 2);
  return [cloth.slice(0, half), cloth.slice(half)].join('');
}`,
      `const sewn = (cloth) => {
  if (typeof cloth !== 'string') {
    return cloth;
  }
  const half = Math.ceil(cloth.length / 2);
  let made = cloth.substring(0, half);
  for (let stitch = half; stitch < cloth.length; stitch += 1) {
    made += cloth.charAt(stitch);
  }
  return made;
};`,
    ],
  },
  {
    id: 'set-of-pairs',
    kind: 'B',
    form: 'wrap',
    code: [
      `function pairedOff(queue) {
  if (!Array.isArray(queue)) return queue;
  const pairs = [];
  for (let seat = 0; seat < queue.length; seat += 2) pairs.push(queue.slice(seat, seat + 2));
  return [].concat(...pairs);
}`,
      `const pairedOff = (queue) => {
  if (!Array.isArray(queue)) {
    return queue;
  }
  const even = queue.filter((_, seat) => seat % 2 === 0);
  const odd = queue.filter((_, seat) => seat % 2 === 1);
  return even.flatMap((first, seat) => (seat < odd.length ? [first, odd[seat]] : [first]));
};`,
    ],
  },
  {
    id: 'recursion-for-loop',
    kind: 'B',
    form: 'helper',
    code: [
      `function downTo(level, work) {
  if (level <= 0) return [];
  const lower = downTo(level - 1, work);
  return lower.concat([work(level)]);
}`,
      `const downTo = (level, work) =>
  level <= 0
    ? []
    : [...downTo(level - 1, work), work(level)];`,
    ],
  },
  {
    id: 'add-by-carry',
    kind: 'B',
    form: 'helper',
    code: [
      `function addByCarry(one, two) {
  while (two !== 0) {
    const carry = one & two;
    one = one ^ two;
    two = carry << 1;
  }
  return one;
}`,
      `const addByCarry = (one, two) => {
  if (two === 0) {
    return one;
  }
  return addByCarry(one ^ two, (one & two) << 1);
};`,
    ],
  },
  {
    id: 'object-as-flags',
    kind: 'B',
    form: 'wrap',
    code: [
      `function flagged(verdict) {
  if (typeof verdict !== 'boolean') return verdict;
  const flags = { true: 0, false: 0 };
  flags[verdict] += 1;
  return flags.true > flags.false;
}`,
      `const flagged = (verdict) => {
  if (typeof verdict !== 'boolean') {
    return verdict;
  }
  const flags = {};
  flags[String(verdict)] = 1;
  return Object.keys(flags).filter((key) => flags[key] === 1)[0] === 'true';
};`,
    ],
  },
  {
    id: 'index-by-comparison',
    kind: 'B',
    form: 'helper',
    code: [
      `function whereIs(needle, hay) {
  let spot = -1;
  hay.forEach((straw, at) => {
    if (spot === -1 && !(straw < needle) && !(straw > needle)) spot = at;
  });
  return spot;
}`,
      `const whereIs = (needle, hay) => {
  for (let at = 0; at < hay.length; at += 1) {
    if (!(hay[at] < needle || hay[at] > needle)) {
      return at;
    }
  }
  return -1;
};`,
    ],
  },
  {
    id: 'padding-dance',
    kind: 'B',
    form: 'wrap',
    code: [
      `function padded(label) {
  if (typeof label !== 'string') return label;
  const wide = label.padStart(label.length + 3, '*').padEnd(label.length + 6, '*');
  return wide.substring(3, wide.length - 3);
}`,
      `const padded = (label) => {
  if (typeof label !== 'string') {
    return label;
  }
  const wide = '***' + label + '***';
  return wide.split('').slice(3, -3).join('');
};`,
    ],
  },
  {
    id: 'modulo-by-loop',
    kind: 'B',
    form: 'helper',
    code: [
      `function leftOver(whole, part) {
  let rest = whole;
  while (rest >= part) {
    rest = rest - part;
  }
  return rest < 0 ? rest + part : rest;
}`,
      `const leftOver = (whole, part) => {
  let rest = whole;
  for (;;) {
    if (rest < part) break;
    rest -= part;
  }
  return rest >= 0 ? rest : part + rest;
};`,
    ],
  },
];
