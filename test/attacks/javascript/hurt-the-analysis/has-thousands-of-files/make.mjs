/** As many files as are taken, each in a chain of folders of its own. */
export function* files() {
  yield ['index.js', 'export const add = () => 0;'];
  for (let at = 0; at < 1900; at += 1) yield [`${Array.from({ length: 18 }, (_, depth) => `${at}x${depth}`.slice(-8)).join('/')}/f.js`, `export const f${at} = ${at};`];
}
