/** Templates within templates: five kilobytes end any process that runs a common parser. */
export function* files() {
  yield ['nested.js', `export const add = () => ${'`${'.repeat(1700)}1${'}`'.repeat(1700)};`];
  yield ['deeper.js', `export const add = () => ${'`${'.repeat(100_000)}1${'}`'.repeat(100_000)};`];
}
