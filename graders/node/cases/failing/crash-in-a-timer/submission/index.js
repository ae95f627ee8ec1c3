export function add(a, b) {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('two numbers, please');
  return a + b;
}
export const addLater = () =>
  new Promise(() => {
    setTimeout(() => {
      throw new Error('in a timer');
    }, 1);
  });
export const greet = (name) => `Hello, ${name}!`;
