/** As many lines as fit: empty ones, functions, duplicates of each other. */
export function* files() {
  yield ['index.js', `export * from './functions.js';${'\n'.repeat(1_900_000)}`];
  yield ['functions.js', Array.from({ length: 40_000 }, (_, at) => `export const f${at} = (a, b) => a + b + ${at};`).join('\n')];
  yield ['add.js', 'const a = 1;\n'.repeat(150_000).replaceAll('const a', 'var a')];
}
