const payload = '`owned` @owned <img src=owned>';
module.exports = { [payload]: 1, __proto__: { add: () => 5 }, constructor: () => payload, hasOwnProperty: () => true, then: (resolve) => resolve({ add: () => 5 }), toJSON: () => payload, [Symbol.iterator]: null, '': 1, default: { add: () => payload } };
Object.defineProperty(module.exports, 'add', { enumerable: true, get() { throw new Error(payload); } });
