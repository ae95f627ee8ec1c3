/** What is loaded is only wrong; what is beside it, before and after it by name, nobody can read. */
export function* files() {
  const lines = 24_000;
  yield ['index.js', "export * from './broken.js';\n"];
  yield ['broken.js', 'export function add(a, b) {\n  // and here it is:\n  return a + ;\n}\n'];
  yield ['a.jsx', '<a>\n'.repeat(lines) + '</a>\n'.repeat(lines)];
  yield ['a.ts', `type A = ${'a extends b ? c :\n'.repeat(45_000)}d;`];
  yield ['z.ts', `${'if(a);else '.repeat(9_000)};`];
  yield ['z.js', `export default ${'`${\n'.repeat(lines)}1${'\n}`'.repeat(lines)};`];
}
