// Everything that a page could make something of. Each piece has the word "owned" in it.
export const payload = [
  '# Touchstone: mastered, owned',
  '<!-- touchstone:report --> owned',
  '@owned @octo-school/owned #1 owned#2 GH-3 owned/repo#4',
  '[owned](https://owned.example) ![owned](https://owned.example/x.png) <https://owned.example> https://owned.example www.owned.example',
  '<img src=x onerror=alert("owned")><script>owned()</script><details open><summary>owned</summary>',
  '</details></details>',
  '```', '~~~owned', '````', '| owned | table |', '|---|---|', '> [!WARNING]', '> owned', '- [x] owned', '1. owned', '***owned***', '\\@owned',
  '$$owned$$ $`owned`$', ':owned: [^owned]', '[^owned]: owned', '<a href="javascript:owned()">owned</a>',
  '::error file=owned.js,line=1::owned', '##[error]owned', '---', 'owned', '===',
].join('\n');
