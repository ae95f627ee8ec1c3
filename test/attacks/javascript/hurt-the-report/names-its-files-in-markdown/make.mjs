/** Names that a page or a terminal could make something of, the last one of the file with the error. */
export function* files() {
  const names = ['@owned', '[owned](http://owned.example)', '`owned`', '<img src=x onerror=owned>', '# owned', '#1', 'owned\u202egnp.js', 'owned\u001b[31m', 'owned\nowned', '| owned |', '**owned**', '<!-- owned -->', '::error::owned', 'C:\\owned', '$(owned)', 'owned\u200b', ' owned ', '.git', 'owned.', 'CON'];
  for (const name of names) {
    yield [`${name}/x.js`, 'owned'];
    yield [`links/${name}`, { link: '/etc/passwd' }];
  }
  yield ['a/`owned` @owned <b>/bad.js', 'export const x = ;\n'];
}
