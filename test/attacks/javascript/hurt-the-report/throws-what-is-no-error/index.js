// Errors whose parts are traps: getters that throw, proxies, symbols, lists, themselves.
const trap = new Proxy(new Error('owned'), {
  get(target, key) {
    if (key === 'message') return { toString: () => { throw trap; } };
    if (key === 'stack') throw trap;
    return target[key];
  },
  getPrototypeOf: () => Error.prototype,
});
const odd = new RangeError('owned');
Object.defineProperties(odd, { message: { get: () => odd }, name: { value: Symbol('owned') }, stack: { get: () => { throw 1; } }, cause: { get: () => odd }, toString: { value: null } });
export const add = () => {
  throw trap;
};
export const initials = () => {
  throw odd;
};
export const chunk = () => {
  throw null;
};
export const parseAge = () => {
  throw Object.create(null);
};
throw odd;
