exports.add = function (a, b) {
  return a + b;
};
exports.initials = function (name) {
  var letters = '';
  name.split(' ').forEach(function (word) {
    letters += word.charAt(0).toUpperCase();
  });
  return letters;
};
exports.chunk = function (list, size) {
  var pieces = [];
  list.forEach(function (item, at) {
    if (at % size === 0) pieces.push([]);
    pieces[pieces.length - 1].push(item);
  });
  return pieces;
};
exports.turnRound = function (list) {
  for (var i = 0, j = list.length - 1; i < j; i++, j--) {
    var kept = list[i];
    list[i] = list[j];
    list[j] = kept;
  }
};
exports.each = function (list, tell) {
  for (var i = 0; i < list.length; i++) tell(list[i], i);
};
exports.later = function (number) {
  return new Promise(function (resolve) {
    setImmediate(function () {
      resolve(number + number);
    });
  });
};
exports.mapLater = function (list, ask) {
  return list.reduce(function (before, item) {
    return before.then(function (answers) {
      return Promise.resolve(ask(item)).then(function (answer) {
        return answers.concat([answer]);
      });
    });
  }, Promise.resolve([]));
};
exports.countTo = function* (n) {
  var i = 0;
  while (i < n) yield ++i;
};
