/** Packages that stand in for the test framework; Git would not have them in this repository. */
export function* files() {
  const fake = 'export const submission = {}; export default () => {}; export const test = () => {}; export const describe = () => {};';
  for (const name of ['touchstone', 'vitest', 'node:test', 'assert', 'node:assert', 'tsx', '.bin/node']) {
    for (const folder of ['node_modules', 'lib/node_modules', 'hidden/node_modules', 'NODE_MODULES']) {
      yield [`${folder}/${name}/index.js`, fake];
      yield [`${folder}/${name}/package.json`, '{ "main": "index.js", "type": "module" }'];
    }
  }
}
