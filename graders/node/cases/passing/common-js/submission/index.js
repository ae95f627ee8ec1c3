function add(a, b) {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('two numbers, please');
  return a + b;
}
const addLater = (a, b) => Promise.resolve(add(a, b));
module.exports = Object.assign({ greet: (name) => 'Hello, ' + name + '!' }, { add, addLater });
