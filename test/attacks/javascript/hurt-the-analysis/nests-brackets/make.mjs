/** Every kind of bracket, a hundred thousand deep. */
export function* files() {
  const deep = 100_000;
  yield ['index.js', `export const add = ${'['.repeat(deep)}${']'.repeat(deep)};`];
  yield ['parentheses.js', `export default ${'('.repeat(deep)}1${')'.repeat(deep)};`];
  yield ['blocks.js', `${'{'.repeat(deep)}${'}'.repeat(deep)}`];
  yield ['functions.js', `export default ${'()=>'.repeat(deep)}1;`];
  yield ['sums.js', `export default ${'1+'.repeat(deep)}1;`];
  yield ['ifs.js', `${'if(1)'.repeat(deep)};`];
  yield ['ternaries.js', `export default ${'1?1:'.repeat(deep)}1;`];
  yield ['unary.js', `export default ${'!'.repeat(deep)}1;`];
  yield ['deep.json', `${'['.repeat(deep)}${']'.repeat(deep)}`];
}
