// Thenables that settle twice, never, with themselves, or with the test's own functions.
const twice = (value) => ({
  then(resolve, reject) {
    resolve(value);
    reject(new Error('after all'));
    resolve(0);
  },
});
const never = { then() {} };
const itself = {
  then(resolve) {
    resolve(itself);
  },
};
export const add = () => twice(0);
export const initials = () => Promise.resolve('');
export const chunk = () => never;
export const turnRound = () => never;
export const parseAge = async () => {
  throw undefined;
};
export const each = () => twice(undefined);
export const later = () => never;
export const mapLater = (_list, ask) => ({ then: (resolve) => resolve(ask) });
export class Till {
  get total() {
    return never;
  }
  ring() {
    return itself;
  }
  undo() {
    return twice(1);
  }
}
export const makeCounter = () => ({ up: () => never, down: () => never, value: never });
export const countTo = () => ({ [Symbol.iterator]: () => ({ next: () => twice({ done: true }) }) });
