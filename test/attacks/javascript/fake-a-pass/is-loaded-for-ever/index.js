import { before, frame } from './frames.js';

// Whatever is asked has a method `then`, or a function of that name, or is a promise.
const then = ['f', 1, { name: 'then', length: 2 }];
const answers = [
  { root: ['i', 2, { type: 'Object', methods: ['then'], iterable: false, asyncIterable: false }], nodes: [] },
  { root: ['r', 0], nodes: [['o', [['then', then]], 0]] },
  { root: ['p', 3], nodes: [] },
];
let at = 0;
before((id) => {
  at += 1;
  return [frame(6, id, { value: answers[at % answers.length] })];
});
