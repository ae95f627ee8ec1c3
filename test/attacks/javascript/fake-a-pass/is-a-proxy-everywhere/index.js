const everything = new Proxy(function () {}, {
  get: (_target, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => 0 : everything),
  has: () => true,
  apply: () => everything,
  construct: () => everything,
  ownKeys: () => ['prototype', 'length', 'name', 'asymmetricMatch'],
  getOwnPropertyDescriptor: () => ({ value: everything, configurable: true, enumerable: true, writable: true }),
  getPrototypeOf: () => everything,
  set: () => true,
});
module.exports = new Proxy(
  {},
  {
    get: (_target, key) => (key === 'then' || typeof key === 'symbol' ? undefined : everything),
    ownKeys: () => ['add', 'initials', 'chunk', 'turnRound', 'parseAge', 'each', 'later', 'mapLater', 'Till', 'makeCounter', 'countTo'],
    getOwnPropertyDescriptor: () => ({ value: everything, configurable: true, enumerable: true }),
  },
);
