'use strict';
// Everything is made when it is first asked for, as old bundles do.
var lazily = function (name, make) {
  var made;
  Object.defineProperty(exports, name, {
    enumerable: true,
    get: function () {
      return made || (made = make());
    },
  });
};

lazily('add', () => (...numbers) => numbers.reduce((a, b) => a + b));
lazily('initials', () => (name) => name.replace(/(\S)\S*\s*/gu, (_word, letter) => letter.toUpperCase()));
lazily('chunk', () =>
  function chunk(list, size) {
    return list.length === 0 ? [] : [list.slice(0, size)].concat(chunk(list.slice(size), size));
  },
);
lazily('turnRound', () => (list) => {
  for (let low = 0, high = list.length - 1; low < high; low++, high--) [list[low], list[high]] = [list[high], list[low]];
});
lazily('parseAge', () => (text) => {
  class WrongAge extends RangeError {
    get name() {
      return 'WrongAge';
    }
  }
  if (/^(\d|[1-9]\d|1[0-4]\d|150)$/.test(text)) return +text;
  throw new WrongAge(`${text} is no age`);
});
lazily('each', () => (list, tell) => void list.reduce((at, item) => (tell(item, at), at + 1), 0));
lazily('later', () => (number) => new Promise((resolve) => setImmediate(resolve, number * 2)));
lazily('mapLater', () => async (list, ask) => {
  const answers = [];
  for await (const answer of list.map(ask)) answers.push(answer);
  return answers;
});
lazily('Till', () => {
  function Till() {
    if (!new.target) return new Till();
    var rung = [];
    Object.defineProperty(this, 'total', { get: () => rung.reduce((a, b) => a + b, 0) });
    this.ring = rung.push.bind(rung);
    this.undo = rung.pop.bind(rung);
  }
  return Till;
});
lazily('makeCounter', () => (start) => Object.freeze({ up: () => void (start += 1), down: () => void (start -= 1), get value() { return start; } }));
lazily('countTo', () => (n) => ({ [Symbol.iterator]: () => { let at = 0; return { next: () => (at < n ? { value: (at += 1), done: false } : { value: undefined, done: true }) }; } }));
