/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { COLOURS, type Line } from './marks.ts';

/** Lines of code with their numbers. It can be reached by the keyboard, as it may be wider or longer than its place. */
export function Code({
  lines,
  label,
  link,
}: {
  lines: readonly Line[];
  label: string;
  /** Of the first line of a fragment: its own anchor, and where its number leads. */
  link?: (fragment: number) => { id: string; href: string; title: string };
}) {
  let before: number | null = null;
  return (
    <pre tabindex={0} role="group" aria-label={label}>
      {lines.map(({ number, text, fragment }) => {
        const begins = fragment !== null && fragment !== before;
        before = fragment;
        const anchor = begins && link !== undefined ? link(fragment) : null;
        return (
          <span class={fragment === null ? 'line' : `line in f${fragment % COLOURS}`} id={anchor?.id}>
            <span class="number">{number}</span>
            {link === undefined ? null : (
              <span class="mark">
                {anchor === null || fragment === null ? null : (
                  <a href={anchor.href} title={anchor.title}>
                    {fragment + 1}
                  </a>
                )}
              </span>
            )}
            {text}
          </span>
        );
      })}
    </pre>
  );
}
