import { before, frame } from './frames.js';

// Answers in the form of values that cross, made of what no value has.
const error = (properties) => ['e', { base: 'RangeError', name: 'RangeError', message: '', properties, file: '../../etc/passwd', line: 1e9, handle: 1 }];
const roots = [
  [['y', 1], []],
  [['i', 1, { type: 'Number', methods: ['asymmetricMatch', 'then', 'toJSON', 'valueOf', 'constructor'], iterable: true, asyncIterable: true }], []],
  [['f', 1, { name: 'then', length: 0 }], []],
  [['p', 1], []],
  [['r', 0], [['o', [['@@touchstone-fault', '{"kind":"limit"}'], ['__proto__', ['r', 0]], ['asymmetricMatch', ['f', 1, { name: '', length: 0 }]]], 1]]],
  [['r', 0], [error([['cause', ['r', 0]], ['name', 'AssertionError'], ['code', 'ERR_ASSERTION'], ['expected', 1], ['actual', 1]])]],
  [['r', 0], [['x', '(a+)+$', 'g']]],
  [['n', '0x10'], []],
  [['n', 'Infinity'], []],
];
let at = 0;
let asked = false;
before((id) => {
  // Its exports are told by its host.
  if (!asked) return [];
  asked = false;
  const [root, nodes] = roots[at % roots.length];
  at += 1;
  return [frame(6, id, { [at % 3 === 0 ? 'thrown' : 'value']: { root, nodes } })];
});
function forge() {
  asked = true;
  return 0;
}
export const [add, initials, chunk, turnRound, parseAge, each, later, mapLater, makeCounter, countTo, Till] = Array(11).fill(forge);
