/** One line as long as a file may be, and one that is longer. */
export function* files() {
  yield ['index.js', `export const add = () => '${'a'.repeat(2 * 1024 * 1024 - 100)}';`];
  yield ['longer.js', `//${'a'.repeat(10 * 1024 * 1024)}`];
  yield ['list.js', `export const list = [${'1,'.repeat(900_000)}];`];
}
