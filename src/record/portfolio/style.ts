/** The page is one file and fetches nothing, so its looks are in it. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --good: #1a7f37; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f6fc; --soft: #9da7b3; --line: #3d444d; --good: #56d364; --paper: #0d1117; }
}
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); }
.mastered { color: var(--good); font-weight: 600; }
.soft { color: var(--soft); }
summary { cursor: pointer; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
`;
