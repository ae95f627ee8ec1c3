'use strict';

const util = require('node:util');
const tools = require('./lib/tools');

function Till() {
  this._prices = [];
}
Till.prototype.ring = function (price) {
  this._prices.push(price);
};
Till.prototype.undo = function () {
  this._prices.pop();
};
Object.defineProperty(Till.prototype, 'total', {
  get: function () {
    return this._prices.reduce(function (a, b) {
      return a + b;
    }, 0);
  },
});

function Counter(start) {
  this.value = start;
}
Counter.prototype = {
  constructor: Counter,
  up: function () {
    this.value++;
  },
  down: function () {
    this.value--;
  },
};

function NoAge(text) {
  RangeError.call(this, text);
  this.message = text;
}
util.inherits(NoAge, RangeError);

module.exports = Object.assign({}, tools, {
  Till: Till,
  makeCounter: function (start) {
    return new Counter(start);
  },
  parseAge: function (text) {
    var age = Number(text);
    if (age < 0 || age > 150 || age % 1 !== 0 || isNaN(age)) throw new RangeError('no age: ' + text);
    return age;
  },
});
