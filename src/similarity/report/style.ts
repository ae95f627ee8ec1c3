const HUES = [212, 140, 35, 275, 0, 180, 320, 65] as const;

const colours = HUES.map((hue, at) => `.f${at} { --hue: ${hue}; }`).join('\n');

/** The page is one file and fetches nothing, so its looks are in it. A fragment has a number besides its colour. */
export const STYLE = `
:root {
  color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --paper: #fff; --shade: #f6f8fa; --link: #0550ae;
  --tint: 92%; --strength: 80%; --edge: 45%; --on-edge: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f0f6fc; --soft: #9da7b3; --line: #3d444d; --paper: #0d1117; --shade: #151b23; --link: #79c0ff;
    --tint: 17%; --strength: 38%; --edge: 65%; --on-edge: #0d1117;
  }
}
${colours}
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
main { max-width: 90rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3 { margin: 2.5rem 0 0.25rem; }
h4 { margin: 1.25rem 0 0.5rem; font-size: 1rem; font-weight: 500; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
p { max-width: 48rem; }
.note { border-left: 0.25rem solid var(--line); padding-left: 0.75rem; color: var(--soft); }
.soft { color: var(--soft); font-weight: 400; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; }
.around { display: flex; gap: 1rem; font-size: 0.9rem; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 1.5rem 0.4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; }
progress { width: 5rem; vertical-align: middle; accent-color: var(--link); }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.75rem; align-items: start; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 0.75rem; align-items: start; }
figure { margin: 0 0 0.75rem; min-width: 0; border: 1px solid var(--line); border-radius: 0.4rem; overflow: hidden; }
figcaption { padding: 0.3rem 0.6rem; background: var(--shade); border-bottom: 1px solid var(--line); font-size: 0.9rem; overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.3rem 0; max-height: 32rem; overflow: auto; font: 0.82rem/1.5 ui-monospace, monospace; tab-size: 4; }
.line { display: block; white-space: pre; min-height: 1.5em; width: max-content; min-width: 100%; padding-right: 0.75rem; scroll-margin: 4rem; }
.in { background: hsl(var(--hue) var(--strength) var(--tint)); box-shadow: inset 3px 0 hsl(var(--hue) 70% var(--edge)); }
.number { display: inline-block; width: 3.2rem; padding-right: 0.5rem; text-align: right; color: var(--soft); user-select: none; }
.mark { display: inline-block; width: 1.75rem; text-align: center; user-select: none; }
.mark a { font-weight: 600; }
.badge { display: inline-block; min-width: 1.6rem; padding: 0 0.4rem; border-radius: 1rem; text-align: center; font-weight: 600;
  background: hsl(var(--hue) 70% var(--edge)); color: var(--on-edge); }
.row, section { scroll-margin-top: 1rem; }
:target { outline: 2px solid hsl(var(--hue, 212) 70% var(--edge)); outline-offset: 4px; border-radius: 0.4rem; }
pre .line:target { outline-offset: -2px; border-radius: 0; }
details { margin-top: 1rem; }
summary { cursor: pointer; padding: 0.25rem 0; }
@media (max-width: 46rem) { .sides { grid-template-columns: minmax(0, 1fr); } }
@media print { pre { max-height: none; white-space: pre-wrap; } .line { width: auto; } .around { display: none; } }
`;
