const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const thrown = [null, undefined, proxy, { get message() { throw 1; } }, Symbol('x'), () => {}];

export function add() {
  throw thrown.pop();
}
export function addLater() {
  return Promise.reject(proxy);
}
export function greet() {
  throw { name: 'AssertionError', code: 'ERR_ASSERTION', expected: 1, actual: 1, message: '' };
}
