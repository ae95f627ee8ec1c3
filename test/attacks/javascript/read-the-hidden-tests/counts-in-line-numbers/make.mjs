/** A file of many lines, so that there is a line for every character. */
export function* files() {
  yield ['letters.js', '// a letter\n'.repeat(70_000)];
}
