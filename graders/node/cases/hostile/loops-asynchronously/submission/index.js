export async function add() {
  for (;;) await null;
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
