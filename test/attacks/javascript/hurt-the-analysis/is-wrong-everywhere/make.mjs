/** As many errors as there can be files. */
export function* files() {
  yield ['index.js', 'export const add = ;\n'];
  for (let at = 0; at < 1_900; at += 1) yield [`wrong/${at}.js`, `export const f${at} = ;\n`];
}
