/** The name of a file, and what a parser repeats of its text, are shown to people. */
export function* files() {
  const name = '**passed** @everyone [all tests](https:example.org) `x`.js';
  yield ['index.js', `export * from ${JSON.stringify(`./${encodeURIComponent(name)}`)};\n`];
  yield [name, 'export const add = /(@everyone ![x](https://example.org/x.png) <!-- --> ``` </details>#1/;\n'];
}
